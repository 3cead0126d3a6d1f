import { useState } from 'react'
import { INTENTS } from '../../../shared/case/treatment.ts'
import {
  INTENT_LABEL,
  type Intent,
  RECOMMENDATION_LABEL,
  RECOMMENDATION_TYPES,
  type Recommendation,
} from '../../../shared/meeting/outcome.ts'
import { Button } from '../../components/Button.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextField } from '../../components/TextField.tsx'
import styles from './Outcome.module.css'

type Props = Readonly<{
  rows: readonly Recommendation[]
  autoFocus: boolean
  onChange: (rows: Recommendation[]) => void
}>

function blank(): Recommendation {
  return { id: crypto.randomUUID(), type: null, intent: 'notStated', text: '' }
}

/** What is recommended, of which type and with which intent; an empty row stands ready. */
export function RecommendationRows({ rows, autoFocus, onChange }: Props) {
  const [ready] = useState(blank)
  const [added, setAdded] = useState<string | null>(null)
  const shown = rows.length === 0 ? [ready] : rows
  const put = (id: string, part: Partial<Recommendation>) =>
    onChange(shown.map(row => (row.id === id ? { ...row, ...part } : row)))
  return (
    <section className={styles.rows} aria-labelledby="recommendations">
      <h3 id="recommendations" className={styles.heading}>
        Recommendations
      </h3>
      {shown.map((row, at) => (
        <div key={row.id} className={styles.row}>
          <TextField
            label={`Recommendation ${at + 1}`}
            className={styles.prose}
            multiline
            rows={1}
            spellCheck
            value={row.text}
            autoFocus={(autoFocus && at === 0) || row.id === added}
            onChange={text => put(row.id, { text })}
          />
          <div className={styles.pair}>
            <SelectField
              label="Type"
              value={row.type}
              options={RECOMMENDATION_TYPES.map(value => ({
                value,
                label: RECOMMENDATION_LABEL[value],
              }))}
              onChange={type => put(row.id, { type })}
            />
            <SelectField<Intent>
              label="Intent"
              value={row.intent}
              options={INTENTS.map(value => ({ value, label: INTENT_LABEL[value] }))}
              onChange={intent => put(row.id, { intent })}
            />
          </div>
          {rows.length > 1 && (
            <Button
              look="plain"
              size="small"
              label={`Remove recommendation ${at + 1}`}
              onPress={() => onChange(rows.filter(({ id }) => id !== row.id))}
            >
              Remove
            </Button>
          )}
        </div>
      ))}
      <Button
        onPress={() => {
          const row = blank()
          setAdded(row.id)
          onChange([...shown, row])
        }}
      >
        Add a recommendation
      </Button>
    </section>
  )
}
