import type { Direction } from '../../shared/board/board.ts'
import type { Fact } from '../../shared/board/fact.ts'
import { ChangeMark } from './ChangeMark.tsx'
import { FactText } from './FactText.tsx'
import styles from './Flag.module.css'

/** A call changed under the rule in force: the strongest mark on the board. */
export function Flag({ direction, fact }: { direction: Direction; fact: Fact }) {
  return (
    <span className={styles.flag}>
      <ChangeMark direction={direction} />
      <FactText fact={fact} className={styles.text} tags={false} />
    </span>
  )
}
