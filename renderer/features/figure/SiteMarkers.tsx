import type { BoardSite } from '../../../shared/board/board.ts'
import type { Certainty } from '../../../shared/case/site.ts'
import { type FigureMark, lesionsOf } from '../../../shared/figure/figureMarks.ts'
import { contested, markWords } from '../../../shared/figure/figureWords.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { cx } from '../../components/cx.ts'
import type { useRoving } from '../../components/useRoving.ts'
import styles from './SiteMarkers.module.css'

type Mark = FigureMark<BoardSite>

type Props = Readonly<{
  marks: readonly Mark[]
  radius: number
  selected: EntryId | null
  /** New or changed since the chosen date. */
  marked: ReadonlySet<EntryId>
  roving: ReturnType<typeof useRoving>
  onSelect: (entry: EntryId) => void
  /** Opens a site where it is edited. */
  onOpen: (entry: EntryId) => void
  /** Draws the sites of a place apart. */
  onSpread: (mark: Mark) => void
}>

/** What a mark is called among the marks: its site, or the place that its sites share. */
export function markKey({ sites, place }: Mark): string {
  return sites.length === 1 ? (sites[0]?.entry ?? place) : place
}

/** The numbered diamonds on the figure: filled for confirmed, hollow for suspected, struck through for excluded. */
export function SiteMarkers(props: Props) {
  const { marks } = props
  return (
    <>
      {marks.map(mark =>
        mark.leader === null ? null : (
          <line key={markKey(mark)} className={styles.leader} {...mark.leader} />
        ),
      )}
      {marks.map(mark => (
        <Marker key={markKey(mark)} mark={mark} {...props} />
      ))}
    </>
  )
}

function Marker({
  mark,
  radius,
  selected,
  marked,
  roving,
  onSelect,
  onOpen,
  onSpread,
}: Props & Readonly<{ mark: Mark }>) {
  const { sites, x, y } = mark
  const [site] = sites
  if (site === undefined) return null
  const isStack = sites.length > 1
  const isSelected = !isStack && site.entry === selected
  const isNew = sites.some(({ entry }) => marked.has(entry))
  const words = markWords(mark)
  const press = () => (isStack ? onSpread(mark) : onSelect(site.entry))
  const lesions = isStack ? null : lesionsOf(site)
  const certainty = isStack ? commonCertainty(sites) : site.certainty
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button element
    <g
      role="button"
      {...(isStack ? { 'aria-expanded': false } : { 'aria-pressed': isSelected })}
      aria-label={words}
      className={cx(styles.marker, certainty === 'confirmed' && styles.filled)}
      transform={`translate(${x} ${y})`}
      {...roving.item(markKey(mark))}
      onClick={press}
      onDoubleClick={() => !isStack && onOpen(site.entry)}
      onKeyDown={event => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        if (isSelected && event.key === 'Enter') onOpen(site.entry)
        else press()
      }}
    >
      <title>{isNew ? `${words}; new or changed` : words}</title>
      <path className={styles.ring} d={diamondPath(radius + 4.5)} />
      {isSelected && <path className={styles.chosen} d={diamondPath(radius + 4.5)} />}
      {isStack && (
        <path
          className={cx(styles.diamond, hasConfirmed(sites) && styles.solid)}
          transform={`translate(${radius * 0.36} ${-radius * 0.36})`}
          d={diamondPath(radius)}
        />
      )}
      <path
        className={cx(styles.diamond, certainty === 'confirmed' && styles.solid)}
        d={diamondPath(radius)}
      />
      <text className={styles.label} y=".5" fontSize={radius * (isStack ? 0.88 : 0.96)}>
        {isStack ? `×${sites.length}` : site.number}
      </text>
      {certainty === 'excluded' && (
        <line className={styles.strike} x1={-radius} y1={radius} x2={radius} y2={-radius} />
      )}
      {lesions !== null && <LesionCount words={`×${lesions}`} radius={radius} />}
      {sites.some(one => contested(one).length > 0) && <ConflictSign radius={radius} />}
      {isNew && (
        <g transform={`translate(${-radius * 0.78} ${-radius * 0.62})`}>
          <circle className={styles.newRing} r={radius * 0.36} />
          <circle className={styles.newDot} r={radius * 0.2} />
        </g>
      )}
    </g>
  )
}

/** How many lesions are recorded of one site, at the lower edge of its mark. */
function LesionCount({ words, radius }: Readonly<{ words: string; radius: number }>) {
  const size = radius * 0.74
  const width = size * (0.5 + 0.62 * words.length)
  return (
    <g transform={`translate(${radius * 0.72} ${radius * 0.74})`}>
      <rect
        className={styles.badge}
        x={-width / 2}
        y={-size * 0.62}
        width={width}
        height={size * 1.24}
        rx={size * 0.4}
      />
      <text y=".5" fontSize={size}>
        {words}
      </text>
    </g>
  )
}

/** Two readings disagree; which, the words of the mark say. */
function ConflictSign({ radius }: Readonly<{ radius: number }>) {
  const r = radius * 0.4
  return (
    <g transform={`translate(${radius * 0.74} ${-radius * 0.66})`}>
      <circle className={styles.conflictGround} r={r * 1.25} />
      <path
        className={styles.conflict}
        d={`M${-r * 0.7} ${-r * 0.3}H${r * 0.7}M${-r * 0.7} ${r * 0.3}H${r * 0.7}M${-r * 0.45} ${r * 0.8}L${r * 0.45} ${-r * 0.8}`}
      />
    </g>
  )
}

/** Several sites look like one of a certainty only where all of them are of it. */
function commonCertainty(sites: readonly BoardSite[]): Certainty {
  const [first] = sites
  return first !== undefined && sites.every(({ certainty }) => certainty === first.certainty)
    ? first.certainty
    : 'suspected'
}

function hasConfirmed(sites: readonly BoardSite[]): boolean {
  return sites.some(({ certainty }) => certainty === 'confirmed')
}

function diamondPath(radius: number): string {
  return `M0 ${-radius} ${radius} 0 0 ${radius} ${-radius} 0Z`
}
