import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { hasRight } from '../../shared/access/role.ts'
import type { PatientId } from '../../shared/ids.ts'
import { finishBeforeLock } from '../api/beforeLock.ts'
import { api } from '../api/client.ts'
import { useNotify } from '../components/notices.tsx'
import { drawAt } from '../components/scale.ts'
import { useKeys } from '../components/shortcuts.ts'
import { useScaleKeys } from '../components/useScaleKeys.ts'
import { Boards } from '../features/board/Boards.tsx'
import { FindPatient } from '../features/patients/FindPatient.tsx'
import { PatientsScreen } from '../features/patients/PatientsScreen.tsx'
import { usePatientPage } from '../features/patients/patients.ts'
import { type OpenSession, sentenceOf, takeSession } from '../features/session/session.ts'
import { useSettings, useTheme } from '../features/session/settings.ts'
import { useIdleTouch } from '../features/session/useIdleTouch.ts'
import { AboutDialog } from './AboutDialog.tsx'
import { AppBar } from './AppBar.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import styles from './Workstation.module.css'

/** Where the window is: the list of patients, or one patient's board. */
export type Place = Readonly<{ patientId: PatientId | null }>

/** The same, in which workspace. */
export type PlaceIn = Place & Readonly<{ workspace: string | null }>

type Props = Readonly<{
  session: OpenSession
  place: Place
  /** Nothing was opened yet in this workspace. */
  isArrival: boolean
  /** Always the same function, so that a board drawn ahead needs no second drawing. */
  onPlace: (place: PlaceIn) => void
}>

/** An open workspace: the app bar and the screen below it. */
export function Workstation({ session, place, isArrival, onPlace }: Props) {
  const client = useQueryClient()
  const notify = useNotify()
  const { settings, change, isReady } = useSettings()
  const [help, setHelp] = useState<'shortcuts' | 'about' | null>(null)
  const [isPrinting, setIsPrinting] = useState(false)
  const [tools, setTools] = useState<HTMLElement | null>(null)
  useTheme(settings.theme)
  useLayoutEffect(() => {
    // Until the user's own size is known, that of the screen before it stays.
    if (isReady) drawAt(settings.scale)
  }, [isReady, settings.scale])
  useScaleKeys(settings.scale, scale => change({ scale }))
  useIdleTouch(true)
  const lock = useMutation({
    mutationFn: async () => {
      await finishBeforeLock()
      return api.invoke('workspace:lock', {})
    },
    onSuccess: state => takeSession(client, state),
    onError: error => notify({ text: sentenceOf(error), tone: 'problem' }),
  })
  const [expected, setExpected] = useState<readonly PatientId[]>([])
  const { patientId } = place
  const workspace = session.workspace.id
  const openPatient = useCallback(
    (id: PatientId | null) => {
      setIsPrinting(false)
      notify(null)
      onPlace({ patientId: id, workspace })
    },
    [onPlace, notify, workspace],
  )
  const leave = useCallback(() => openPatient(null), [openPatient])
  const endPrinting = useCallback(() => setIsPrinting(false), [])
  useOnlyCase(session.workspace.demo && isArrival, openPatient)
  const print = patientId === null ? null : () => setIsPrinting(true)
  useKeys({
    'control+k': () => document.getElementById('find-patient')?.focus(),
    'control+l': () => lock.mutate(),
    'control+p': () =>
      print === null
        ? notify({
            text: 'Open a patient first: the summary of one patient is printed.',
            tone: 'done',
          })
        : print(),
    f1: () => setHelp('shortcuts'),
    '?': () => setHelp('shortcuts'),
  })
  return (
    <div className={styles.window}>
      <AppBar
        session={session}
        isAtPatients={patientId === null}
        onPatients={leave}
        find={patientId === null ? null : <FindPatient onOpen={openPatient} />}
        onTools={setTools}
        onPrint={print}
        onHelp={setHelp}
        theme={settings.theme}
        onTheme={theme => change({ theme })}
        scale={settings.scale}
        onScale={scale => change({ scale })}
        onLock={() => lock.mutate()}
      />
      {patientId === null && <PatientsScreen onOpen={openPatient} onExpect={setExpected} />}
      <Boards
        patientId={patientId}
        expected={expected}
        canWrite={hasRight(session.user.role, 'writeCase')}
        tools={tools}
        isPrinting={isPrinting}
        onPrinted={endPrinting}
        onLeave={leave}
      />
      {help === 'shortcuts' && <ShortcutsDialog onClose={() => setHelp(null)} />}
      {help === 'about' && <AboutDialog onClose={() => setHelp(null)} />}
    </div>
  )
}

const EVERYONE = { query: '', archived: false } as const

/** The demo holds one case: opening the demo opens its board. */
function useOnlyCase(isWanted: boolean, onOpen: (id: PatientId) => void): void {
  const { data, isPlaceholderData } = usePatientPage(EVERYONE, 0, undefined, isWanted)
  const only =
    data?.total === 1 && !isPlaceholderData ? (data.patients[0]?.patient.id ?? null) : null
  useEffect(() => {
    if (isWanted && only !== null) onOpen(only)
  }, [isWanted, only, onOpen])
}
