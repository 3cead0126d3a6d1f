import { useState } from 'react'
import type { Board } from '../../../shared/board/board.ts'
import type { MeetingId } from '../../../shared/ids.ts'
import type { PatientMeetings } from '../../../shared/meeting/patientMeetings.ts'
import { Button } from '../../components/Button.tsx'
import { SidePanel } from '../board/SidePanel.tsx'
import type { MeetingRights } from '../meetings/meetingState.ts'
import styles from './MeetingFacts.module.css'
import { MeetingFacts, MeetingLine } from './MeetingFacts.tsx'
import { OutcomePanel } from './OutcomePanel.tsx'

type Props = Readonly<{
  board: Board
  meetings: PatientMeetings
  rights: MeetingRights
  onClose: () => void
}>

/** Every meeting of the patient beside the board: what was asked, decided, agreed and delivered; open ones are typed here. */
export function OutcomesPanel({ board, meetings, rights, onClose }: Props) {
  const [open, setOpen] = useState<MeetingId | null>(null)
  return (
    <SidePanel title="Meetings and outcomes" onClose={onClose}>
      {board.meetings.length === 0 && <p>The case was on no list of a meeting.</p>}
      {board.meetings.map(meeting => {
        const of = meetings.find(each => each.meeting.id === meeting.meeting)
        if (of === undefined) return null
        const isOpen = open === of.meeting.id
        return (
          <section key={meeting.meeting} className={styles.beside}>
            <div className={styles.besideHead}>
              {!isOpen && <MeetingLine of={meeting} />}
              {rights.outcome && (
                <Button
                  size="small"
                  look={isOpen ? 'plain' : 'normal'}
                  label={`${isOpen ? 'Read' : 'Record'}: ${meeting.when.text}`}
                  onPress={() => setOpen(isOpen ? null : of.meeting.id)}
                >
                  {isOpen ? 'Read' : of.outcome?.signed ? 'Follow up' : 'Record'}
                </Button>
              )}
            </div>
            {isOpen ? (
              <OutcomePanel
                meetingId={of.meeting.id}
                patientId={of.item.patientId}
                row={null}
                canWrite={rights.outcome}
                canSign={rights.sign}
              />
            ) : (
              <MeetingFacts of={meeting} />
            )}
          </section>
        )
      })}
    </SidePanel>
  )
}
