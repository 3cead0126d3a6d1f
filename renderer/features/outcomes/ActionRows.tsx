import { useState } from 'react'
import type { Day } from '../../../shared/dates/calendar.ts'
import type { Action } from '../../../shared/meeting/outcome.ts'
import { Button } from '../../components/Button.tsx'
import { TextField } from '../../components/TextField.tsx'
import { DayField } from '../live/DayField.tsx'
import styles from './Outcome.module.css'

type Props = Readonly<{
  rows: readonly Action[]
  today: Day
  onChange: (rows: Action[]) => void
}>

function blank(): Action {
  return { id: crypto.randomUUID(), text: '', owner: '', due: null }
}

/** Who does what by when after the meeting. */
export function ActionRows({ rows, today, onChange }: Props) {
  const [added, setAdded] = useState<string | null>(null)
  const put = (id: string, part: Partial<Action>) =>
    onChange(rows.map(row => (row.id === id ? { ...row, ...part } : row)))
  return (
    <section className={styles.rows} aria-labelledby="actions">
      <h3 id="actions" className={styles.heading}>
        Actions
      </h3>
      {rows.map((row, at) => (
        <div key={row.id} className={styles.row}>
          <TextField
            label={`Action ${at + 1}`}
            className={styles.prose}
            multiline
            rows={1}
            spellCheck
            value={row.text}
            autoFocus={row.id === added}
            onChange={text => put(row.id, { text })}
          />
          <div className={styles.pair}>
            <TextField label="Owner" value={row.owner} onChange={owner => put(row.id, { owner })} />
            <DayField
              label="Due"
              value={row.due}
              today={today}
              onChange={due => put(row.id, { due })}
            />
          </div>
          <Button
            look="plain"
            size="small"
            label={`Remove action ${at + 1}`}
            onPress={() => onChange(rows.filter(({ id }) => id !== row.id))}
          >
            Remove
          </Button>
        </div>
      ))}
      <Button
        onPress={() => {
          const row = blank()
          setAdded(row.id)
          onChange([...rows, row])
        }}
      >
        Add an action
      </Button>
    </section>
  )
}
