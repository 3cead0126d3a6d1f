import type { Board, BoardMissing } from '../../../shared/board/board.ts'
import { FactText } from '../../components/FactText.tsx'
import styles from './MissingList.module.css'

/** What the meeting's minimum data set lacks, by name; each leads to where it can be filled in. */
export function MissingList({
  board,
  onGo,
}: {
  board: Board
  /** Null for who may not write. */
  onGo: ((missing: BoardMissing) => void) | null
}) {
  return (
    <ul className={styles.list}>
      {board.missing.map(missing => (
        <li key={missing.id}>
          {onGo === null ? (
            <FactText fact={missing.fact} />
          ) : (
            <button type="button" className={styles.item} onClick={() => onGo(missing)}>
              <FactText fact={missing.fact} />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
