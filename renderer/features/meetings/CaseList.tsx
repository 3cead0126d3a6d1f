import { type KeyboardEvent, type Ref, useLayoutEffect, useRef } from 'react'
import type { Day } from '../../../shared/dates/calendar.ts'
import type { MeetingId, PatientId } from '../../../shared/ids.ts'
import type { MeetingRow } from '../../../shared/meeting/meetingList.ts'
import { GridPart } from '../../components/GridPart.tsx'
import styles from './CaseList.module.css'
import { CaseRow, type RowDeeds } from './CaseRow.tsx'
import type { Move } from './reorder.ts'

/** A case that is dragged, and where it would be put. */
export type Dragging = Readonly<{
  patientId: PatientId
  over: PatientId | null
  where: 'before' | 'after'
}>

type Props = Readonly<{
  meetingId: MeetingId
  rows: readonly MeetingRow[]
  /** Of the whole list, whatever is shown of it. */
  total: number
  today: Day
  active: PatientId | null
  asking: PatientId | null
  dragging: Dragging | null
  landedOf: (row: MeetingRow) => string | null
  canEdit: boolean
  canAsk: boolean
  deeds: RowDeeds
  onMove: (move: Move) => void
  ref: Ref<HTMLDivElement>
}>

/** The list of a meeting: one stop for Tab, arrows go from case to case, and Tab goes on inside the case. */
export function CaseList(props: Props) {
  const { rows, active, asking, dragging, canEdit, deeds, onMove } = props
  const body = useRef<HTMLDivElement>(null)
  const current = rows.find(({ item }) => item.patientId === active) ?? rows[0]
  const stop = current?.item.patientId ?? null
  useFocusKept(body, rows, stop)

  const focusRow = (at: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, at))]
    if (row === undefined) return
    rowElement(body.current, row.item.patientId)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || stop === null) return
    if (event.altKey) {
      const move = MOVES[event.key]
      if (move === undefined || !canEdit) return
      event.preventDefault()
      onMove(move)
      return
    }
    const isRow = event.target instanceof Element && event.target.matches('[role=row]')
    const step = STEP[event.key]
    if (step !== undefined) {
      event.preventDefault()
      focusRow(
        step(
          rows.findIndex(({ item }) => item.patientId === stop),
          rows.length,
        ),
      )
    } else if (event.key === 'Enter' && isRow) {
      event.preventDefault()
      deeds.open(stop)
    } else if (event.key === 'Escape' && !isRow) {
      event.preventDefault()
      event.stopPropagation()
      rowElement(body.current, stop)?.focus()
    }
  }
  return (
    <GridPart
      ref={props.ref}
      role="grid"
      aria-label="Cases of the meeting"
      aria-rowcount={props.total + 1}
      className={styles.list}
    >
      <GridPart role="row" className={styles.heads} aria-rowindex={1}>
        {HEADS.map(head => (
          <GridPart key={head} role="columnheader">
            {head}
          </GridPart>
        ))}
      </GridPart>
      <GridPart ref={body} role="rowgroup" onKeyDown={onKeyDown}>
        {rows.map(row => {
          const { patientId } = row.item
          return (
            <CaseRow
              key={patientId}
              row={row}
              meetingId={props.meetingId}
              today={props.today}
              isActive={patientId === stop}
              isAsking={patientId === asking}
              isDragged={dragging?.patientId === patientId}
              dropAt={dragging?.over === patientId ? dragging.where : null}
              landed={props.landedOf(row)}
              canEdit={canEdit}
              canMove={canEdit}
              canAsk={props.canAsk}
              deeds={deeds}
            />
          )
        })}
      </GridPart>
    </GridPart>
  )
}

const HEADS = [
  'No.',
  'Patient',
  'Question',
  'On the list',
  'Awaited',
  'Missing',
  'Outcome',
] as const

const STEP: Readonly<Record<string, (at: number, total: number) => number>> = {
  ArrowDown: at => at + 1,
  ArrowUp: at => at - 1,
  PageDown: at => at + 10,
  PageUp: at => at - 10,
  Home: () => 0,
  End: (_, total) => total - 1,
}

const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}

/** The element of a case's row. */
export function rowElement(within: Element | null, patientId: PatientId): HTMLElement | null {
  return within?.querySelector<HTMLElement>(`[data-patient="${CSS.escape(patientId)}"]`) ?? null
}

/** A row that moves keeps the focus: the browser takes it away from an element that changes its place. */
function useFocusKept(
  body: Readonly<{ current: HTMLElement | null }>,
  rows: readonly MeetingRow[],
  stop: PatientId | null,
): void {
  const had = useRef(false)
  // Asked before the rows are put in their new places.
  had.current = body.current?.contains(document.activeElement) ?? false
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every change of the rows
  useLayoutEffect(() => {
    const { current } = body
    if (!had.current || stop === null || current === null) return
    if (current.contains(document.activeElement)) return
    const row = rowElement(current, stop)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }, [rows])
}
