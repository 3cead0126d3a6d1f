import type { Board } from '../../../shared/board/board.ts'
import styles from './MeetingFacts.module.css'
import { MeetingFacts, MeetingLine } from './MeetingFacts.tsx'

/** Every meeting of the case, newest first, with what it decided; all else stands beside the board. */
export function OutcomeList({ board }: { board: Board }) {
  return (
    <ol className={styles.brief}>
      {board.meetings.map(meeting => (
        <li key={meeting.meeting} className={styles.briefly}>
          <MeetingLine of={meeting} />
          <MeetingFacts
            of={meeting}
            parts={['Decision', 'Recommended', 'Actions', 'Review', 'Addenda', 'Signed']}
          />
        </li>
      ))}
    </ol>
  )
}
