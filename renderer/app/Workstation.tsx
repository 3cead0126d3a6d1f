import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { hasRight } from '../../shared/access/role.ts'
import type { PatientId } from '../../shared/ids.ts'
import { finishBeforeLock } from '../api/beforeLock.ts'
import { api, onEvent } from '../api/client.ts'
import { useNotify } from '../components/notices.tsx'
import { usePart } from '../components/part.ts'
import { drawAt, nextScale } from '../components/scale.ts'
import { useScaleKeys } from '../components/useScaleKeys.ts'
import { CommandProvider, useCommands } from '../features/palette/CommandProvider.tsx'
import { Palette } from '../features/palette/Palette.tsx'
import { FindPatient } from '../features/patients/FindPatient.tsx'
import { ListProvider, useCaseOrder } from '../features/patients/listState.tsx'
import { EVERYONE } from '../features/patients/listViews.ts'
import { PatientsScreen } from '../features/patients/PatientsScreen.tsx'
import { usePatientPage } from '../features/patients/patients.ts'
import { useCaseSteps } from '../features/patients/useCaseSteps.ts'
import type { Presenting } from '../features/present/Presentation.tsx'
import {
  type OpenSession,
  sentenceOf,
  takeSession,
  useMachineTheme,
} from '../features/session/session.ts'
import { useSettings, useTheme } from '../features/session/settings.ts'
import { useIdleTouch } from '../features/session/useIdleTouch.ts'
import { AboutDialog } from './AboutDialog.tsx'
import { AppBar } from './AppBar.tsx'
import { BOARDS, PRESENTATION } from './parts.ts'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import styles from './Workstation.module.css'

/** Where the window is: the list of patients, or one patient's board. */
export type Place = Readonly<{
  patientId: PatientId | null
  /** Something was presented from here; until somebody goes on, only a neutral screen is shown when that is over. */
  hasPresented?: boolean
}>

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

/** An open workspace: its commands, its list of patients, and what is on screen. */
export function Workstation(props: Props) {
  const { settings } = useSettings()
  return (
    <CommandProvider hasLetterKeys={settings.letterKeys}>
      <ListProvider>
        <OpenWorkspace {...props} />
      </ListProvider>
    </CommandProvider>
  )
}

/** The app bar and the screen below it. */
function OpenWorkspace({ session, place, isArrival, onPlace }: Props) {
  const client = useQueryClient()
  const notify = useNotify()
  const { settings, change, isReady } = useSettings()
  const [help, setHelp] = useState<'shortcuts' | 'about' | null>(null)
  const [isPrinting, setIsPrinting] = useState(false)
  const [tools, setTools] = useState<HTMLElement | null>(null)
  const machine = useMachineTheme()
  useTheme(isReady ? settings.theme : machine.theme)
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
  const { mutate: lockNow } = lock
  // The machine goes to sleep or its screen is locked: what was typed is kept first.
  useEffect(() => onEvent('session:locking', () => lockNow()), [lockNow])
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
  useEffect(() => {
    // Only the palette's list of what was opened last would lack it.
    if (patientId !== null)
      api.invoke('recent:add', { patient: patientId, command: null }).catch(() => {})
  }, [patientId])
  const endPrinting = useCallback(() => setIsPrinting(false), [])
  const { after, before } = useCaseOrder(patientId !== null)
  const [next, last] = patientId === null ? [null, null] : [after(patientId), before(patientId)]
  const around = useMemo(() => [next, last].filter(id => id !== null), [next, last])
  useOnlyCase(session.workspace.demo && isArrival, openPatient)
  // SECURITY: lives as long as the open session: after a lock there is no way back into a presentation.
  const [presenting, setPresenting] = useState<Presenting>(null)
  const present = useCallback(
    (start: PatientId) => {
      openPatient(null)
      setPresenting({ start })
      onPlace({ patientId: null, workspace, hasPresented: true })
    },
    [openPatient, onPlace, workspace],
  )
  const isPresented = presenting !== null || place.hasPresented === true
  const Boards = usePart(BOARDS, patientId !== null || expected.length > 0)
  const Presentation = usePart(PRESENTATION, isPresented)
  const print = patientId === null ? null : () => setIsPrinting(true)
  const startPresenting = patientId === null ? null : () => present(patientId)
  const [finding, setFinding] = useState<string | null>(null)
  useWorkspaceCommands({
    isActive: !isPresented,
    patientId,
    onOpen: openPatient,
    onFind: setFinding,
    onHelp: setHelp,
    onPrint: print,
    onPresent: startPresenting,
    onLock: () => lock.mutate(),
  })
  if (isPresented)
    return (
      Presentation !== null && (
        <Presentation
          presenting={presenting}
          onOver={() => setPresenting(null)}
          onPatients={leave}
          onLock={() => lock.mutate()}
        />
      )
    )
  return (
    <div className={styles.window}>
      <AppBar
        session={session}
        isAtPatients={patientId === null}
        onPatients={leave}
        find={patientId === null ? null : <FindPatient onFind={() => setFinding('')} />}
        onTools={setTools}
        onPrint={print}
        onPresent={startPresenting}
        onHelp={which => (which === 'commands' ? setFinding('>') : setHelp(which))}
        theme={settings.theme}
        onTheme={theme => change({ theme })}
        scale={settings.scale}
        onScale={scale => change({ scale })}
        onLock={() => lock.mutate()}
      />
      {patientId === null && (
        <PatientsScreen
          onOpen={openPatient}
          onExpect={setExpected}
          forbidden={hasRight(session.user.role, 'writePatient') ? null : FORBIDDEN}
        />
      )}
      {Boards !== null && (
        <Boards
          patientId={patientId}
          expected={patientId === null ? expected : around}
          canWrite={hasRight(session.user.role, 'writeCase')}
          tools={tools}
          isPrinting={isPrinting}
          onPrinted={endPrinting}
          onLeave={leave}
        />
      )}
      {help === 'shortcuts' && <ShortcutsDialog onClose={() => setHelp(null)} />}
      {help === 'about' && <AboutDialog onClose={() => setHelp(null)} />}
      {finding !== null && (
        <Palette begin={finding} onClose={() => setFinding(null)} onPatient={openPatient} />
      )}
    </div>
  )
}

