import { ok, type Result, refuse } from '../result.ts'
import { type Day, precisionOf } from './calendar.ts'
import { DATE_REFUSAL_TEXT } from './dateRefusal.ts'
import { parseDateText } from './parseDate.ts'

/** The one day that was typed in any common form, `t`, `-7d`, `+1w` or 12-Nov-2026; or a sentence that says what is wrong. */
export function wholeDay(text: string, today: Day): Result<Day, string> {
  const read = parseDateText(text, { today })
  if (!read.ok)
    return refuse(
      read.error === 'empty' || read.error === 'notUnderstood'
        ? 'Type a day, such as 12-Nov-2026, 12/11/2026, t for today, or -7d for seven days ago.'
        : DATE_REFUSAL_TEXT[read.error],
    )
  const { value } = read
  if (value.kind !== 'date' || value.approximate || precisionOf(value.date) !== 'day')
    return refuse('Type one whole day, such as 12-Nov-2026.')
  return ok(value.date)
}
