import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { MeetingId, PatientId } from '../../../shared/ids.ts'
import type { MeetingRow } from '../../../shared/meeting/meetingList.ts'
import { Button } from '../../components/Button.tsx'
import { useMedia } from '../../components/useMedia.ts'
import { SidePanel } from '../board/SidePanel.tsx'
import { today } from '../board/today.ts'
import { OutcomePanel } from '../outcomes/OutcomePanel.tsx'
import { nameOf } from '../patients/patientWords.ts'
import { sentenceOf } from '../session/session.ts'
import { AddCases } from './AddCases.tsx'
import { CaseList, type Dragging, rowElement } from './CaseList.tsx'
import type { RowDeeds } from './CaseRow.tsx'
import { chased } from './filters.ts'
import { type ItemFocus, ItemPanel } from './ItemPanel.tsx'
import { ListFilters } from './ListFilters.tsx'
import { MeetingHead } from './MeetingHead.tsx'
import { MeetingPanel } from './MeetingPanel.tsx'
import styles from './MeetingScreen.module.css'
import type { MeetingRights, MeetingState } from './meetingState.ts'
import { meetingQuery, orderOf, useMeetings } from './meetings.ts'
import { ReadinessStrip } from './ReadinessStrip.tsx'
import { moved, placed } from './reorder.ts'
import { useListCommands } from './useListCommands.ts'
import { useListDeeds } from './useListDeeds.ts'
import { whenWords } from './words.ts'

// The PDF reader is larger than the rest of the screen together.
const PackPreview = lazy(async () => {
  const { PackPreview: preview } = await import('../preview/PackPreview.tsx')
  return { default: preview }
})

type GoTo = MeetingRow['readiness']['required'][number]['goTo']

type Props = Readonly<{
  meetingId: MeetingId
  rights: MeetingRights
  /** Kept while a board is open, so that coming back finds the list as it was left. */
  state: MeetingState
  onState: (part: Partial<MeetingState>) => void
  onOpen: (patientId: PatientId, goTo: GoTo | null) => void
  onPresent: (patientId: PatientId) => void
  onMeetings: () => void
}>

type Beside =
  | Readonly<{ type: 'item'; focus: ItemFocus }>
  | Readonly<{ type: 'outcome' | 'meeting' | 'add' }>
  | null

