import { Fragment, useState } from 'react'
import type { Board, BoardConflict } from '../../../shared/board/board.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { ConflictTag } from '../../components/ConflictTag.tsx'
import { FactText } from '../../components/FactText.tsx'
import { useRoving } from '../../components/useRoving.ts'
import styles from './ConflictList.module.css'

type Props = Readonly<{
  board: Board
  selected: EntryId | null
  onSelect: (entry: EntryId) => void
  /** Opens the form that settles; null for who may not. */
  onSettle: ((label: string) => void) | null
}>

/** Every conflict with its readings beside each other; the selected one with its statements in full and their sources. */
export function ConflictList({ board, selected, onSelect, onSettle }: Props) {
  const keys = board.conflicts.map(conflict => conflict.entry ?? conflict.label)
  const roving = useRoving(keys, selected)
  // A conflict that nobody has written down is no entry to select, but its statements are shown the same way.
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <ol className={styles.list} {...roving.list}>
      {board.conflicts.map(conflict => {
        const { entry, label } = conflict
        const isSelected = entry === null ? opened === label : entry === selected
        const select = () => (entry === null ? setOpened(label) : onSelect(entry))
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the row's button takes the keys
          <li
            key={label}
            className={styles.conflict}
            data-selected={isSelected ? '' : undefined}
            data-entry={entry ?? undefined}
            onClick={select}
            onDoubleClick={() => onSettle?.(label)}
          >
            <button
              type="button"
              className={styles.name}
              aria-pressed={isSelected}
              {...roving.item(entry ?? label)}
              onClick={event => {
                if (event.detail > 0) return
                if (isSelected) onSettle?.(label)
                else select()
              }}
            >
              <ConflictTag label={label} className={styles.tag} />
              <FactText fact={conflict.title} tags={false} />
            </button>
            <Readings conflict={conflict} isOpen={isSelected} />
          </li>
        )
      })}
    </ol>
  )
}

function Readings({ conflict, isOpen }: { conflict: BoardConflict; isOpen: boolean }) {
  return (
    <>
      <span className={styles.readings}>
        {conflict.statements.map(({ short }, at) => (
          <Fragment key={short.id}>
            {at > 0 && <span className={styles.or}> | </span>}
            <FactText fact={short} tags={false} />
          </Fragment>
        ))}
      </span>
      {conflict.settled !== null && (
        <span className={styles.settled}>
          <FactText fact={conflict.settled} tags={false} />
        </span>
      )}
      {isOpen && (
        <ul className={styles.full}>
          {conflict.statements.map(({ text, source }) => (
            <li key={text.id}>
              <FactText fact={text} tags={false} />{' '}
              <span className={styles.source}>
                (<FactText fact={source} tags={false} />)
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
