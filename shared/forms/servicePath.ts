import type { InputIssue } from '../ipc/errors.ts'
import type { FieldError } from './codec.ts'

/** The form's own field for a member of a body, where the two are called differently. */
const FORM_FIELD: Readonly<Record<string, string>> = {
  bodySite: 'place.text',
  asReported: 'place.words',
}

/** A sentence of its own for a rule that a service names in a few words. */
function sentence(message: string): string {
  const text = message.trim()
  const start = `${text.charAt(0).toUpperCase()}${text.slice(1)}`
  return /[.!?]$/.test(start) ? start : `${start}.`
}

/**
 * The places of a refusal as fields of the form: "changes[0].body.results[1].marker" stands at "results.1". A list's items
 * are found by their number, so that the row is marked and not a field of it that may not be there.
 */
export function fieldErrorsOf(issues: readonly InputIssue[]): FieldError[] {
  return issues.map(({ path, message }) => {
    const inside = path
      .replace(/\[(\d+)\]/g, '.$1')
      .replace(/^changes\.\d+\./, '')
      .replace(/^(?:body|details)\.?/, '')
    const [head = '', index] = inside.split('.')
    const field = FORM_FIELD[head] ?? head
    const isRow = index !== undefined && /^\d+$/.test(index)
    return { path: isRow ? `${field}.${index}` : field, message: sentence(message) }
  })
}
