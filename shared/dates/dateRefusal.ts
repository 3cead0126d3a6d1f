import { refuse } from '../result.ts'

/** Why a typed date was refused. */
export const DATE_REFUSALS = [
  'empty',
  'tooLong',
  'notOneLine',
  'notUnderstood',
  'noSuchDay',
  'noSuchMonth',
  'twoDigitYear',
  'outsideCalendar',
  'reversed',
  'unknownEvent',
  'ambiguousEvent',
  'namesNoEvent',
] as const
export type DateRefusal = (typeof DATE_REFUSALS)[number]

/** The sentence for the form. It names the kind of problem and repeats nothing that was typed. */
export const DATE_REFUSAL_TEXT = {
  empty: 'Type a date, or "not recorded".',
  tooLong: 'That is too long for a date.',
  notOneLine: 'Write the date on one line.',
  notUnderstood:
    'That is not understood as a date. Try 03-May-2022, May 2022, 2022, t-2d, or "3 months after surgery".',
  noSuchDay: 'That month does not have this day.',
  noSuchMonth: 'There is no such month. Write the day first, as in 03/05/2022 for 3 May 2022.',
  twoDigitYear: 'Write the year in four digits.',
  outsideCalendar: 'That is too far away to be a date.',
  reversed: 'The second date lies before the first.',
  unknownEvent: 'No event of this case has that name.',
  ambiguousEvent: 'Several events have that name; choose one from the list.',
  namesNoEvent: 'Say which event it counts from, as in "month 32 after surgery".',
} as const satisfies Record<DateRefusal, string>

export function refuseDate(refusal: DateRefusal): { ok: false; error: DateRefusal } {
  return refuse(refusal)
}