/** One meeting: its list in the order that is printed, what is missing, and what was decided. */
export function MeetingScreen(props: Props) {
  const { meetingId, rights, state, onState, onOpen, onPresent, onMeetings } = props
  const { data: list, error, refetch } = useQuery(meetingQuery(meetingId))
  const { data: all } = useMeetings()
  const deeds = useListDeeds(meetingId)
  const [beside, setBeside] = useState<Beside>(null)
  const [asking, setAsking] = useState<PatientId | null>(null)
  const [dragging, setDragging] = useState<Dragging | null>(null)
  const [isPrinting, setIsPrinting] = useState(false)
  const grid = useRef<HTMLDivElement>(null)
  const spacious = useMedia('(min-width: 1680px)')
  const day = today()
  const rows = useMemo(
    () => (list === undefined ? [] : chased(list.rows, state.filters, day)),
    [list, state.filters, day],
  )
  const isOpen = list !== undefined && list.meeting.status !== 'closed'
  const canEdit = rights.edit && isOpen
  const active = rows.some(({ item }) => item.patientId === state.active)
    ? state.active
    : (rows[0]?.item.patientId ?? null)
  const row = rows.find(({ item }) => item.patientId === active) ?? null

  const latest = useRef({ onOpen, onState, deeds, dragging, list, day, active })
  latest.current = { onOpen, onState, deeds, dragging, list, day, active }
  const rowDeeds = useMemo<RowDeeds>(() => {
    const now = () => latest.current
    return {
      activate: patientId => {
        if (now().active !== patientId) now().onState({ active: patientId })
      },
      open: patientId => now().onOpen(patientId, null),
      fill: (patientId, goTo) => now().onOpen(patientId, goTo),
      ask: patientId => {
        setAsking(patientId)
        // The row whose question was typed goes on being the one that the keys are for.
        const { active: at } = now()
        if (patientId === null && at !== null)
          requestAnimationFrame(() => {
            if (document.activeElement === document.body)
              rowElement(grid.current, at)?.focus({ preventScroll: true })
          })
      },
      question: (patientId, question) => now().deeds.question(patientId, question),
      edit: patientId => {
        now().onState({ active: patientId })
        setBeside({ type: 'item', focus: 'state' })
      },
      arrived: (patientId, awaited, hasArrived) =>
        void now().deeds.item(patientId, before => ({
          ...before,
          awaited: before.awaited.map(each =>
            each.id === awaited ? { ...each, arrived: hasArrived ? now().day : null } : each,
          ),
        })),
      outcome: patientId => {
        now().onState({ active: patientId })
        setBeside({ type: 'outcome' })
      },
      drag: patientId =>
        setDragging(patientId === null ? null : { patientId, over: null, where: 'before' }),
      over: (over, where) =>
        setDragging(before =>
          before === null || (before.over === over && before.where === where)
            ? before
            : { ...before, over, where },
        ),
      drop: () => {
        const { dragging: held, list: shown, deeds: own } = now()
        setDragging(null)
        if (held === null || held.over === null || shown === undefined) return
        if (held.over === held.patientId) return
        void own.order(placed(orderOf(shown), held.patientId, held.over, held.where))
      },
    }
  }, [])

  // Arriving, and coming back from a board: the keys are for the case that was left.
  const isThere = rows.length > 0
  useEffect(() => {
    const { active: at } = latest.current
    if (!isThere || at === null || document.activeElement !== document.body) return
    const element = rowElement(grid.current, at)
    element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'center' })
  }, [isThere])

  const close = () => setBeside(null)
  const focusActive = () => {
    if (active !== null) rowElement(grid.current, active)?.focus()
  }
  useListCommands({
    list: list ?? null,
    row,
    canEdit,
    canAsk: rights.ask && isOpen,
    deeds,
    rowDeeds,
    isBeside: beside !== null,
    isActive: !isPrinting,
    onItem: focus => setBeside({ type: 'item', focus }),
    onAdd: () => setBeside({ type: 'add' }),
    onDetails: () => setBeside({ type: 'meeting' }),
    onClose: () => leave(close, focusActive),
    onPresent,
    onPrint: rights.print ? () => setIsPrinting(true) : null,
  })
  if (error !== null && list === undefined)
    return (
      <main className={styles.failed}>
        <h1>The meeting could not be opened</h1>
        <p role="alert">{sentenceOf(error)}</p>
        <Button onPress={() => void refetch()}>Try again</Button>
        <Button look="plain" onPress={onMeetings}>
          Back to the meetings
        </Button>
      </main>
    )
  if (list === undefined) return <main className={styles.screen} />
  const landedOf = ({ item }: MeetingRow): string | null => {
    const { state: at } = item.body
    const to = at.state === 'deferred' ? at.to : null
    const meeting = all?.meetings.find(each => each.meeting.id === to)?.meeting
    return to === null
      ? null
      : `to ${meeting === undefined ? 'a later meeting' : whenWords(meeting)}`
  }
  const later = (all?.meetings ?? []).filter(
    ({ meeting }) =>
      meeting.id !== meetingId &&
      meeting.status === 'planned' &&
      meeting.body.day >= list.meeting.body.day,
  )
  return (
    <main
      className={styles.screen}
      data-beside={beside === null ? undefined : spacious ? 'column' : 'over'}
    >
      <div className={styles.main}>
        <MeetingHead
          list={list}
          canEdit={canEdit}
          mayReopen={rights.edit}
          deeds={deeds}
          onMeetings={onMeetings}
          onAdd={() => setBeside({ type: 'add' })}
          onDetails={() => setBeside({ type: 'meeting' })}
          onPresent={
            list.rows.length === 0
              ? null
              : () => onPresent(active ?? list.rows[0]?.item.patientId ?? ('' as PatientId))
          }
          onPrint={rights.print ? () => setIsPrinting(true) : null}
        />
        {list.rows.length > 0 && (
          <>
            <ReadinessStrip
              rows={list.rows}
              active={active}
              onGo={patientId => {
                // A case that a filter hides is shown with the others.
                if (!rows.some(({ item }) => item.patientId === patientId))
                  onState({ filters: [], active: patientId })
                else onState({ active: patientId })
                requestAnimationFrame(() =>
                  rowElement(grid.current, patientId)?.focus({ preventScroll: false }),
                )
              }}
            />
            <ListFilters
              rows={list.rows}
              shown={rows.length}
              filters={state.filters}
              today={day}
              onFilters={filters => onState({ filters })}
            />
          </>
        )}
        {list.rows.length === 0 ? (
          <div className={styles.empty}>
            <p>No case is on this list.</p>
            {canEdit && <Button onPress={() => setBeside({ type: 'add' })}>Add cases</Button>}
          </div>
        ) : rows.length === 0 ? (
          <div className={styles.empty}>
            <p>No case of this list passes these filters.</p>
            <Button onPress={() => onState({ filters: [] })}>Show all cases</Button>
          </div>
        ) : (
          <CaseList
            ref={grid}
            meetingId={meetingId}
            rows={rows}
            total={list.rows.length}
            today={day}
            active={active}
            asking={asking}
            dragging={dragging}
            landedOf={landedOf}
            canEdit={canEdit}
            canAsk={rights.ask && isOpen}
            deeds={rowDeeds}
            onMove={move => {
              if (active === null) return
              const shown = rows.map(({ item }) => item.patientId)
              const order = moved(orderOf(list), shown, active, move)
              if (order !== null) void deeds.order(order)
            }}
          />
        )}
      </div>
      {beside !== null && (
        <aside className={styles.beside} aria-label="Beside the list">
          {beside.type === 'add' && (
            <AddCases list={list} onAdd={deeds.add} onClose={() => leave(close, focusActive)} />
          )}
          {beside.type === 'meeting' && (
            <MeetingPanel
              list={list}
              today={day}
              deeds={deeds}
              onClose={() => leave(close, focusActive)}
            />
          )}
          {beside.type === 'item' && row !== null && (
            <ItemPanel
              key={`${row.item.patientId} ${beside.focus}`}
              list={list}
              row={row}
              focus={beside.focus}
              today={day}
              later={later}
              landed={landedOf(row)}
              deeds={deeds}
              onFill={rowDeeds.fill}
              onClose={() => leave(close, focusActive)}
            />
          )}
          {beside.type === 'outcome' && row !== null && (
            <SidePanel
              key={row.item.patientId}
              title={`Outcome: ${row.item.position} · ${nameOf(row.patient)}`}
              onClose={() => leave(close, focusActive)}
            >
              <OutcomePanel
                meetingId={meetingId}
                patientId={row.item.patientId}
                row={row}
                canWrite={rights.outcome}
                canSign={rights.sign}
                autoFocus
              />
            </SidePanel>
          )}
        </aside>
      )}
      {isPrinting && (
        <Suspense>
          <PackPreview list={list} active={active} onClose={() => setIsPrinting(false)} />
        </Suspense>
      )}
    </main>
  )
}

/** Closes what stood beside the list, and puts the focus back on the case. */
function leave(close: () => void, focus: () => void): void {
  close()
  requestAnimationFrame(focus)
}
