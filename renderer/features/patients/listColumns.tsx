import type { ReactNode } from 'react'
import { formatPartialDate } from '../../../shared/dates/formatDate.ts'
import type { PatientSummary } from '../../../shared/ipc/contract.ts'
import { formatNhsNumber } from '../../../shared/patient/nhsNumber.ts'
import type { CaseCounts, ListColumn } from '../../../shared/patient/patientList.ts'
import styles from './PatientList.module.css'
import { identifierOf } from './patients.ts'
import { nameOf, SEX_LABEL } from './patientWords.ts'

export type Column = Readonly<{
  /** On its head. */
  label: string
  /** In the menu of columns and read out, where the head is too short to say it. */
  inFull?: string
  /** The order in which it is most often wanted: counts and moments highest first. */
  startsDescending?: boolean
  kind: 'name' | 'text' | 'count' | 'moment'
  /** Null reads "not recorded". */
  cell: (summary: PatientSummary) => ReactNode | null
}>

function count(of: keyof CaseCounts): Pick<Column, 'kind' | 'startsDescending' | 'cell'> {
  return {
    kind: 'count',
    startsDescending: true,
    cell: ({ counts }) => {
      if (counts === null) return <span className={styles.quiet}>counting…</span>
      const value = counts[of]
      return value === 0 ? <span className={styles.quiet}>0</span> : value
    },
  }
}

export const COLUMNS: Readonly<Record<ListColumn, Column>> = {
  name: {
    label: 'Name',
    kind: 'name',
    cell: ({ patient }) => (
      <>
        {nameOf(patient)}
        {patient.details.deceased !== null && <span className={styles.deceased}>deceased</span>}
      </>
    ),
  },
  born: {
    label: 'Born',
    kind: 'text',
    cell: ({ patient: { details } }) =>
      details.born === null ? null : formatPartialDate(details.born),
  },
  sex: {
    label: 'Sex',
    kind: 'text',
    cell: ({ patient: { details } }) =>
      details.sex === 'notRecorded' ? null : SEX_LABEL[details.sex],
  },
  hospital: {
    label: 'Hospital No.',
    kind: 'text',
    cell: ({ patient }) => identifierOf(patient, 'hospital'),
  },
  nhs: {
    label: 'NHS No.',
    kind: 'text',
    cell: ({ patient }) => {
      const nhs = identifierOf(patient, 'nhs')
      return nhs === null ? null : formatNhsNumber(nhs)
    },
  },
  confirmed: { label: 'Confirmed', inFull: 'Confirmed sites', ...count('confirmed') },
  suspected: { label: 'Suspected', inFull: 'Suspected sites', ...count('suspected') },
  conflicts: { label: 'Conflicts', inFull: 'Open conflicts', ...count('conflicts') },
  missing: { label: 'Missing', inFull: 'Missing items', ...count('missing') },
  awaited: { label: 'Awaited', inFull: 'Awaited results', ...count('awaited') },
  created: {
    label: 'First recorded',
    kind: 'moment',
    startsDescending: true,
    cell: ({ createdAt }) => formatPartialDate(localDay(createdAt)),
  },
  changed: {
    label: 'Last changed',
    kind: 'moment',
    startsDescending: true,
    cell: ({ updatedAt }) => formatPartialDate(localDay(updatedAt)),
  },
}

/** The day of a moment, here. */
function localDay(moment: string): string {
  const at = new Date(moment)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
