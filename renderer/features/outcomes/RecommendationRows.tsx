import { useState } from 'react'
import { INTENTS } from '../../../shared/case/treatment.ts'
import {
  INTENT_LABEL,
  type Intent,
  RECOMMENDATION_LABEL,
  RECOMMENDATION_TYPES,
  type Recommendation,
} from '../../../shared/meeting/outcome.ts'
import { SelectField } from '../../components/SelectField.tsx'
import { TypedRows } from './TypedRows.tsx'

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
  return (
    <TypedRows
      title="Recommendations"
      name="Recommendation"
      add="Add a recommendation"
      rows={rows.length === 0 ? [ready] : rows}
      blank={blank}
      autoFocus={autoFocus}
      keepsOne
      onChange={onChange}
    >
      {(row, put) => (
        <>
          <SelectField
            label="Type"
            value={row.type}
            options={RECOMMENDATION_TYPES.map(value => ({
              value,
              label: RECOMMENDATION_LABEL[value],
            }))}
            onChange={type => put({ type })}
          />
          <SelectField<Intent>
            label="Intent"
            value={row.intent}
            options={INTENTS.map(value => ({ value, label: INTENT_LABEL[value] }))}
            onChange={intent => put({ intent })}
          />
        </>
      )}
    </TypedRows>
  )
}
