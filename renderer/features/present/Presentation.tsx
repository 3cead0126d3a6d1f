import { useEffect } from 'react'
import type { MeetingId, PatientId } from '../../../shared/ids.ts'
import { useNotify } from '../../components/notices.tsx'
import { useKeys } from '../../components/shortcuts.ts'
import type { MeetingRights } from '../meetings/meetingState.ts'
import { useMeetingCases } from '../meetings/useMeetingOrder.ts'
import { useCaseOrder } from '../patients/listState.tsx'
import { ClosingScreen } from './ClosingScreen.tsx'
import { PresentScreen } from './PresentScreen.tsx'

/** With which case a presentation began, and of which meeting it shows the list; null once it is over. */
export type Presenting = Readonly<{ start: PatientId; meetingId: MeetingId | null }> | null

type Props = Readonly<{
  presenting: Presenting
  rights: MeetingRights
  onOver: () => void
  /** Where it goes on from the screen after it, in words. */
  backTo: string
  onBack: () => void
  onLock: () => void
}>

/** A presentation, and after it the screen on which no patient is. */
export function Presentation({ presenting, rights, onOver, backTo, onBack, onLock }: Props) {
  const notify = useNotify()
  const meetingId = presenting?.meetingId ?? null
  const listed = useCaseOrder(presenting !== null && meetingId === null)
  const cases = useMeetingCases(meetingId, presenting?.start ?? null)
  // What was done before is none of the room's business, and may name a patient.
  useEffect(() => notify(null), [notify])
  useKeys({ 'control+l': onLock }, presenting === null)
  if (presenting === null) return <ClosingScreen backTo={backTo} onBack={onBack} onLock={onLock} />
  const { start } = presenting
  const { ids, isPending } = meetingId === null ? listed : cases
  return (
    <PresentScreen
      start={start}
      order={ids.includes(start) ? ids : [start]}
      isOrderPending={isPending && !ids.includes(start)}
      meeting={meetingId === null ? null : { meetingId, rights }}
      onEnd={onOver}
      onLock={onLock}
    />
  )
}
