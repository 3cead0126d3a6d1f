import { type Day, precisionOf } from '../../shared/dates/calendar.ts'
import { DATE_REFUSAL_TEXT } from '../../shared/dates/dateRefusal.ts'
import { parseDateText } from '../../shared/dates/parseDate.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'

/** The day that was typed in any common form, `t` or `+2w`; null where nothing was, or a sentence that says what is wrong. */
export function readDay(text: string, today: Day): Result<Day | null, string> {
  const read = parseDateText(text, { today })
  if (!read.ok) {
    if (read.error === 'empty') return ok(null)
    return refuse(
      read.error === 'notUnderstood'
        ? 'Type a day, such as 26-Nov-2026, 26/11/2026 or +2w for in two weeks.'
        : DATE_REFUSAL_TEXT[read.error],
    )
  }
  const { value } = read
  if (value.kind !== 'date' || value.approximate || precisionOf(value.date) !== 'day')
    return refuse('Type one whole day, such as 26-Nov-2026.')
  return ok(value.date)
}
