import { z } from 'zod'

const MOST_DAYS = 3650

/** A day, so many days ago, the last time that this user opened the patient before now, or the last meeting before today that discussed the case. */
export const SinceMoment = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('day'), day: z.iso.date() }),
  z.strictObject({ from: z.literal('daysAgo'), days: z.int().min(0).max(MOST_DAYS) }),
  z.strictObject({ from: z.literal('lastOpened') }),
  z.strictObject({ from: z.literal('lastMeeting') }),
])
export type SinceMoment = Readonly<z.infer<typeof SinceMoment>>

/** From when on a user wants what is new to be marked, in every case that is opened. */
export const SinceChoice = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('off') }),
  ...SinceMoment.options,
])
export type SinceChoice = Readonly<z.infer<typeof SinceChoice>>
