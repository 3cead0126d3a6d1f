import { useState } from 'react'
import { type FormOf, fromForm } from '../../../shared/forms/forms.ts'
import { suggestLineFor } from '../../../shared/forms/lineFor.ts'
import { EntryId } from '../../../shared/ids.ts'
import type { LineSuggestion } from '../../../shared/rules/lineSuggestion.ts'
import { Button } from '../../components/Button.tsx'
import { useScope } from './FormScope.tsx'
import { at, type Field } from './field.ts'
import { LineInput } from './inputs.tsx'
import styles from './LineSuggestion.module.css'

type Form = Field<FormOf<'systemic'>>

/** The line of therapy as a person sets it, with a suggestion and its reason on request. Nothing is set by itself. */
export function LineInputWithSuggestion({ form, self }: Readonly<{ form: Form; self: string }>) {
  const { of, context } = useScope()
  const [suggestion, setSuggestion] = useState<LineSuggestion | 'incomplete' | null>(null)
  const line = at(form, 'line')
  const suggest = () => {
    const read = fromForm('systemic', { ...form.value, line: '' }, null, context)
    setSuggestion(read.ok ? suggestLineFor(of, EntryId.parse(self), read.value) : 'incomplete')
  }
  const number = suggestion === null || suggestion === 'incomplete' ? null : suggestion.number
  return (
    <div className={styles.line}>
      <div className={styles.row}>
        <LineInput field={line} label="Line number" description="set by a person" />
        <Button look="plain" onPress={suggest}>
          Suggest
        </Button>
      </div>
      {suggestion !== null && (
        <div className={styles.suggestion} role="status">
          {suggestion === 'incomplete' ? (
            'A suggestion needs the drug and dates that can be read.'
          ) : (
            <>
              <span>
                <strong>{suggestion.text}</strong>
                {suggestion.total === null ? '' : ` (${suggestion.total})`}
                {suggestion.options.length > 0 && `: ${suggestion.options.join(' or ')}`}.{' '}
                {suggestion.reason}
              </span>
              {number !== null && (
                <Button
                  onPress={() => {
                    line.update(() => String(number))
                    setSuggestion(null)
                  }}
                >
                  Take {number}
                </Button>
              )}
            </>
          )}
        </div>
      )}
    </div>
  )
}
