import { useQuery } from '@tanstack/react-query'
import type { Outcome } from '../../../shared/meeting/outcome.ts'
import { boardFor } from '../board/boardFor.ts'
import { today } from '../board/today.ts'
import { caseQuery } from '../board/useCase.ts'
import { useSettings } from '../session/settings.ts'
import { machineZone } from '../since/useNews.ts'
import { ActionsDone } from './ActionsDone.tsx'
import { AddendumForm } from './AddendumForm.tsx'
import { FollowUps } from './FollowUps.tsx'
import { MeetingFacts, MeetingLine } from './MeetingFacts.tsx'
import styles from './Outcome.module.css'

type Props = Readonly<{
  outcome: Outcome
  canWrite: boolean
  canSign: boolean
  /** It was signed just now: the keyboard stays here, where it was. */
  keepsKeys: boolean
}>

/** A signed outcome: read as it was signed, added to by addenda, and followed up by records of their own. */
export function SignedOutcome({ outcome, canWrite, canSign, keepsKeys }: Props) {
  const { data: open } = useQuery({ ...caseQuery(outcome.patientId), staleTime: 0 })
  const { settings } = useSettings()
  if (open === undefined) return null
  const { meetings } = boardFor(open.case, {
    cutoff: settings.cutoff,
    today: today(),
    meetings: { list: open.meetings, zone: machineZone },
  })
  const of = meetings.find(({ meeting }) => meeting === outcome.meetingId)
  return (
    <div
      className={styles.editor}
      tabIndex={-1}
      ref={element => {
        if (keepsKeys && document.activeElement === document.body) element?.focus()
      }}
    >
      {of !== undefined && (
        <>
          <MeetingLine of={of} />
          <MeetingFacts of={of} />
        </>
      )}
      {canWrite && outcome.signed !== null && (
        <>
          <ActionsDone outcome={outcome} />
          <FollowUps outcome={outcome} />
        </>
      )}
      {canSign && outcome.signed !== null && <AddendumForm outcome={outcome} />}
    </div>
  )
}
