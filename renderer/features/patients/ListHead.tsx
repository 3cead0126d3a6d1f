import { type KeyboardEvent, useState } from 'react'
import type { ListColumn, ListSort } from '../../../shared/patient/patientList.ts'
import { cx } from '../../components/cx.ts'
import { COLUMNS } from './listColumns.tsx'
import styles from './PatientList.module.css'

type Props = Readonly<{
  columns: readonly ListColumn[]
  sort: ListSort
  onSort: (sort: ListSort) => void
  /** Leaves the head for the rows. */
  onDown: () => void
}>

/** The heads of the columns: pressing one sorts by it, pressing it again turns the order. One stop for Tab; arrows go on. */
export function ListHead({ columns, sort, onSort, onDown }: Props) {
  const [focused, setFocused] = useState<ListColumn | null>(null)
  const stop = [focused, sort.by].find(column => column !== null && columns.includes(column))
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      onDown()
      return
    }
    const step = STEP[event.key]
    const at = columns.findIndex(column => column === (stop ?? columns[0]))
    if (step === undefined) return
    event.preventDefault()
    const buttons = event.currentTarget.querySelectorAll<HTMLElement>('button')
    buttons[Math.max(0, Math.min(columns.length - 1, step(at, columns.length)))]?.focus()
  }
  return (
    <thead>
      <tr aria-rowindex={1} onKeyDown={onKeyDown}>
        {columns.map((column, at) => {
          const { label, inFull, kind, startsDescending = false } = COLUMNS[column]
          const isSorted = sort.by === column
          return (
            <th
              key={column}
              scope="col"
              className={cx(styles[kind])}
              aria-sort={!isSorted ? 'none' : sort.descending ? 'descending' : 'ascending'}
            >
              <button
                type="button"
                className={styles.head}
                tabIndex={column === stop || (stop === undefined && at === 0) ? 0 : -1}
                title={inFull}
                onFocus={() => setFocused(column)}
                onClick={() =>
                  onSort({ by: column, descending: isSorted ? !sort.descending : startsDescending })
                }
              >
                {inFull === undefined ? (
                  label
                ) : (
                  <>
                    <span aria-hidden="true">{label}</span>
                    <span className="visually-hidden">{inFull}</span>
                  </>
                )}
                <svg viewBox="0 0 8 8" className={styles.arrow} aria-hidden="true">
                  {isSorted && <path d={sort.descending ? 'M0 1h8L4 7z' : 'M0 7h8L4 1z'} />}
                </svg>
              </button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

const STEP: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: at => at + 1,
  ArrowLeft: at => at - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
}
