import { Fragment, useId, useState } from 'react'
import type { Board, BoardConflict } from '../../../shared/board/board.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { ConflictTag } from '../../components/ConflictTag.tsx'
import { FactText } from '../../components/FactText.tsx'
import { useOverflow } from '../../components/useOverflow.ts'
import { useRoving } from '../../components/useRoving.ts'
import { NewMark } from '../since/NewMark.tsx'
import styles from './ConflictList.module.css'

type Props = Readonly<{
  board: Board
  selected: EntryId | null
  onSelect: (entry: EntryId) => void
  /** Opens the form that settles; null for who may not. */
  onSettle: ((label: string) => void) | null
}>

/**
 * Every conflict by its short name, in as many columns as there is room for; the one that is pressed or has the focus with
 * both readings, its statements in full and their sources below.
 */
export function ConflictList({ board, selected, onSelect, onSettle }: Props) {
  const keys = board.conflicts.map(keyOf)
  const roving = useRoving(keys, selected)
  const statements = useId()
  // A conflict that nobody has written down is no entry to select, but its statements are shown the same way.
  const [opened, setOpened] = useState<string | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const isChosen = ({ entry, label }: BoardConflict) =>
    entry === null ? opened === label : entry === selected
  const shown =
    board.conflicts.find(conflict => keyOf(conflict) === focused) ?? board.conflicts.find(isChosen)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus left
    <div
      className={styles.whole}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(null)
      }}
    >
      <div className={styles.names}>
        <ol className={styles.list} {...roving.list}>
          {board.conflicts.map(conflict => {
            const { entry, label } = conflict
            const key = keyOf(conflict)
            const isSelected = isChosen(conflict)
            const select = () => {
              setOpened(entry === null ? label : null)
              if (entry !== null) onSelect(entry)
            }
            const stop = roving.item(key)
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
                  {...(conflict === shown ? { 'aria-describedby': statements } : {})}
                  {...stop}
                  onFocus={event => {
                    stop.onFocus()
                    // A press of the mouse shows them once it is let go: nothing moves under it before.
                    setFocused(event.currentTarget.matches(':focus-visible') ? key : null)
                  }}
                  onClick={event => {
                    if (event.detail > 0) return
                    if (isSelected) onSettle?.(label)
                    else select()
                  }}
                >
                  <ConflictTag label={label} className={styles.tag} />
                  {entry !== null && <NewMark entry={entry} isPicture />}
                  <FactText fact={conflict.title} tags={false} />
                  {conflict.settled !== null && <span className={styles.isSettled}> settled</span>}
                </button>
              </li>
            )
          })}
        </ol>
      </div>
      {shown !== undefined && <Statements id={statements} conflict={shown} />}
    </div>
  )
}

function keyOf({ entry, label }: BoardConflict): string {
  return entry ?? label
}

/** Both readings beside each other, then who stated what where. */
function Statements({ id, conflict }: { id: string; conflict: BoardConflict }) {
  const { label, statements, settled } = conflict
  const [body, overflows] = useOverflow<HTMLElement>()
  return (
    <section
      ref={body}
      id={id}
      className={styles.statements}
      aria-label={`Statements of ${label}`}
      {...(overflows ? { tabIndex: 0 } : {})}
    >
      <p className={styles.readings}>
        <ConflictTag label={label} />{' '}
        {statements.map(({ short }, at) => (
          <Fragment key={short.id}>
            {at > 0 && <span className={styles.or}> | </span>}
            <FactText fact={short} tags={false} />
          </Fragment>
        ))}
      </p>
      <ul className={styles.full}>
        {statements.map(({ text, source }) => (
          <li key={text.id}>
            <FactText fact={text} tags={false} />{' '}
            <span className={styles.source}>
              (<FactText fact={source} tags={false} />)
            </span>
          </li>
        ))}
      </ul>
      {settled !== null && (
        <p>
          <FactText fact={settled} tags={false} />
        </p>
      )}
    </section>
  )
}
