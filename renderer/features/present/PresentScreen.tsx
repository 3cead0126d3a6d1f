import { useQuery } from '@tanstack/react-query'
import { type PointerEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { EntryId, PatientId } from '../../../shared/ids.ts'
import type { OpenCase } from '../../../shared/ipc/contract.ts'
import { COMPACT, drawForRoom, useScale } from '../../components/scale.ts'
import { useMedia } from '../../components/useMedia.ts'
import { Banner } from '../board/Banner.tsx'
import { boardFor } from '../board/boardFor.ts'
import { Story } from '../board/Story.tsx'
import { today } from '../board/today.ts'
import { caseQuery } from '../board/useCase.ts'
import { sentenceOf } from '../session/session.ts'
import { useSettings } from '../session/settings.ts'
import { machineZone } from '../since/useNews.ts'
import { focusOutcome } from './focusOutcome.ts'
import { PresentKeys } from './PresentKeys.tsx'
import { PresentNews } from './PresentNews.tsx'
import { type PresentedMeeting, PresentOutcome } from './PresentOutcome.tsx'
import { PresentPanel } from './PresentPanel.tsx'
import { PresentPhotos } from './PresentPhotos.tsx'
import styles from './PresentScreen.module.css'
import { PresentStrip } from './PresentStrip.tsx'
import { PANELS, type PanelKey, panelAfter } from './panels.ts'
import { picturedLesion } from './picturedLesion.ts'
import { Spotlight } from './Spotlight.tsx'
import { useCasesAround } from './useCasesAround.ts'
import { useFullScreen } from './useFullScreen.ts'
import { usePresentKeys } from './usePresentKeys.ts'
import { useShownTime } from './useShownTime.ts'
import { useZooms } from './useZooms.ts'

type Props = Readonly<{
  start: PatientId
  order: readonly PatientId[]
  /** The order is still being read: steps from case to case wait for it. */
  isOrderPending: boolean
  /** The meeting whose list is gone through, and what this user may do in it; null for a list of patients. */
  meeting: PresentedMeeting | null
  onEnd: () => void
  onLock: () => void
}>

const nothing = () => {}

/** The board for a room: larger, nothing to edit, one case and one panel after the other by single keys. */
export function PresentScreen(props: Props) {
  const { start, order, isOrderPending, meeting, onEnd, onLock } = props
  const [patientId, setPatientId] = useState(start)
  const [panel, setPanel] = useState<PanelKey>('course')
  const [chosen, setChosen] = useState<EntryId | null>(null)
  const [hovered, setHovered] = useState<EntryId | null>(null)
  /** The lesion whose photographs are shown in the place of the panel. */
  const [pictured, setPictured] = useState<EntryId | null>(null)
  const [isLit, setIsLit] = useState(false)
  const [isHelping, setIsHelping] = useState(false)
  const [isRecording, setIsRecording] = useState(meeting !== null)
  useShownTime(meeting?.meetingId ?? null, patientId)
  const screen = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    drawForRoom(true)
    return () => drawForRoom(false)
  }, [])
  useEffect(() => screen.current?.focus({ preventScroll: true }), [])
  useFullScreen(onEnd)
  useCasesAround(order, patientId)
  const { open, error } = useShownCase(patientId)
  const { settings, change, isReady } = useSettings()
  const compact = useMedia(COMPACT)
  const zooms = useZooms(compact, useScale())
  const show = (next: PanelKey) => {
    setPanel(next)
    setPictured(null)
  }
  const [stepsWaiting, setStepsWaiting] = useState(0)
  const goTo = (step: number) => {
    if (isOrderPending) return setStepsWaiting(stepsWaiting + step)
    const at = order.indexOf(patientId)
    const next = order[Math.max(0, Math.min(order.length - 1, at + step))]
    if (next === undefined || next === patientId) return
    setPatientId(next)
    setChosen(null)
    setHovered(null)
    show('course')
  }
  const goToLatest = useRef(goTo)
  goToLatest.current = goTo
  useEffect(() => {
    if (isOrderPending || stepsWaiting === 0) return
    setStepsWaiting(0)
    goToLatest.current(stepsWaiting)
  }, [isOrderPending, stepsWaiting])
  const turnTo = (step: 1 | -1) => show(panelAfter(panel, step))
  const togglePhotos = () => {
    if (pictured !== null) setPictured(null)
    else if (open !== null && board !== null)
      setPictured(picturedLesion(open.case, { board, selected: hovered ?? chosen, today: day }))
  }
  const highlight = (step: 1 | -1) => {
    const next = rowAfter(screen.current, chosen, step)
    const entry = open?.case.entries.find(({ id }) => id === next?.id)
    if (next === null || entry === undefined) return
    setChosen(entry.id)
    next.element.scrollIntoView({ block: 'nearest' })
  }
  /** The outcome is typed where it stands beside the board already; else it is put there. */
  const record = () => {
    setIsRecording(true)
    requestAnimationFrame(() => {
      const beside = screen.current?.querySelector<HTMLElement>('[data-outcome]')
      if (beside != null) focusOutcome(beside)
    })
  }
  usePresentKeys(
    {
      arrowright: () => goTo(1),
      arrowleft: () => goTo(-1),
      arrowdown: () => turnTo(1),
      arrowup: () => turnTo(-1),
      pagedown: () => turnTo(1),
      pageup: () => turnTo(-1),
      '.': () => highlight(1),
      ',': () => highlight(-1),
      c: togglePhotos,
      s: () => setIsLit(!isLit),
      f1: () => setIsHelping(true),
      '?': () => setIsHelping(true),
      escape: onEnd,
      ...(meeting === null
        ? {}
        : { o: record, 'alt+arrowright': () => goTo(1), 'alt+arrowleft': () => goTo(-1) }),
      'control+l': onLock,
      // What would open something to edit, find or print does nothing here.
      'control+k': nothing,
      'control+p': nothing,
      f5: nothing,
      ...Object.fromEntries(PANELS.map(({ key }, at) => [String(at + 1), () => show(key)])),
    },
    !isHelping,
  )
  const point = useCallback(
    (event: PointerEvent) => setHovered(open === null ? null : entryUnder(event, open)),
    [open],
  )
  const isBeside = meeting !== null && isRecording
  const day = today()
  const board =
    open === null || !isReady
      ? null
      : boardFor(open.case, {
          cutoff: settings.cutoff,
          today: day,
          meetings: { list: open.meetings, zone: machineZone },
        })
  return (
    <div
      ref={screen}
      tabIndex={-1}
      className={styles.screen}
      data-presenting=""
      onPointerOver={point}
      onPointerLeave={() => setHovered(null)}
    >
      {error !== null && (
        <main className={styles.failed}>
          <h1>The case could not be opened</h1>
          <p role="alert">{sentenceOf(error)}</p>
        </main>
      )}
      {error === null && board !== null && open !== null && (
        <PresentNews of={open.case} board={board} today={day} isMeeting={meeting !== null}>
          <main className={styles.main} aria-label="Presentation">
            <div className={styles.head} style={{ zoom: zooms.head }}>
              <Banner banner={board.banner} onEdit={null} />
              <Story
                board={board}
                withContext={false}
                canWrite={false}
                onQuestion={nothing}
                onContext={nothing}
              />
            </div>
            <div className={styles.below}>
              <div
                key={`${board.banner.patientId} ${panel} ${pictured ?? ''}`}
                className={styles.panel}
                data-panel={pictured === null ? panel : 'photographs'}
                data-beside={isBeside || undefined}
                style={{
                  zoom: panel === 'course' && pictured === null ? zooms.course : zooms.evidence,
                }}
              >
                {pictured === null ? (
                  <PresentPanel
                    panel={panel}
                    of={open.case}
                    board={board}
                    today={day}
                    compact={compact}
                    selected={hovered ?? chosen}
                    onSelect={setChosen}
                    withFigure={!isBeside}
                    onCutoff={cutoff => change({ cutoff })}
                  />
                ) : (
                  <PresentPhotos of={open.case} board={board} lesion={pictured} today={day} />
                )}
              </div>
              {isBeside && meeting !== null && (
                <PresentOutcome
                  key={board.banner.patientId}
                  {...meeting}
                  patientId={board.banner.patientId}
                  board={board}
                  onLeave={() => screen.current?.focus({ preventScroll: true })}
                  onClose={() => setIsRecording(false)}
                />
              )}
            </div>
          </main>
        </PresentNews>
      )}
      <PresentStrip
        panel={panel}
        onPanel={show}
        at={order.indexOf(open?.case.patient.id ?? patientId)}
        of={order.length}
        onOutcome={meeting === null ? null : record}
        onHelp={() => setIsHelping(true)}
        onEnd={onEnd}
      />
      <Spotlight isOn={isLit} />
      {isHelping && <PresentKeys onClose={() => setIsHelping(false)} />}
    </div>
  )
}

