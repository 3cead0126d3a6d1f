import { useEffect, useRef } from 'react'
import type { MeetingId, PatientId } from '../../../shared/ids.ts'
import type { MeetingRow } from '../../../shared/meeting/meetingList.ts'
import { sentenceOf } from '../session/session.ts'
import styles from './Outcome.module.css'
import { OutcomeEditor } from './OutcomeEditor.tsx'
import { SignedOutcome } from './SignedOutcome.tsx'
import { useStoredOutcome } from './useOutcome.ts'

type Props = Readonly<{
  meetingId: MeetingId
  patientId: PatientId
  /** How the case stands on the list, where it is known. */
  row: MeetingRow | null
  canWrite: boolean
  canSign: boolean
  autoFocus?: boolean
}>

/** The outcome of a case in a meeting: typed while it is open, read and added to once it is signed. */
export function OutcomePanel(props: Props) {
  const { meetingId, patientId, canWrite } = props
  const { data, error } = useStoredOutcome(meetingId, patientId)
  const key = `${meetingId} ${patientId}`
  const edited = useRef('')
  const isOpen = data === null || (data !== undefined && data.signed === null)
  useEffect(() => {
    if (isOpen) edited.current = key
  }, [isOpen, key])
  if (error !== null)
    return (
      <p className={styles.problem} role="alert">
        {sentenceOf(error)}
      </p>
    )
  if (data === undefined) return null
  if (data !== null && (data.signed !== null || !canWrite))
    return (
      <SignedOutcome
        outcome={data}
        canWrite={canWrite}
        canSign={props.canSign}
        keepsKeys={edited.current === key}
      />
    )
  if (!canWrite)
    return <p className={styles.quiet}>No outcome is recorded, and your role may not record one.</p>
  // One editor a case: the next one begins anew and this one keeps the rest of what was typed as it goes.
  return <OutcomeEditor key={key} {...props} stored={data} />
}
