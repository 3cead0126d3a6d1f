import type { ReactNode } from 'react'
import type { Board, BoardLesion } from '../../../shared/board/board.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { FactText } from '../../components/FactText.tsx'
import { SpecimenLetter } from '../../components/SpecimenLetter.tsx'
import { RowButton } from '../tables/RowButton.tsx'
import styles from './LesionRow.module.css'
import { SizeTrend } from './SizeTrend.tsx'

type Props = Readonly<{
  board: Board
  lesion: BoardLesion
  isSelected: boolean
  /** From the panel's roving tab stop. */
  roving: object
  onSelect: (entry: EntryId) => void
  onOpen: (entry: EntryId) => void
  thumbnail: ReactNode
}>

/** A skin lesion in the list of the board: its picture, its sizes, how it was said to go, and the signs that were ticked. */
export function LesionRow(props: Props) {
  const { board, lesion, isSelected, roving, onSelect, onOpen, thumbnail } = props
  const specimens = board.specimens.filter(specimen => specimen.lesion === lesion.entry)
  const site = board.sites.find(({ entry }) => entry === lesion.site)
  // Its own label is the row's name already.
  const ofSite = (site?.details ?? []).filter(({ id }) => !id.endsWith(`.lesion.${lesion.entry}`))
  // What is not recorded is one action away: a list this narrow says what there is.
  const photographs = lesion.photographs === null ? [] : [lesion.photographs.fact]
  const said = [lesion.sizes, lesion.course, lesion.noted, ...photographs, lesion.what].filter(
    ({ tone }) => tone !== 'missing',
  )
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the row's button takes the keys
    <li
      className={styles.lesion}
      data-selected={isSelected ? '' : undefined}
      data-entry={lesion.entry}
      onClick={() => onSelect(lesion.entry)}
      onDoubleClick={() => onOpen(lesion.entry)}
    >
      {thumbnail}
      <div className={styles.words}>
        <RowButton
          entry={lesion.entry}
          selected={isSelected}
          roving={roving}
          onSelect={onSelect}
          onOpen={onOpen}
        >
          <strong>
            {lesion.label} <FactText fact={lesion.name} tags={false} />
          </strong>
          {specimens.map(({ label }) => (
            <SpecimenLetter key={label} label={label} className={styles.letter} />
          ))}
        </RowButton>
        <SizeTrend points={lesion.sizePoints} />
        <ul className={styles.facts}>
          {[...said, ...ofSite].map(fact => (
            <li key={fact.id}>
              <FactText fact={fact} />
            </li>
          ))}
        </ul>
        {lesion.signs.length > 0 && (
          <ul className={styles.signs} aria-label="Signs for reassessment">
            {lesion.signs.map(fact => (
              <li key={fact.id}>
                <FactText fact={fact} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
