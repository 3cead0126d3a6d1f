import { ok, type Result } from '../result.ts'
import { dayFrom } from './calendar.ts'
import { type DateRefusal, refuseDate } from './dateRefusal.ts'
import { monthFromName } from './monthNames.ts'
import type { PartialDate } from './when.ts'

type Read = Result<PartialDate, DateRefusal>

/** A year of another millennium is a slip of the finger, such as 0222 or 3022. */
function isPlausibleYear(year: string): boolean {
  return /^[12]/.test(year)
}

function fromYear(year: string): Read {
  return isPlausibleYear(year) ? ok(year) : refuseDate('outsideCalendar')
}

function fromDay(year: string, month: number | null, day: string): Read | null {
  if (month === null) return null
  if (month < 1 || month > 12) return refuseDate('noSuchMonth')
  const found = dayFrom(Number(year), month, Number(day))
  if (found === null) return refuseDate('noSuchDay')
  return isPlausibleYear(year) ? ok(found) : refuseDate('outsideCalendar')
}

function fromMonth(year: string, month: number | null): Read | null {
  if (month === null) return null
  if (month < 1 || month > 12) return refuseDate('noSuchMonth')
  if (!isPlausibleYear(year)) return refuseDate('outsideCalendar')
  return ok(`${year}-${String(month).padStart(2, '0')}`)
}

function shortYear(month: number | null): Read | null {
  return month === null ? null : refuseDate('twoDigitYear')
}

type Form = readonly [RegExp, (...groups: readonly string[]) => Read | null]

const ORDINAL = '(?:st|nd|rd|th)?'
/** Every form of one calendar date. In a form of numbers the day stands first (DD/MM/YYYY), or the year does. */
const FORMS: readonly Form[] = [
  [/^(\d{4})$/, (y = '') => fromYear(y)],
  [/^(\d{4})[-/.](\d{1,2})$/, (y = '', m = '') => fromMonth(y, Number(m))],
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, (y = '', m = '', d = '') => fromDay(y, Number(m), d)],
  [
    /^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4})$/,
    (d = '', m = '', y = '') => fromDay(y, Number(m), d),
  ],
  [/^(\d{1,2}) ?[-/.] ?(\d{4})$/, (m = '', y = '') => fromMonth(y, Number(m))],
  [
    new RegExp(`^(\\d{1,2})${ORDINAL}[ /-]{0,3}(?:of )?([a-z]+)[., /-]{0,3}(\\d{4})$`),
    (d = '', m = '', y = '') => fromDay(y, monthFromName(m), d),
  ],
  [
    new RegExp(`^([a-z]+)\\.? (\\d{1,2})${ORDINAL},? (\\d{4})$`),
    (m = '', d = '', y = '') => fromDay(y, monthFromName(m), d),
  ],
  [/^([a-z]+)[., /-]{0,3}(\d{4})$/, (m = '', y = '') => fromMonth(y, monthFromName(m))],
  [/^'?\d{1,2}$/, () => shortYear(1)],
  [/^\d{1,2} ?[-/.] ?'?\d{1,2}$/, () => shortYear(1)],
  [/^\d{1,2} ?[-/. ] ?\d{1,2} ?[-/. ] ?'?\d{2}$/, () => shortYear(1)],
  [
    new RegExp(`^(?:\\d{1,2}${ORDINAL}[ /-]{0,3}(?:of )?)?([a-z]+)[., /-]{0,3}'?\\d{2}$`),
    (m = '') => shortYear(monthFromName(m)),
  ],
]

/** One calendar date as typed, in the precision typed; a refusal for one that cannot be; null for no date at all. */
export function parseCalendarDate(plain: string): Read | null {
  for (const [form, read] of FORMS) {
    const match = form.exec(plain)
    const found = match === null ? null : read(...match.slice(1))
    if (found !== null) return found
  }
  return null
}
