import { useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { formatPartialDate } from '../../../shared/dates/formatDate.ts'
import type { SinceChoice } from '../../../shared/since/choice.ts'
import { sinceDay } from '../../../shared/since/sinceDay.ts'
import { Button } from '../../components/Button.tsx'
import fieldStyles from '../../components/fields.module.css'
import { TextField } from '../../components/TextField.tsx'
import radioStyles from '../entry/RadioChoice.module.css'
import styles from './SincePanel.module.css'
import { useSince } from './sinceContext.ts'

const WAYS = [
  { key: 'off', label: 'Nothing is marked', choice: { from: 'off' } },
  { key: 'lastOpened', label: 'I last opened this patient', choice: { from: 'lastOpened' } },
  { key: 'lastMeeting', label: 'The last meeting', choice: { from: 'lastMeeting' } },
  { key: 'yesterday', label: 'Yesterday', choice: { from: 'daysAgo', days: 1 } },
  { key: 'week', label: '7 days ago', choice: { from: 'daysAgo', days: 7 } },
] as const satisfies readonly { key: string; label: string; choice: SinceChoice }[]

function keyOf(choice: SinceChoice): string {
  const same = JSON.stringify(choice)
  return WAYS.find(way => JSON.stringify(way.choice) === same)?.key ?? 'day'
}

/** From when on what is new is marked; kept for this user, for every patient. */
export function SinceForm({ today }: { today: string }) {
  const { choice, onChoose } = useSince()
  const [isDay, setIsDay] = useState(choice.from === 'day')
  const [text, setText] = useState(choice.from === 'day' ? formatPartialDate(choice.day) : '')
  const [error, setError] = useState<string | null>(null)
  function choose(key: string): void {
    const way = WAYS.find(one => one.key === key)
    setIsDay(way === undefined)
    if (way !== undefined) onChoose(way.choice)
  }
  function chooseDay(): void {
    const day = sinceDay(text, today)
    setError(day.ok ? null : day.error)
    if (!day.ok) return
    setText(formatPartialDate(day.value))
    onChoose({ from: 'day', day: day.value })
  }
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        chooseDay()
      }}
    >
      <RadioGroup
        className={radioStyles.group ?? ''}
        value={isDay ? 'day' : keyOf(choice)}
        onChange={choose}
      >
        <Label className={fieldStyles.label ?? ''}>Mark what is new since</Label>
        {[...WAYS, { key: 'day', label: 'The beginning of a day' }].map(({ key, label }) => (
          <Radio key={key} value={key} className={radioStyles.radio ?? ''}>
            <span className={radioStyles.dot} aria-hidden="true" />
            {label}
          </Radio>
        ))}
      </RadioGroup>
      {isDay && (
        <div className={styles.day}>
          <TextField label="Day" value={text} onChange={setText} error={error} />
          <Button type="submit">Mark since this day</Button>
        </div>
      )}
    </form>
  )
}
