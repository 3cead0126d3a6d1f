import { ok, type Result, refuse } from '../../../shared/result.ts'

/** The time that was typed as 14:30, 14.30, 1430 or 14, as `14:30`; null where nothing was. */
export function readClock(text: string): Result<string | null, string> {
  const plain = text.trim()
  if (plain === '') return ok(null)
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:.h ]?(\d{2}))?$/.exec(plain) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59)
    return refuse('Type a time, such as 14:30.')
  return ok(`${hour.padStart(2, '0')}:${minute}`)
}
