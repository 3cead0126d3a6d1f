import { useId, useMemo } from 'react'
import type { Board, BoardLesion } from '../../../shared/board/board.ts'
import { chartName, chartRows } from '../../../shared/board/chartName.ts'
import {
  type SizeChart as Chart,
  type ChartPoint,
  type Stretch,
  sizeChart,
} from '../../../shared/board/sizeChart.ts'
import { measureText } from '../../../shared/timeline/measureText.ts'
import { Patterns } from '../timeline/Patterns.tsx'
import { useSize } from '../timeline/useSize.ts'
import styles from './SizeChart.module.css'

const BAR = 18
const LINE = 13
/** As in the styles: the smallest letters, of medium weight, with their light edge. */
const NAME = { size: 11, weight: 500, edge: 4 } as const
const SCALE = 18
const PLOT = 132
const LEFT = 44
const RIGHT = 10
const HEAD = 18

/** The recorded sizes of a lesion over time, below the treatment of that time; every size as it was recorded. */
export function SizeChart({ board, lesion }: Readonly<{ board: Board; lesion: BoardLesion }>) {
  const chart = useMemo(() => sizeChart(board, lesion), [board, lesion])
  const [frame, { width }] = useSize<HTMLDivElement>('skin-size-chart')
  if (chart === null) return <p className={styles.none}>No size is recorded that can be charted.</p>
  return (
    <figure className={styles.figure}>
      <div ref={frame} className={styles.frame}>
        {width > 0 && <Drawing chart={chart} width={width} />}
      </div>
      <figcaption className={styles.caption}>
        {chart.scale}. Upright strokes run from the shorter to the longer diameter, triangles are
        elevations; the line joins the longer ones, and nothing is known between.
        {chart.undated.length > 0 &&
          ` Not dated on this axis: ${chart.undated.map(({ text }) => text).join('; ')}.`}
        {chart.open.length > 0 && ` Not drawn, no end recorded: ${chart.open.join('; ')}.`}
      </figcaption>
    </figure>
  )
}

function nameWidth(text: string): number {
  return measureText(text, NAME.size, NAME.weight) + NAME.edge
}

function Drawing({ chart, width }: Readonly<{ chart: Chart; width: number }>) {
  const base = useId()
  const { bars, points, ticks, top } = chart
  const x = (at: number) => LEFT + at * (width - LEFT - RIGHT)
  const room = { left: LEFT, right: width - RIGHT, gap: 6, widthOf: nameWidth }
  const names = bars.map(({ label, at }) => chartName(label, x(at.from), room))
  const { tops, end } = chartRows(names, BAR, LINE)
  const plotTop = end + HEAD
  const bottom = plotTop + PLOT
  const y = (mm: number) => bottom - (mm / top) * PLOT
  const words = points.map(({ size }) => size.text).join('; ')
  return (
    <svg
      className={styles.drawing}
      width={width}
      height={bottom + SCALE}
      role="img"
      aria-label={`Recorded sizes, oldest first: ${words}`}
    >
      <defs>
        <Patterns base={base} />
      </defs>
      {bars.map(({ entry, family, at }, row) => (
        <g key={entry} transform={`translate(0 ${tops[row] ?? 0})`}>
          <rect
            className={styles.bar}
            x={x(at.from)}
            y="3"
            width={Math.max(3, x(at.to) - x(at.from))}
            height={BAR - 8}
            fill={family === null ? 'none' : `url(#${base}-${family})`}
          />
          <Ends at={at} x={x} top={3} height={BAR - 8} />
          <text className={styles.barName}>
            {names[row]?.lines.map((line, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no other name
              <tspan key={n} x={names[row]?.x} y={11.5 + n * LINE}>
                {line}
              </tspan>
            ))}
          </text>
        </g>
      ))}
      {[0, top / 2, top].map(mm => (
        <g key={mm}>
          <line className={styles.grid} x1={LEFT} x2={width - RIGHT} y1={y(mm)} y2={y(mm)} />
          <text className={styles.scale} x={LEFT - 6} y={y(mm) + 4} textAnchor="end">
            {mm}
            {mm === top ? ' mm' : ''}
          </text>
        </g>
      ))}
      {ticks.map(({ at, label }) => (
        <g key={`${at} ${label}`}>
          <line className={styles.grid} x1={x(at)} x2={x(at)} y1={plotTop} y2={bottom} />
          <text className={styles.scale} x={x(at)} y={bottom + 13} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      <Links points={points} x={x} y={y} />
      {points.map(point => (
        <Point key={`${point.size.note} ${point.size.text}`} point={point} x={x} y={y} />
      ))}
    </svg>
  )
}

type Scale = (value: number) => number

/** A closed end is where a bound was recorded; an open one runs out of the drawing. */
function Ends({
  at,
  x,
  top,
  height,
}: Readonly<{ at: Stretch; x: Scale; top: number; height: number }>) {
  return (
    <>
      {at.isFromKnown && (
        <path className={styles.end} d={`M${x(at.from)} ${top - 1}v${height + 2}`} />
      )}
      {at.isToKnown && <path className={styles.end} d={`M${x(at.to)} ${top - 1}v${height + 2}`} />}
    </>
  )
}

function middle({ at }: ChartPoint): number {
  return (at.from + at.to) / 2
}

function Links({ points, x, y }: Readonly<{ points: readonly ChartPoint[]; x: Scale; y: Scale }>) {
  return points.slice(1).map((point, i) => {
    // Only what is said of the same one of several is joined.
    const before = points.slice(0, i + 1).findLast(other => other.size.of === point.size.of)
    return before === undefined ? null : (
      <line
        key={`${point.size.note} ${point.size.text}`}
        className={styles.link}
        x1={x(middle(before))}
        y1={y(before.longest)}
        x2={x(middle(point))}
        y2={y(point.longest)}
      />
    )
  })
}

function Point({ point, x, y }: Readonly<{ point: ChartPoint; x: Scale; y: Scale }>) {
  const { size, at, longest } = point
  const shortest = Math.min(...size.diameters)
  const centre = x(middle(point))
  const isWide = x(at.to) - x(at.from) > 6
  return (
    <g>
      <title>{size.text}</title>
      {isWide && (
        <rect
          className={styles.interval}
          x={x(at.from)}
          y={y(longest) - 4}
          width={x(at.to) - x(at.from)}
          height="8"
        />
      )}
      <line className={styles.stroke} x1={centre} x2={centre} y1={y(longest)} y2={y(shortest)} />
      <circle
        className={size.approximate ? styles.about : styles.dot}
        cx={centre}
        cy={y(longest)}
        r="3.5"
      />
      {shortest !== longest && (
        <line
          className={styles.stroke}
          x1={centre - 4}
          x2={centre + 4}
          y1={y(shortest)}
          y2={y(shortest)}
        />
      )}
      {size.elevation !== null && (
        <path className={styles.elevation} d={`M${centre - 4} ${y(size.elevation) + 3}h8l-4-7z`} />
      )}
      <text
        className={styles.value}
        x={centre}
        y={y(longest) - 8}
        textAnchor={middle(point) < 0.12 ? 'start' : middle(point) > 0.88 ? 'end' : 'middle'}
      >
        {size.approximate ? '~' : ''}
        {size.diameters.join(' × ')}
      </text>
    </g>
  )
}
