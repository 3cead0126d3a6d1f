import type { Day } from '../../../shared/dates/calendar.ts'
import type { MeetingId } from '../../../shared/ids.ts'
import type { OutcomeBody } from '../../../shared/meeting/outcome.ts'
import { CheckField } from '../../components/CheckField.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { DayField } from '../live/DayField.tsx'
import { useMeetings } from '../meetings/meetings.ts'
import { whenWords } from '../meetings/words.ts'
import styles from './Outcome.module.css'
import { Prose } from './OutcomeEditor.tsx'

type Again = OutcomeBody['rediscussion']

type Props = Readonly<{
  meetingId: MeetingId
  value: Again
  today: Day
  onChange: (value: Again) => void
}>

/** Whether the case is discussed again: at a planned meeting, on a day, or when something is there. */
export function RediscussionFields({ meetingId, value, today, onChange }: Props) {
  const { data } = useMeetings()
  const later = (data?.meetings ?? []).filter(
    ({ meeting }) =>
      meeting.id !== meetingId && meeting.status === 'planned' && meeting.body.day >= today,
  )
  return (
    <section className={styles.rows} aria-label="Discussed again">
      <CheckField
        label="To be discussed again"
        value={value !== null}
        onChange={isAgain => onChange(isAgain ? { on: null, meetingId: null, words: '' } : null)}
      />
      {value !== null && (
        <>
          <SelectField<MeetingId | 'none'>
            label="At which meeting"
            value={value.meetingId ?? 'none'}
            options={[
              { value: 'none', label: 'not decided; see the day or the words' },
              ...later.map(({ meeting }) => ({
                value: meeting.id,
                label: `${whenWords(meeting)} · ${meeting.body.title}`,
              })),
            ]}
            onChange={chosen =>
              onChange({ ...value, meetingId: chosen === 'none' ? null : chosen })
            }
          />
          <div className={styles.pair}>
            <DayField
              label="On the day"
              value={value.on}
              today={today}
              onChange={on => onChange({ ...value, on })}
            />
            <Prose
              label="When, in words"
              value={value.words}
              onChange={words => onChange({ ...value, words })}
            />
          </div>
        </>
      )}
    </section>
  )
}
