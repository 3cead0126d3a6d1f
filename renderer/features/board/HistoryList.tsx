import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { assertNever } from '../../../shared/assertNever.ts'
import { type Case, EntryBody } from '../../../shared/case/entry.ts'
import { formatPartialDate } from '../../../shared/dates/formatDate.ts'
import { type Change, isOfMeeting, MEETING_RECORD_NAME } from '../../../shared/history/change.ts'
import { describeEntry } from '../../../shared/history/describeChange.ts'
import type { EntryId } from '../../../shared/ids.ts'
import type { CutoffId } from '../../../shared/receptors/cutoffId.ts'
import { api } from '../../api/client.ts'
import { sentenceOf } from '../session/session.ts'
import { differencesOf } from './changeFacts.ts'
import styles from './HistoryList.module.css'

const MOST = 100

type Props = Readonly<{
  of: Case
  /** Null for the whole case. */
  entry: EntryId | null
  cutoff: CutoffId
  today: string
}>

/** Every change: who, when, and the words before and after. */
export function HistoryList({ of, entry, cutoff, today }: Props) {
  const patientId = of.patient.id
  const history = useQuery({
    queryKey: ['history', patientId, entry],
    queryFn: () => api.invoke('case:history', { patientId, entry, before: null, limit: MOST }),
  })
  if (history.error !== null)
    return (
      <p className={styles.problem} role="alert">
        {sentenceOf(history.error)}
      </p>
    )
  const changes = history.data?.changes ?? []
  return (
    <ol className={styles.list}>
      {changes.map(change => (
        <ChangeItem
          key={change.seq}
          of={of}
          change={change}
          named={entry === null}
          cutoff={cutoff}
          today={today}
        />
      ))}
      {changes.length === MOST && <li className={styles.quiet}>Older changes are kept as well.</li>}
    </ol>
  )
}

type ItemProps = Readonly<{
  of: Case
  change: Change
  named: boolean
  cutoff: CutoffId
  today: string
}>

function ChangeItem({ of, change, named, cutoff, today }: ItemProps) {
  const differences = useMemo(
    () => differencesOf(of, change, { cutoff, today }),
    [of, change, cutoff, today],
  )
  return (
    <li className={styles.change}>
      <p>
        <strong>{actionWord(change)}</strong>
        {named && ` ${nameOf(change)}`}
        <span className={styles.quiet}>
          {' '}
          {moment(change.at)} · {change.userName}
        </span>
      </p>
      {change.action === 'update' && differences.length > 0 && (
        <dl className={styles.differences}>
          {differences.map(({ label, before, after }) => (
            <div key={`${label} ${before ?? ''} ${after ?? ''}`}>
              <dt>{label}</dt>
              <dd>
                <del>{before ?? 'nothing'}</del> <span className={styles.quiet}>now</span>{' '}
                <ins>{after ?? 'nothing'}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {change.action === 'update' && differences.length === 0 && !isOfMeeting(change.kind) && (
        <p className={styles.quiet}>Nothing that the board says has changed by it.</p>
      )}
    </li>
  )
}

function actionWord({ action, undoes }: Change): string {
  const undone = undoes === null ? '' : ' (undo or redo)'
  switch (action) {
    case 'create':
      return `Added${undone}`
    case 'update':
      return `Changed${undone}`
    case 'remove':
      return `Removed${undone}`
    case 'restore':
      return 'Restored'
    case 'archive':
      return 'Archived'
    case 'unarchive':
      return 'Taken back from the archive'
    case 'print':
      return 'Printed'
    case 'export':
      return 'Saved as a file'
    case 'open':
      return 'Opened'
    case 'sign':
      return 'Signed'
    default:
      return assertNever(action)
  }
}

function nameOf(change: Change): string {
  const body = EntryBody.safeParse(change.after ?? change.before)
  if (body.success) return describeEntry(body.data)
  if (isOfMeeting(change.kind)) return MEETING_RECORD_NAME[change.kind]
  return change.kind === 'patient' ? 'patient details' : ''
}

/** Day and time of a moment, here. */
function moment(iso: string): string {
  const at = new Date(iso)
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${formatPartialDate(day)} ${two(at.getHours())}:${two(at.getMinutes())}`
}
