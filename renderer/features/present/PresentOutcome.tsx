import { useQuery } from '@tanstack/react-query'
import type { Board } from '../../../shared/board/board.ts'
import type { MeetingId, PatientId } from '../../../shared/ids.ts'
import { Button } from '../../components/Button.tsx'
import type { MeetingRights } from '../meetings/meetingState.ts'
import { meetingQuery } from '../meetings/meetings.ts'
import { LastOutcome } from '../outcomes/MeetingFacts.tsx'
import { OutcomePanel } from '../outcomes/OutcomePanel.tsx'
import styles from './PresentOutcome.module.css'

export type PresentedMeeting = Readonly<{ meetingId: MeetingId; rights: MeetingRights }>

type Props = PresentedMeeting &
  Readonly<{
    patientId: PatientId
    board: Board
    /** Escape leaves what is typed for the board, whose keys then go on. */
    onLeave: () => void
    onClose: () => void
  }>

/** What is decided now, typed beside the board, below what was decided last time. */
export function PresentOutcome({ meetingId, rights, patientId, board, onLeave, onClose }: Props) {
  const { data: list } = useQuery(meetingQuery(meetingId))
  const row = list?.rows.find(({ item }) => item.patientId === patientId) ?? null
  return (
    <aside
      className={styles.beside}
      aria-label="Outcome"
      data-keeps-keys=""
      data-outcome=""
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        onLeave()
      }}
    >
      <LastOutcome board={board} now={meetingId} />
      <section className={styles.now} aria-labelledby="outcome-now">
        <div className={styles.head}>
          <h2 id="outcome-now" className={styles.title}>
            Outcome of this meeting
          </h2>
          <Button look="plain" size="small" onPress={onClose}>
            Hide
          </Button>
        </div>
        <OutcomePanel
          meetingId={meetingId}
          patientId={patientId}
          row={row}
          canWrite={rights.outcome && list?.meeting.status !== 'closed'}
          canSign={rights.sign}
        />
      </section>
    </aside>
  )
}
