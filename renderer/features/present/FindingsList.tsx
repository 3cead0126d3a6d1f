import type { Board } from '../../../shared/board/board.ts'
import type { Fact } from '../../../shared/board/fact.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { FactLine } from '../../components/FactLine.tsx'
import { FactText } from '../../components/FactText.tsx'
import { useRoving } from '../../components/useRoving.ts'
import { NewMark } from '../since/NewMark.tsx'
import styles from './lists.module.css'

export type Picking = Readonly<{
  selected: EntryId | null
  onSelect: (entry: EntryId) => void
}>

type Row = Readonly<{
  entry: EntryId
  /** A number or letter by which the rest of the board names it. */
  mark: string | null
  what: Fact
  more: readonly Fact[]
}>

/** Imaging and assessments, newest first, each with its date and what it found. */
export function FindingsList({ board, ...picking }: { board: Board } & Picking) {
  const studies = board.imaging.map(({ entry, what, when, findings, details }) => ({
    entry,
    mark: null,
    what,
    more: [when, findings, ...details],
  }))
  const assessments = board.assessments.map(({ entry, what, when }) => ({
    entry,
    mark: null,
    what,
    more: [when],
  }))
  return <EntryList rows={[...studies.toReversed(), ...assessments.toReversed()]} {...picking} />
}

/** Every site with its number on the map, its certainty and when and how it was found. */
export function SiteList({ board, ...picking }: { board: Board } & Picking) {
  const rows = board.sites.map(site => ({
    entry: site.entry,
    mark: site.number,
    what: site.name,
    more: [site.certaintyWord, site.firstSeen, site.foundBy],
  }))
  return <EntryList rows={rows} {...picking} />
}

function EntryList({ rows, selected, onSelect }: { rows: readonly Row[] } & Picking) {
  const roving = useRoving(
    rows.map(row => row.entry),
    selected,
  )
  return (
    <ul className={styles.list} {...roving.list}>
      {rows.map(({ entry, mark, what, more }) => (
        <li
          key={entry}
          className={styles.row}
          data-entry={entry}
          data-selected={entry === selected ? '' : undefined}
        >
          <NewMark entry={entry} />
          <button
            type="button"
            className={styles.name}
            aria-pressed={entry === selected}
            {...roving.item(entry)}
            onClick={() => onSelect(entry)}
          >
            {mark !== null && <span className={styles.mark}>{mark}</span>}
            <FactText fact={what} />
          </button>{' '}
          <span className={styles.more}>
            <FactLine facts={more} />
          </span>
        </li>
      ))}
    </ul>
  )
}
