import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { hasRight } from '../../shared/access/role.ts'
import type { PatientId } from '../../shared/ids.ts'
import type { Scale } from '../../shared/ipc/contract.ts'
import { finishBeforeLock } from '../api/beforeLock.ts'
import { api, onEvent } from '../api/client.ts'
import { useNotify } from '../components/notices.tsx'
import { usePart } from '../components/part.ts'
import { drawAt, nextScale } from '../components/scale.ts'
import { useHeldKeys } from '../components/useHeldKeys.ts'
import { useScaleKeys } from '../components/useScaleKeys.ts'
import type { GoTo } from '../features/board/entryTarget.ts'
import { type MeetingState, rightsOf } from '../features/meetings/meetingState.ts'
import { useMeetingOrder } from '../features/meetings/useMeetingOrder.ts'
import { CommandProvider, useCommands } from '../features/palette/CommandProvider.tsx'
import { Palette } from '../features/palette/Palette.tsx'
import { PrintLog } from '../features/papers/PrintLog.tsx'
import { FindPatient } from '../features/patients/FindPatient.tsx'
import { type CaseOrder, ListProvider, useCaseOrder } from '../features/patients/listState.tsx'
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
import { AppBar, type ScreenKey } from './AppBar.tsx'
import { BOARDS, MEETINGS, PRESENTATION } from './parts.ts'
import { PATIENTS, type Place, type PlaceIn, type ScreenAt } from './place.ts'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import styles from './Workstation.module.css'

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
  useScaleKeys(next => change(({ scale }) => ({ scale: next(scale) })))
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
  const { patientId, screen } = place
  const workspace = session.workspace.id
  const go = useCallback(
    (next: ScreenAt, id: PatientId | null = null, goTo: GoTo | null = null) => {
      setIsPrinting(false)
      notify(null)
      onPlace({ screen: next, patientId: id, goTo, workspace })
    },
    [onPlace, notify, workspace],
  )
  const openPatient = useCallback(
    (id: PatientId | null, goTo: GoTo | null = null) =>
      id === null ? go(PATIENTS) : go(screen, id, goTo),
    [go, screen],
  )
  const leave = useCallback(() => go(screen), [go, screen])
  const meetingId = screen.at === 'meeting' ? screen.meetingId : null
  const rights = useMemo(() => rightsOf(session.user.role), [session.user.role])
  const [listAt, setListAt] = useState<MeetingState | null>(null)
  useEffect(() => {
    // Only the palette's list of what was opened last would lack it.
    if (patientId !== null)
      api.invoke('recent:add', { patient: patientId, command: null }).catch(() => {})
  }, [patientId])
  const endPrinting = useCallback(() => setIsPrinting(false), [])
  const listOrder = useCaseOrder(patientId !== null && meetingId === null)
  const order = useMeetingOrder(meetingId) ?? listOrder
  const { after, before } = order
  const [next, last] = patientId === null ? [null, null] : [after(patientId), before(patientId)]
  const around = useMemo(() => [next, last].filter(id => id !== null), [next, last])
  useOnlyCase(session.workspace.demo && isArrival, openPatient)
  // SECURITY: lives as long as the open session: after a lock there is no way back into a presentation.
  const [presenting, setPresenting] = useState<Presenting>(null)
  const present = useCallback(
    (start: PatientId) => {
      go(screen)
      setPresenting({ start, meetingId })
      onPlace({ screen, patientId: null, workspace, hasPresented: true })
    },
    [go, onPlace, screen, meetingId, workspace],
  )
  const isPresented = presenting !== null || place.hasPresented === true
  const Boards = usePart(BOARDS, patientId !== null || expected.length > 0)
  const isAtMeetings = patientId === null && screen.at !== 'patients'
  const MeetingScreens = usePart(MEETINGS, isAtMeetings)
  const Presentation = usePart(PRESENTATION, isPresented)
  useHeldKeys(
    isPresented
      ? Presentation === null
      : (isAtMeetings && MeetingScreens === null) || (patientId !== null && Boards === null),
  )
  const print = patientId === null ? null : () => setIsPrinting(true)
  const startPresenting = patientId === null ? null : () => present(patientId)
  const [finding, setFinding] = useState<string | null>(null)
  useWorkspaceCommands({
    isActive: !isPresented,
    patientId,
    screen,
    order,
    onOpen: openPatient,
    onGo: go,
    onBack: patientId === null ? null : leave,
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
          rights={rights}
          backTo={screen.at === 'meeting' ? 'Back to the list' : 'Back to the patients'}
          onOver={() => setPresenting(null)}
          onBack={leave}
          onLock={() => lock.mutate()}
        />
      )
    )
  return (
    <div className={styles.window}>
      <AppBar
        session={session}
        at={patientId === null ? keyOf(screen) : null}
        onGo={key => go({ at: key })}
        onBack={patientId === null || screen.at === 'patients' ? null : leave}
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
      {isAtMeetings && MeetingScreens !== null && (
        <MeetingScreens
          screen={screen}
          rights={rights}
          state={listAt}
          onState={setListAt}
          onGo={go}
          onOpen={openPatient}
          onPresent={present}
        />
      )}
      {patientId === null && screen.at === 'patients' && (
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
          rights={rights}
          goTo={place.goTo ?? null}
          onReturn={leave}
          tools={tools}
          isPrinting={isPrinting}
          onPrinted={endPrinting}
          onLeave={leave}
        />
      )}
      {patientId !== null && (
        <PrintLog
          key={patientId}
          of={{ of: 'patient', id: patientId }}
          title="Log of prints of the patient"
          button={null}
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

/** Under which name of the app bar a screen stands. */
function keyOf({ at }: ScreenAt): ScreenKey {
  return at === 'meeting' ? 'meetings' : at
}

type Deeds = Readonly<{
  isActive: boolean
  patientId: PatientId | null
  screen: ScreenAt
  order: CaseOrder
  onOpen: (id: PatientId | null) => void
  onGo: (screen: ScreenAt) => void
  /** Null on a screen that is not a board. */
  onBack: (() => void) | null
  onFind: (begin: string) => void
  onHelp: (which: 'shortcuts' | 'about') => void
  onPrint: (() => void) | null
  onPresent: (() => void) | null
  onLock: () => void
}>

/** The commands that hold on every screen. */
function useWorkspaceCommands(deeds: Deeds): void {
  const { isActive, patientId, screen, order, onOpen, onGo, onBack } = deeds
  const { onFind, onHelp, onPrint, onPresent, onLock } = deeds
  const { settings, change } = useSettings()
  const steps = useCaseSteps(patientId, order, onOpen)
  const isAt = (at: ScreenAt['at']) => patientId === null && screen.at === at
  const theme = (chosen: typeof settings.theme) => ({
    run: () => change({ theme: chosen }),
    unavailable: settings.theme === chosen ? 'This is the theme now.' : null,
  })
  const size = (next: (before: Scale) => Scale) => ({
    run: () => change(({ scale }) => ({ scale: next(scale) })),
  })
  useCommands(
    {
      'app.find': { run: () => onFind('') },
      'app.commands': { run: () => onFind('>') },
      'app.patients': {
        run: () => onOpen(null),
        unavailable: isAt('patients') ? 'These are the patients.' : null,
      },
      'app.meetings': {
        run: () => onGo({ at: 'meetings' }),
        unavailable: isAt('meetings') ? 'These are the meetings.' : null,
      },
      'app.actions': {
        run: () => onGo({ at: 'actions' }),
        unavailable: isAt('actions') ? 'These are the actions.' : null,
      },
      ...(onBack === null ? {} : { 'app.back': { run: onBack } }),
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
      'size.larger': size(scale => nextScale(scale, 1)),
      'size.smaller': size(scale => nextScale(scale, -1)),
      'size.normal': size(() => 1),
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
