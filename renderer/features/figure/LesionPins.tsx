import type { BoardLesion } from '../../../shared/board/board.ts'
import { headWidth, type LesionMark, lesionMarkWords } from '../../../shared/figure/lesionMarks.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { cx } from '../../components/cx.ts'
import type { useRoving } from '../../components/useRoving.ts'
import styles from './LesionPins.module.css'

type Props = Readonly<{
  marks: readonly LesionMark<BoardLesion>[]
  radius: number
  selected: EntryId | null
  /** New or changed since the chosen date. */
  marked: ReadonlySet<EntryId>
  roving: ReturnType<typeof useRoving>
  onSelect: (entry: EntryId) => void
  /** Opens a lesion with its notes and photographs. */
  onOpen: (entry: EntryId) => void
}>

/** Skin lesions on the figure: a dot exactly where the pin was set, and its label beside it. */
export function LesionPins({ marks, ...rest }: Props) {
  return marks.map(mark => <PinMark key={mark.lesion.entry} mark={mark} {...rest} />)
}

function PinMark({
  mark,
  radius,
  selected,
  marked,
  roving,
  onSelect,
  onOpen,
}: Omit<Props, 'marks'> & Readonly<{ mark: LesionMark<BoardLesion> }>) {
  const { lesion, x, y, tip, isPinned } = mark
  const isSelected = lesion.entry === selected
  const isNew = marked.has(lesion.entry)
  const words = lesionMarkWords(lesion)
  const width = headWidth(lesion.label, radius)
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button element
    <g
      role="button"
      aria-pressed={isSelected}
      aria-label={words}
      className={cx(styles.pin, isSelected && styles.selected)}
      {...roving.item(lesion.entry)}
      // A second press on what is selected opens it.
      onClick={() => (isSelected ? onOpen(lesion.entry) : onSelect(lesion.entry))}
      onKeyDown={event => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        if (isSelected && event.key === 'Enter') onOpen(lesion.entry)
        else onSelect(lesion.entry)
      }}
    >
      <title>{isNew ? `${words}; new or changed` : words}</title>
      <line
        className={cx(styles.stem, !isPinned && styles.loose)}
        x1={tip.x}
        y1={tip.y}
        x2={x}
        y2={y}
      />
      {isPinned && <circle className={styles.tip} cx={tip.x} cy={tip.y} r={radius * 0.28} />}
      <rect
        className={styles.ring}
        x={x - width / 2 - 3.5}
        y={y - radius - 1.5}
        width={width + 7}
        height={radius * 2 + 3}
        rx={radius}
      />
      <rect
        className={cx(styles.head, lesion.signs.length > 0 && styles.warns)}
        x={x - width / 2}
        y={y - radius * 0.8}
        width={width}
        height={radius * 1.6}
        rx={radius * 0.8}
      />
      <text className={styles.label} x={x} y={y + 0.5} fontSize={radius * 0.96}>
        {lesion.label}
      </text>
      {isNew && (
        <g transform={`translate(${x - width / 2} ${y - radius * 0.7})`}>
          <circle className={styles.newRing} r={radius * 0.36} />
          <circle className={styles.newDot} r={radius * 0.2} />
        </g>
      )}
    </g>
  )
}