/** The case that was asked for, and until it is there the one that was painted last. */
function useShownCase(patientId: PatientId): { open: OpenCase | null; error: Error | null } {
  const { data, error } = useQuery(caseQuery(patientId))
  const [last, setLast] = useState<OpenCase | null>(null)
  if (data !== undefined && data !== last) setLast(data)
  return { open: data ?? last, error }
}

/** The entry whose row or mark the pointer is over. */
function entryUnder({ target }: PointerEvent, open: OpenCase): EntryId | null {
  if (!(target instanceof Element)) return null
  const row = target.closest('[data-entry], [data-roving]')
  const id = row?.getAttribute('data-entry') ?? row?.getAttribute('data-roving')
  return open.case.entries.find(entry => entry.id === id)?.id ?? null
}

type RowElement = Readonly<{ id: string; element: Element }>

/** The next row or mark of the panel in reading order; the first where none is chosen. */
function rowAfter(screen: Element | null, chosen: EntryId | null, step: 1 | -1): RowElement | null {
  const rows = [...(screen?.querySelectorAll('[data-panel] [data-roving]') ?? [])].map(element => ({
    id: element.getAttribute('data-roving') ?? '',
    element,
  }))
  const at = rows.findIndex(({ id }) => id === chosen)
  return rows[at === -1 ? 0 : at + step] ?? null
}
