import { useQueries } from '@tanstack/react-query'
import { Activity, useEffect, useState } from 'react'
import type { PatientId } from '../../../shared/ids.ts'
import type { MeetingRights } from '../meetings/meetingState.ts'
import { useSettings } from '../session/settings.ts'
import { BoardFrame } from './BoardFrame.tsx'
import { BoardScreen } from './BoardScreen.tsx'
import { arrange, NO_SLOTS } from './boardSlots.ts'
import type { GoTo } from './entryTarget.ts'
import { today } from './today.ts'
import { caseQuery } from './useCase.ts'

type Props = Readonly<{
  /** Whose board is on screen; null while another screen is. */
  patientId: PatientId | null
  /** Who is likely to be opened next: their boards are drawn ahead, out of sight. */
  expected: readonly PatientId[]
  canWrite: boolean
  rights: MeetingRights
  /** With which form the board that is opened begins; null for none. */
  goTo: GoTo | null
  /** Back to where it was opened from, once that form is saved. */
  onReturn: () => void
  /** Where the app bar keeps a place for the board's own buttons. */
  tools: HTMLElement | null
  isPrinting: boolean
  onPrinted: () => void
  onLeave: () => void
}>

/**
 * The board of the patient who is open, and those of patients likely to be opened next: drawn while nothing else is to be
 * done, in no tree that is seen, read out or reached by a key, so that opening one only has to show it. Each visit has a
 * tree of its own, and case and settings come from here at every drawing: nothing is left over from an earlier one.
 */
export function Boards(props: Props) {
  const { patientId, expected, canWrite, tools, isPrinting, onPrinted, onLeave } = props
  const { settings, change, isReady } = useSettings()
  const [state, setState] = useState(NO_SLOTS)
  const arranged = arrange(state, patientId, useLater(expected, patientId))
  if (arranged !== state) setState(arranged)
  const { slots } = arranged
  const cases = useQueries({ queries: slots.map(slot => caseQuery(slot.patientId)) })
  const day = today()
  return slots.map((slot, at) => {
    const isShown = slot.patientId === patientId
    const { data, error, refetch } = cases[at] ?? {}
    if (refetch === undefined || (!isShown && (data === undefined || !isReady))) return null
    return (
      <Activity key={slot.key} mode={isShown ? 'visible' : 'hidden'}>
        <BoardFrame value={isShown ? tools : null}>
          <BoardScreen
            patientId={slot.patientId}
            open={data ?? null}
            error={error ?? null}
            onRetry={refetch}
            settings={isReady ? settings : null}
            onSettings={change}
            today={day}
            canWrite={canWrite}
            rights={props.rights}
            goTo={isShown ? props.goTo : null}
            onReturn={props.onReturn}
            isPrinting={isShown && isPrinting}
            onPrinted={onPrinted}
            onLeave={onLeave}
          />
        </BoardFrame>
      </Activity>
    )
  })
}

/** How long a board stands on screen before others are drawn ahead. */
const AT_REST_MS = 250

/** Who is expected, once what is on screen now is painted and at rest. */
function useLater(expected: readonly PatientId[], shown: PatientId | null): readonly PatientId[] {
  const [taken, setTaken] = useState<readonly PatientId[]>([])
  useEffect(() => {
    const timer = setTimeout(() => setTaken(expected), shown === null ? 0 : AT_REST_MS)
    return () => clearTimeout(timer)
  }, [expected, shown])
  return taken
}
