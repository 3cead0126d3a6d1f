import type { ReactNode } from 'react'
import type { Board, BoardLesion, BoardSite } from '../../../shared/board/board.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { FactText } from '../../components/FactText.tsx'
import { SpecimenLetter } from '../../components/SpecimenLetter.tsx'
import { useRoving } from '../../components/useRoving.ts'
import { LesionRow } from '../skin/LesionRow.tsx'
import { RowButton } from './RowButton.tsx'
import styles from './SkinList.module.css'

type Props = Readonly<{
  board: Board
  selected: EntryId | null
  onSelect: (entry: EntryId) => void
  onOpen: (entry: EntryId) => void
  /** A small picture of a lesion, where one can be shown. */
  thumbnail?: (lesion: EntryId) => ReactNode
}>

/** Skin lesions, and the sites in the skin and the chest wall that no lesion is linked to; the last found first. */
export function SkinList({ board, selected, onSelect, onOpen, thumbnail }: Props) {
  const lesions = board.lesions.toReversed()
  const sites = skinSites(board).toReversed()
  const roving = useRoving(
    [...lesions, ...sites].map(({ entry }) => entry),
    selected,
  )
  return (
    <ul {...roving.list}>
      {lesions.map(lesion => (
        <LesionRow
          key={lesion.entry}
          board={board}
          lesion={lesion}
          isSelected={isMeant(lesion, selected)}
          roving={roving.item(lesion.entry)}
          onSelect={onSelect}
          onOpen={onOpen}
          thumbnail={thumbnail?.(lesion.entry) ?? null}
        />
      ))}
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

/** A lesion is meant by itself, and by the site that it is. */
function isMeant({ entry, site }: BoardLesion, selected: EntryId | null): boolean {
  return selected !== null && (entry === selected || site === selected)
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

/** The sites in the skin that are not shown by a lesion of theirs. */
function skinSites(board: Board): BoardSite[] {
  return board.sites.filter(site => site.isSkin && site.lesions.length === 0)
}

/** How many rows the list of the skin has. */
export function skinCount(board: Board): number {
  return board.lesions.length + skinSites(board).length
}
