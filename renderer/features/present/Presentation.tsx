import { useEffect } from 'react'
import type { PatientId } from '../../../shared/ids.ts'
import { useNotify } from '../../components/notices.tsx'
import { useKeys } from '../../components/shortcuts.ts'
import { useCaseOrder } from '../patients/listState.tsx'
import { ClosingScreen } from './ClosingScreen.tsx'
import { PresentScreen } from './PresentScreen.tsx'

/** With which case a presentation began; null once it is over. */
export type Presenting = Readonly<{ start: PatientId }> | null

type Props = Readonly<{
  presenting: Presenting
  onOver: () => void
  onPatients: () => void
  onLock: () => void
}>

/** A presentation, and after it the screen on which no patient is. */
export function Presentation({ presenting, onOver, onPatients, onLock }: Props) {
  const notify = useNotify()
  const { ids } = useCaseOrder()
  // What was done before is none of the room's business, and may name a patient.
  useEffect(() => notify(null), [notify])
  useKeys({ 'control+l': onLock }, presenting === null)
  if (presenting === null) return <ClosingScreen onPatients={onPatients} onLock={onLock} />
  const { start } = presenting
  return (
    <PresentScreen
      start={start}
      order={ids.includes(start) ? ids : [start]}
      onEnd={onOver}
      onLock={onLock}
    />
  )
}
