import type { MeetingRow } from '../../../shared/meeting/meetingList.ts'
import styles from './CaseList.module.css'
import type { RowDeeds } from './CaseRow.tsx'

/** What a case lacks, by name; each leads to the field in which it is filled in. */
export function LackingCell({
  row,
  tab,
  deeds,
}: Readonly<{ row: MeetingRow; tab: number; deeds: RowDeeds }>) {
  const { ready, required, others } = row.readiness
  const { patientId, body } = row.item
  // A case that follows its protocol without discussion is held up by nothing.
  if (body.state.state === 'notDiscussed' && required.length === 0)
    return <span className={styles.more}>not needed</span>
  return (
    <span className={styles.names}>
      {ready && <span className={styles.ready}>ready</span>}
      {!ready && required.length === 0 && <span className={styles.more}>result awaited</span>}
      {required.map(missing => (
        <button
          key={missing.id}
          type="button"
          tabIndex={tab}
          className={styles.missing}
          title={missing.detail ?? undefined}
          onClick={() => deeds.fill(patientId, missing.goTo)}
        >
          {missing.label}
        </button>
      ))}
      {others.length > 0 && (
        <span className={styles.more} title={others.map(({ label }) => label).join(', ')}>
          {ready ? '' : 'and '}
          {others.length} not required
        </span>
      )}
    </span>
  )
}
