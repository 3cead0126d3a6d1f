import type { Board } from '../../../shared/board/board.ts'
import { FactText } from '../../components/FactText.tsx'
import { NewMark } from '../since/NewMark.tsx'
import styles from './ContextList.module.css'

/** What a meeting needs to know besides the disease, each with its label. */
export function ContextList({ board }: { board: Board }) {
  return (
    <dl className={styles.list}>
      {board.context.map(({ label, fact }) => (
        <div key={fact.id}>
          <dt>
            <NewMark fact={fact.id} />
            {label}
          </dt>
          <dd>
            <FactText fact={fact} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
