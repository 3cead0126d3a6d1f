import type { Board, BoardSite } from '../../../shared/board/board.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { FactText } from '../../components/FactText.tsx'
import { SpecimenLetter } from '../../components/SpecimenLetter.tsx'
import { useRoving } from '../../components/useRoving.ts'
import { RowButton } from './RowButton.tsx'
import styles from './SkinList.module.css'

type Props = Readonly<{
  board: Board
  selected: EntryId | null
  onSelect: (entry: EntryId) => void
  onOpen: (entry: EntryId) => void
}>

/** Sites in the skin and the chest wall, the last found first, with their recorded sizes and specimens. */
export function SkinList({ board, selected, onSelect, onOpen }: Props) {
  const sites = skinSites(board).toReversed()
  const roving = useRoving(
    sites.map(site => site.entry),
    selected,
  )
  return (
    <ul {...roving.list}>
      {sites.map(site => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the row's button takes the keys
        <li
          key={site.entry}
          className={styles.lesion}
          data-selected={site.entry === selected ? '' : undefined}
          data-entry={site.entry}
          onClick={() => onSelect(site.entry)}
          onDoubleClick={() => onOpen(site.entry)}
        >
          <RowButton
            entry={site.entry}
            selected={site.entry === selected}
            roving={roving.item(site.entry)}
            onSelect={onSelect}
            onOpen={onOpen}
          >
            <strong>
              {site.number} <FactText fact={site.name} tags={false} />
            </strong>
          </RowButton>
          {site.specimens.map(label => (
            <SpecimenLetter key={label} label={label} className={styles.letter} />
          ))}
          <Line site={site} />
        </li>
      ))}
    </ul>
  )
}

function Line({ site }: { site: BoardSite }) {
  return (
    <ul className={styles.facts}>
      {[site.firstSeenShort, site.foundBy, ...site.details].map(fact => (
        <li key={fact.id}>
          <FactText fact={fact} />
        </li>
      ))}
    </ul>
  )
}

/** The sites that a dermatologist looks at. */
export function skinSites(board: Board): BoardSite[] {
  return board.sites.filter(site => site.isSkin)
}