const FORBIDDEN = 'Your role may not create or archive patients.'

type Deeds = Readonly<{
  isActive: boolean
  patientId: PatientId | null
  onOpen: (id: PatientId | null) => void
  onFind: (begin: string) => void
  onHelp: (which: 'shortcuts' | 'about') => void
  onPrint: (() => void) | null
  onPresent: (() => void) | null
  onLock: () => void
}>

/** The commands that hold on every screen. */
function useWorkspaceCommands(deeds: Deeds): void {
  const { isActive, patientId, onOpen, onFind, onHelp, onPrint, onPresent, onLock } = deeds
  const { settings, change } = useSettings()
  const steps = useCaseSteps(patientId, onOpen)
  const theme = (chosen: typeof settings.theme) => ({
    run: () => change({ theme: chosen }),
    unavailable: settings.theme === chosen ? 'This is the theme now.' : null,
  })
  const size = (scale: typeof settings.scale) => ({ run: () => change({ scale }) })
  useCommands(
    {
      'app.find': { run: () => onFind('') },
      'app.commands': { run: () => onFind('>') },
      'app.patients': {
        run: () => onOpen(null),
        unavailable: patientId === null ? 'These are the patients.' : null,
      },
      'app.lock': { run: onLock },
      'app.shortcuts': { run: () => onHelp('shortcuts') },
      'app.about': { run: () => onHelp('about') },
      'app.letterKeys': {
        title: settings.letterKeys
          ? 'Single letters as commands: switch off'
          : 'Single letters as commands: switch on',
        run: () => change({ letterKeys: !settings.letterKeys }),
      },
      ...steps,
      ...(onPrint === null ? {} : { 'board.print': { run: onPrint } }),
      ...(onPresent === null ? {} : { 'board.present': { run: onPresent } }),
      'theme.system': theme('system'),
      'theme.light': theme('light'),
      'theme.dark': theme('dark'),
      'theme.contrast': theme('contrast'),
      'size.larger': size(nextScale(settings.scale, 1)),
      'size.smaller': size(nextScale(settings.scale, -1)),
      'size.normal': size(1),
    },
    isActive,
  )
}

/** The demo holds one case: opening the demo opens its board. */
function useOnlyCase(isWanted: boolean, onOpen: (id: PatientId) => void): void {
  const { data, isPlaceholderData } = usePatientPage(EVERYONE.question, 0, isWanted)
  const only =
    data?.total === 1 && !isPlaceholderData ? (data.patients[0]?.patient.id ?? null) : null
  useEffect(() => {
    if (isWanted && only !== null) onOpen(only)
  }, [isWanted, only, onOpen])
}
