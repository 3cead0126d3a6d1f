import type { Direction } from '../../shared/board/board.ts'
import styles from './ChangeMark.module.css'

const WORD = {
  up: 'higher, ',
  down: 'lower, ',
  both: 'in both directions, ',
} as const satisfies Record<Direction, string>

/** A word joiner: the mark never ends a line that its words begin. */
const KEEP_TOGETHER = '\u2060'

/** Drawn ▲, ▼ or both; the direction is also said to a screen reader. */
export function ChangeMark({ direction }: { direction: Direction }) {
  return (
    <>
      <span className={styles.mark}>
        {direction !== 'down' && <Triangle d="M4 .8 7.6 7.2H.4Z" />}
        {direction !== 'up' && <Triangle d="M4 7.2.4.8H7.6Z" />}
        <span className="visually-hidden">{WORD[direction]}</span>
      </span>
      <span aria-hidden="true">{KEEP_TOGETHER}</span>
    </>
  )
}

function Triangle({ d }: { d: string }) {
  return (
    <svg className={styles.shape} viewBox="0 0 8 8" aria-hidden="true">
      <path d={d} fill="currentColor" />
    </svg>
  )
}
