import type { BoardSite } from '../../../shared/board/board.ts'
import type { FigureMarks } from '../../../shared/figure/figureMarks.ts'
import {
  figureLines,
  leftOutLines,
  siteWords,
  VIEW_LABEL,
} from '../../../shared/figure/figureWords.ts'
import { type LesionMarks, lesionLines } from '../../../shared/figure/lesionMarks.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { Diamond } from '../../components/Diamond.tsx'
import type { useRoving } from '../../components/useRoving.ts'
import styles from './FigureText.module.css'

/** What the drawing says, in words, for who does not see it. */
export function FigureText({
  marks,
  lesions,
}: Readonly<{ marks: FigureMarks; lesions: LesionMarks }>) {
  return (
    <ul className="visually-hidden" aria-label={`What the figure shows: ${VIEW_LABEL[marks.view]}`}>
      {figureLines(marks).map(({ region, text }) => (
        <li key={region}>{text}</li>
      ))}
      {leftOutLines(marks).map(text => (
        <li key={text}>{text}</li>
      ))}
      {lesionLines(lesions).map(text => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

type Props = Readonly<{
  /** Sites of another view, and sites that no view can place. */
  elsewhere: readonly BoardSite[]
  unplaced: readonly BoardSite[]
  selected: EntryId | null
  roving: ReturnType<typeof useRoving>
  onSelect: (entry: EntryId) => void
}>

/** The sites that the drawing does not show, by name beside it. */
export function LeftOut({ elsewhere, unplaced, ...rest }: Props) {
  return (
    <div className={styles.leftOut}>
      {elsewhere.length > 0 && <Sites title="On another view" sites={elsewhere} {...rest} />}
      {unplaced.length > 0 && (
        <Sites title="Without a place on the figure" sites={unplaced} {...rest} />
      )}
    </div>
  )
}

function Sites({
  title,
  sites,
  selected,
  roving,
  onSelect,
}: Omit<Props, 'elsewhere' | 'unplaced'> &
  Readonly<{ title: string; sites: readonly BoardSite[] }>) {
  return (
    <>
      <h3 className={styles.title}>{title}</h3>
      <ul aria-label={title}>
        {sites.map(site => (
          <li key={site.entry}>
            <button
              type="button"
              className={styles.site}
              aria-pressed={site.entry === selected}
              aria-label={siteWords(site)}
              {...roving.item(site.entry)}
              onClick={() => onSelect(site.entry)}
            >
              <Diamond certainty={site.certainty} className={styles.diamond} />
              <b>{site.number}</b> {site.name.text}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
