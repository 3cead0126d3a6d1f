import type { Board } from '../../../shared/board/board.ts'
import { FactText } from '../../components/FactText.tsx'
import { Panel } from '../../components/Panel.tsx'
import { NewMark } from '../since/NewMark.tsx'
import styles from './QuestionPanel.module.css'

/** What the meeting is asked, in the largest letters of all, and what it has to know to answer. */
export function QuestionPanel({ board }: { board: Board }) {
  return (
    <>
      <Panel title="Question for the meeting">
        <p className={styles.question}>
          <NewMark fact={board.question.id} />
          <FactText fact={board.question} boxed className={styles.words} />
        </p>
        {board.intervals.length > 0 && (
          <ul className={styles.intervals} aria-label="Intervals, derived">
            {board.intervals.map(fact => (
              <li key={fact.id}>
                <FactText fact={fact} />
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title="Context">
        <dl className={styles.context}>
          {board.context.map(({ label, fact }) => (
            <div key={fact.id}>
              <NewMark fact={fact.id} />
              <dt>{label}</dt>
              <dd>
                <FactText fact={fact} />
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
    </>
  )
}
