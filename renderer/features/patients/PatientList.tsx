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
import { formatPartialDate } from '../../../shared/dates/formatDate.ts'
import type { PatientId } from '../../../shared/ids.ts'
import type { PatientSummary } from '../../../shared/ipc/contract.ts'
import { formatNhsNumber } from '../../../shared/patient/nhsNumber.ts'
import { api } from '../../api/client.ts'
import styles from './PatientList.module.css'
import { identifierOf, PAGE, PATIENTS_KEY, usePatientPage } from './patients.ts'
import { nameOf, SEX_LABEL } from './patientWords.ts'

const ROW = 28

type Props = Readonly<{
  search: Readonly<{ query: string; archived: boolean }>
  total: number
  selected: PatientId | null
  onSelect: (patient: PatientSummary) => void
  onOpen: (id: PatientId) => void
  ref: Ref<HTMLDivElement>
}>

/** The patients who fit, by name; only the rows in view exist, so that ten thousand are as quick as ten. */
export function PatientList({ search, total, selected, onSelect, onOpen, ref }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => box.current as HTMLDivElement)
  const [active, setActive] = useState(0)
  const current = Math.min(active, Math.max(total - 1, 0))
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const patientAt = usePatientsOf(
    search,
    items.map(item => item.index),
  )

  const { query, archived } = search
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search begins at its first patient
  useEffect(() => {
    setActive(0)
    box.current?.scrollTo({ top: 0 })
  }, [query, archived])

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
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEP[event.key]
    if (step !== undefined) {
      event.preventDefault()
      go(step(current, total))
    } else if (event.key === 'Enter') {
      const patient = patientAt(current)
      if (patient !== null) onOpen(patient.patient.id)
    }
  }
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <div ref={box} className={styles.box}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows to choose from make it a grid
        role="grid"
        aria-label="Patients"
        aria-rowcount={total + 1}
        className={styles.table}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={before} />
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
                {summary === null ? <td colSpan={COLUMNS.length} /> : <Cells summary={summary} />}
              </tr>
            )
          })}
          <Spacer height={after} />
        </tbody>
      </table>
    </div>
  )
}

/** Stands for the rows above or below those in view. */
function Spacer({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus
    <tr aria-hidden="true" className={styles.spacer}>
      <td colSpan={COLUMNS.length} style={{ height }} />
    </tr>
  )
}

const COLUMNS = ['Name', 'Born', 'Sex', 'Hospital No.', 'NHS No.', 'Last changed'] as const

const STEP: Readonly<Record<string, (at: number, total: number) => number>> = {
  ArrowDown: at => at + 1,
  ArrowUp: at => at - 1,
  PageDown: at => at + 15,
  PageUp: at => at - 15,
  Home: () => 0,
  End: (_, total) => total - 1,
}

function Cells({ summary }: { summary: PatientSummary }) {
  const { patient, updatedAt } = summary
  const { details } = patient
  const nhs = identifierOf(patient, 'nhs')
  return (
    <>
      <Cell className={styles.name}>
        {nameOf(patient)}
        {details.deceased !== null && <span className={styles.deceased}>deceased</span>}
      </Cell>
      <Cell>{details.born === null ? null : formatPartialDate(details.born)}</Cell>
      <Cell>{details.sex === 'notRecorded' ? null : SEX_LABEL[details.sex]}</Cell>
      <Cell>{identifierOf(patient, 'hospital')}</Cell>
      <Cell>{nhs === null ? null : formatNhsNumber(nhs)}</Cell>
      <Cell className={styles.quiet}>{formatPartialDate(localDay(updatedAt))}</Cell>
    </>
  )
}

function Cell({
  children,
  className,
}: {
  children: React.ReactNode
  className?: string | undefined
}) {
  return (
    <td className={className}>
      {children ?? <span className={styles.missing}>not recorded</span>}
    </td>
  )
}

/** The day of a moment, here. */
function localDay(moment: string): string {
  const at = new Date(moment)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** The patients at these places of the list, by the pages they lie on; null while a page is on its way. */
function usePatientsOf(search: Props['search'], indexes: readonly number[]) {
  const first = usePatientPage(search, 0)
  const pages = [...new Set(indexes.map(index => Math.floor(index / PAGE)))].filter(p => p > 0)
  const rest = useQueries({
    queries: pages.map(page => ({
      queryKey: [PATIENTS_KEY, search.query, search.archived, page, PAGE],
      queryFn: () => api.invoke('patient:list', { ...search, limit: PAGE, offset: page * PAGE }),
    })),
  })
  return (index: number): PatientSummary | null => {
    const page = Math.floor(index / PAGE)
    const data = page === 0 ? first.data : rest[pages.indexOf(page)]?.data
    return data?.patients[index % PAGE] ?? null
  }
}
