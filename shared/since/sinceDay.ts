import { wholeDay } from '../dates/wholeDay.ts'
import { type Result, refuse } from '../result.ts'

/** The day that was typed in any common form, `t`, `-7d` or 12-Nov-2026; or a sentence that says what is wrong with it. */
export function sinceDay(text: string, today: string): Result<string, string> {
  const day = wholeDay(text, today)
  return day.ok && day.value > today ? refuse('That day is still to come.') : day
}
