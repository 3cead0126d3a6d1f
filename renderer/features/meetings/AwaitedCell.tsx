import type { Day } from '../../../shared/dates/calendar.ts'
import { formatPartialDate } from '../../../shared/dates/formatDate.ts'
import type { MeetingRow } from '../../../shared/meeting/meetingList.ts'
import styles from './CaseList.module.css'
import type { RowDeeds } from './CaseRow.tsx'
import { awaitedWords, isOverdue } from './words.ts'

type Props = Readonly<{
  row: MeetingRow
  today: Day
  tab: number
  canEdit: boolean
  deeds: RowDeeds
}>

/** Results that are awaited, and from whom; each is ticked when it has come. */
export function AwaitedCell({ row, today, tab, canEdit, deeds }: Props) {
  const { awaited, state } = row.item.body
  // What a deferred case waits for went along to where it landed.
  const canTick = canEdit && state.state !== 'deferred'
  if (awaited.length === 0) return null
  return (
    <ul className={styles.results}>
      {awaited.map(each => {
        const isLate = isOverdue(each, today)
        const words = (
          <>
            {awaitedWords(each)}
            {each.arrived !== null && ` · came ${formatPartialDate(each.arrived)}`}
            {each.arrived === null && each.expected !== null && (
              <span className={isLate ? styles.late : undefined}>
                {isLate ? ' · overdue since ' : ' · by '}
                {formatPartialDate(each.expected)}
              </span>
            )}
          </>
        )
        return (
          <li key={each.id} data-arrived={each.arrived !== null || undefined}>
            {canTick ? (
              <label className={styles.result}>
                <input
                  type="checkbox"
                  className={styles.tick}
                  tabIndex={tab}
                  checked={each.arrived !== null}
                  onChange={event =>
                    deeds.arrived(row.item.patientId, each.id, event.target.checked)
                  }
                />
                <span>
                  <span className="visually-hidden">has come: </span>
                  {words}
                </span>
              </label>
            ) : (
              words
            )}
          </li>
        )
      })}
    </ul>
  )
}
