import { memo, useMemo } from 'react'
import type { PatientId } from '../../../shared/ids.ts'
import type { OpenCase, UserSettings } from '../../../shared/ipc/contract.ts'
import { NO_MEETINGS } from '../../../shared/meeting/patientMeetings.ts'
import { Button } from '../../components/Button.tsx'
import type { MeetingRights } from '../meetings/meetingState.ts'
import { sentenceOf } from '../session/session.ts'
import { machineZone } from '../since/useNews.ts'
import styles from './BoardScreen.module.css'
import { BoardView } from './BoardView.tsx'
import { boardFor } from './boardFor.ts'
import type { GoTo } from './entryTarget.ts'

type Props = Readonly<{
  patientId: PatientId
  /** The case as stored; null until it is answered. */
  open: OpenCase | null
  error: Error | null
  onRetry: () => void
  /** Null until they are known: no call flashes up under another cut-off than the user's. */
  settings: UserSettings | null
  onSettings: (part: Partial<UserSettings>) => void
  today: string
  canWrite: boolean
  rights: MeetingRights
  goTo: GoTo | null
  onReturn: () => void
  isPrinting: boolean
  onPrinted: () => void
  onLeave: () => void
}>

/** The board of one patient, drawn from the case as stored under the user's cut-off. */
export const BoardScreen = memo(function BoardScreen(props: Props) {
  const { patientId, open, error, settings, onSettings, today, onRetry, onLeave } = props
  const cutoff = settings?.cutoff ?? null
  // SECURITY: one patient's case never stands where another's was asked for.
  const of = open?.case.patient.id === patientId ? open.case : null
  const meetings = open?.meetings ?? NO_MEETINGS
  const board = useMemo(
    () =>
      of === null || cutoff === null
        ? null
        : boardFor(of, { cutoff, today, meetings: { list: meetings, zone: machineZone } }),
    [of, cutoff, today, meetings],
  )
  if (error !== null && board === null)
    return (
      <main className={styles.failed}>
        <h1>The case could not be opened</h1>
        <p role="alert">{sentenceOf(error)}</p>
        <Button onPress={onRetry}>Try again</Button>
        <Button look="plain" onPress={onLeave}>
          Back to the patients
        </Button>
      </main>
    )
  if (open === null || board === null || settings === null) return <main className={styles.blank} />
  return (
    <BoardView
      open={open}
      board={board}
      today={today}
      paper={settings.paper}
      onPaper={paper => onSettings({ paper })}
      canWrite={props.canWrite}
      rights={props.rights}
      goTo={props.goTo}
      onReturn={props.onReturn}
      isPrinting={props.isPrinting}
      onPrinted={props.onPrinted}
      onCutoff={chosen => onSettings({ cutoff: chosen })}
    />
  )
})
