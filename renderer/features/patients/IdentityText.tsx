import { Fragment } from 'react'
import type { Patient } from '../../../shared/patient/patient.ts'
import styles from './IdentityText.module.css'
import { identityParts } from './patientWords.ts'

/** What tells two patients of one name apart; no date and no number is torn at the end of a line. */
export function IdentityText({ patient }: Readonly<{ patient: Patient }>) {
  return identityParts(patient).map((part, at) => (
    <Fragment key={part}>
      {at > 0 && ' · '}
      <span className={styles.part}>{part}</span>
    </Fragment>
  ))
}
