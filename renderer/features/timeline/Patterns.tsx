import { FAMILIES, type Family } from '../../../shared/board/board.ts'
import { FAMILY_PATTERN, type FamilyPattern } from '../../../shared/timeline/families.ts'
import { cx } from '../../components/cx.ts'
import styles from './patterns.module.css'

type Props = Readonly<{
  base: string
  /** The patterns that shapes are filled with, by name; all of them when left out. */
  used?: ReadonlySet<string>
}>

/** The drug families' patterns; every drawing on the page has its own, so that none depends on another. */
export function Patterns({ base, used }: Props) {
  return (
    <>
      <pattern
        id={`${base}-hatch`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        className={cx(styles.hatching)}
      >
        <path d="M-1.5 1.5 1.5-1.5M0 6 6 0M4.5 7.5 7.5 4.5" />
      </pattern>
      <pattern
        id={`${base}-stripes`}
        width="4"
        height="4"
        patternUnits="userSpaceOnUse"
        className={cx(styles.stripes)}
      >
        <rect width="2" height="4" />
      </pattern>
      {FAMILIES.filter(family => used?.has(family) !== false).map(family => (
        <FamilyFill key={family} family={family} base={base} />
      ))}
    </>
  )
}

function FamilyFill({ family, base }: { family: Family; base: string }) {
  const pattern: FamilyPattern = FAMILY_PATTERN[family]
  const { tile } = pattern
  return (
    <pattern
      id={`${base}-${family}`}
      className={cx(styles[`family-${family}`])}
      width={tile}
      height={tile}
      patternUnits="userSpaceOnUse"
    >
      <rect width={tile} height={tile} className={cx(styles[`ground-${pattern.ground}`])} />
      {pattern.strokes.map(([x1, y1, x2, y2]) => (
        <line
          key={`${x1} ${y1}`}
          x1={x1}
          y1={y1}
          x2={x2}
          y2={y2}
          className={cx(styles.stroke)}
          strokeWidth={pattern.strokeWidth}
        />
      ))}
      {pattern.dots.map(({ x, y, radius }) => (
        <circle key={x} cx={x} cy={y} r={radius} className={cx(styles.dot)} />
      ))}
    </pattern>
  )
}
