import { useQueries } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import type { PatientId } from '../../../shared/ids.ts'
import type { PatientSummary } from '../../../shared/ipc/contract.ts'
import type { ListColumn, ListQuestion, ListSort } from '../../../shared/patient/patientList.ts'
import { cx } from '../../components/cx.ts'
import { ListHead } from './ListHead.tsx'
import { COLUMNS } from './listColumns.tsx'
import { useListState } from './listState.tsx'
import styles from './PatientList.module.css'
import { PAGE, pageQuery, usePatientPage } from './patients.ts'
import { useTypeAhead } from './useTypeAhead.ts'

const ROW = 28

type Props = Readonly<{
  question: ListQuestion
  columns: readonly ListColumn[]
  total: number
  selected: PatientId | null
  onSelect: (patient: PatientSummary) => void
  onOpen: (id: PatientId) => void
  onSort: (sort: ListSort) => void
  /** Told which rows are in view, from 1. */
  onView: (first: number, last: number) => void
  ref: Ref<HTMLDivElement>
}>

/** The patients of a list; only the rows in view exist, so that a hundred thousand are as quick as ten. */
export function PatientList(props: Props) {
  const { question, columns, total, selected, onSelect, onOpen, onSort, onView, ref } = props
  const box = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => box.current as HTMLDivElement)
  const { position } = useListState()
  const [active, setActiveIndex] = useState(position.index)
  const current = Math.min(active, Math.max(total - 1, 0))
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 6,
    initialOffset: position.scrollTop,
  })
  const items = virtual.getVirtualItems()
  const patientAt = usePatientsOf(
    question,
    items.map(item => item.index),
  )
  const setActive = (index: number) => {
    position.index = index
    setActiveIndex(index)
  }

  // Back from a board the list is where it was left; another list begins at its first patient.
  const isFirstList = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question is another list
  useEffect(() => {
    if (isFirstList.current) {
      isFirstList.current = false
      box.current?.scrollTo({ top: position.scrollTop })
      return
    }
    setActive(0)
    box.current?.scrollTo({ top: 0 })
  }, [question])

  const { startIndex: first = 0, endIndex: last = 0 } = virtual.range ?? {}
  useEffect(
    () => onView(total === 0 ? 0 : first + 1, Math.min(last + 1, total)),
    [first, last, total, onView],
  )

  const go = (index: number) => {
    const next = Math.max(0, Math.min(total - 1, index))
    setActive(next)
    virtual.scrollToIndex(next)
    const patient = patientAt(next)
    if (patient !== null) onSelect(patient)
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus(),
    )
  }
  const typeAhead = useTypeAhead({ question, total, onPlace: go })
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.ctrlKey || event.altKey || event.metaKey ? undefined : STEP[event.key]
    if (event.key === 'ArrowUp' && current === 0) {
      event.preventDefault()
      box.current?.querySelector<HTMLElement>('thead [tabindex="0"]')?.focus()
    } else if (step !== undefined) {
      event.preventDefault()
      go(step(current, total))
    } else if (event.key === 'Enter') {
      const patient = patientAt(current)
      if (patient !== null) onOpen(patient.patient.id)
    } else typeAhead.type(event)
  }
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <div
      ref={box}
      className={styles.box}
      // Letters go to a name here.
      data-keeps-keys=""
      onScroll={event => {
        position.scrollTop = event.currentTarget.scrollTop
      }}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows to choose from make it a grid
        role="grid"
        aria-label="Patients"
        aria-rowcount={total + 1}
        className={styles.table}
      >
        <ListHead
          columns={columns}
          sort={question.sort}
          onSort={onSort}
          onDown={() => go(current)}
        />
        <tbody onKeyDown={onKeyDown} onFocus={typeAhead.moveOn} onBlur={typeAhead.moveOn}>
          <Spacer height={before} columns={columns.length} />
          {items.map(({ index }) => {
            const summary = patientAt(index)
            const select = () => {
              setActive(index)
              if (summary !== null) onSelect(summary)
            }
            return (
              <tr
                key={index}
                ref={virtual.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                aria-selected={summary !== null && summary.patient.id === selected}
                tabIndex={index === current ? 0 : -1}
                onFocus={select}
                onClick={select}
                onDoubleClick={() => summary !== null && onOpen(summary.patient.id)}
              >
                {summary === null ? (
                  <td colSpan={columns.length} />
                ) : (
                  columns.map(column => <Cell key={column} column={column} summary={summary} />)
                )}
              </tr>
            )
          })}
          <Spacer height={after} columns={columns.length} />
        </tbody>
      </table>
    </div>
  )
}

/** Stands for the rows above or below those in view. */
function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus
    <tr aria-hidden="true" className={styles.spacer}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}

const STEP: Readonly<Record<string, (at: number, total: number) => number>> = {
  ArrowDown: at => at + 1,
  ArrowUp: at => at - 1,
  PageDown: at => at + 15,
  PageUp: at => at - 15,
  Home: () => 0,
  End: (_, total) => total - 1,
}

function Cell({ column, summary }: { column: ListColumn; summary: PatientSummary }) {
  const { kind, cell } = COLUMNS[column]
  return (
    <td className={cx(styles[kind])}>
      {cell(summary) ?? <span className={styles.missing}>not recorded</span>}
    </td>
  )
}

/** The patients at these places of the list, by the pages they lie on; null while a page is on its way. */
function usePatientsOf(question: ListQuestion, indexes: readonly number[]) {
  const first = usePatientPage(question, 0)
  const pages = [...new Set(indexes.map(index => Math.floor(index / PAGE)))].filter(p => p > 0)
  const rest = useQueries({ queries: pages.map(page => pageQuery(question, page)) })
  return (index: number): PatientSummary | null => {
    const page = Math.floor(index / PAGE)
    const data = page === 0 ? first.data : rest[pages.indexOf(page)]?.data
    return data?.patients[index % PAGE] ?? null
  }
}
