import type { LesionSizePoint } from '../../../shared/board/board.ts'
import styles from './SizeTrend.module.css'

const WIDTH = 46
const HEIGHT = 12

/** The longer diameters of the notes in their order, as a small drawing; its words stand beside it. */
export function SizeTrend({ points }: Readonly<{ points: readonly LesionSizePoint[] }>) {
  if (points.length < 2) return null
  const longest = points.map(({ diameters }) => Math.max(...diameters))
  const top = Math.max(...longest)
  const step = (WIDTH - 6) / (points.length - 1)
  const at = longest.map((mm, i) => [3 + i * step, HEIGHT - 2 - (mm / top) * (HEIGHT - 4)] as const)
  const last = at.at(-1)
  return (
    <svg
      className={styles.trend}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={`Longer diameter, oldest first: ${longest.join(', ')} mm`}
    >
      <polyline points={at.map(([x, y]) => `${x},${y}`).join(' ')} />
      {at.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r="1.6" />
      ))}
      {last !== undefined && <circle className={styles.last} cx={last[0]} cy={last[1]} r="2.6" />}
    </svg>
  )
}
