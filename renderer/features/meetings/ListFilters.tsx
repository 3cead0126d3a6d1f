import type { Day } from '../../../shared/dates/calendar.ts'
import type { MeetingRow } from '../../../shared/meeting/meetingList.ts'
import { Button } from '../../components/Button.tsx'
import { ToggleField } from '../../components/ToggleField.tsx'
import { FILTERS, type FilterKey, passes } from './filters.ts'
import styles from './MeetingScreen.module.css'
import { countWords } from './words.ts'

type Props = Readonly<{
  rows: readonly MeetingRow[]
  /** How many of them are shown. */
  shown: number
  filters: readonly FilterKey[]
  today: Day
  onFilters: (filters: readonly FilterKey[]) => void
}>

/** What needs chasing today, with how many cases need it. */
export function ListFilters({ rows, shown, filters, today, onFilters }: Props) {
  return (
    <div className={styles.filters} role="toolbar" aria-label="Filters">
      {FILTERS.map(({ key, label }) => (
        <ToggleField
          key={key}
          label={`${label} ${rows.filter(row => passes(row, key, today)).length}`}
          value={filters.includes(key)}
          onChange={isOn =>
            onFilters(isOn ? [...filters, key] : filters.filter(each => each !== key))
          }
        />
      ))}
      {filters.length > 0 && (
        <Button look="plain" onPress={() => onFilters([])}>
          Show all
        </Button>
      )}
      <span className={styles.shown} role="status">
        {filters.length === 0
          ? countWords(rows.length, 'case')
          : `${shown} of ${countWords(rows.length, 'case')}`}
      </span>
    </div>
  )
}
