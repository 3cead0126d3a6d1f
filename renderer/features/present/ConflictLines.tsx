import { Fragment } from 'react'
import type { Board } from '../../../shared/board/board.ts'
import { ConflictTag } from '../../components/ConflictTag.tsx'
import { FactText } from '../../components/FactText.tsx'
import { useRoving } from '../../components/useRoving.ts'
import { NewMark } from '../since/NewMark.tsx'
import type { Picking } from './FindingsList.tsx'
import styles from './lists.module.css'

/** Every conflict with its readings beside each other, none settled by being presented. */
export function ConflictLines({ board, selected, onSelect }: { board: Board } & Picking) {
  const roving = useRoving(
    board.conflicts.map(({ entry, label }) => entry ?? label),
    selected,
  )
  return (
    <ol className={styles.columns} {...roving.list}>
      {board.conflicts.map(({ entry, label, title, statements, settled }) => (
        <li
          key={label}
          className={styles.conflict}
          data-entry={entry ?? undefined}
          data-selected={entry !== null && entry === selected ? '' : undefined}
        >
          {entry !== null && <NewMark entry={entry} />}
          <button
            type="button"
            className={styles.name}
            aria-pressed={entry !== null && entry === selected}
            {...roving.item(entry ?? label)}
            onClick={() => entry !== null && onSelect(entry)}
          >
            <ConflictTag label={label} className={styles.tag} />
            <FactText fact={title} tags={false} />
          </button>{' '}
          <span className={styles.more}>
            {statements.map(({ short }, at) => (
              <Fragment key={short.id}>
                {at > 0 && <span className={styles.or}> | </span>}
                <FactText fact={short} tags={false} />
              </Fragment>
            ))}
            {settled !== null && (
              <>
                {' '}
                <FactText fact={settled} tags={false} />
              </>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}
