import { z } from 'zod'
import { SourceRef } from '../case/source.ts'
import { EntryId } from '../ids.ts'
import { Line } from '../text.ts'
import { Missing } from '../values/missing.ts'

/** A calendar day as text: a clinical date has no time zone. */
export const Day = z.iso.date()
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2022-05')
export const Year = z.string().regex(/^\d{4}$/, 'must be a year such as 2022')
/** A calendar date in the precision it was given with: `2022-05-03`, `2022-05` or `2022`. */
export const PartialDate = z.union([Day, Month, Year])
export type PartialDate = z.infer<typeof PartialDate>

export const TIME_UNITS = ['day', 'week', 'month', 'year'] as const
export const TimeUnit = z.enum(TIME_UNITS)
export type TimeUnit = z.infer<typeof TimeUnit>

/** The event that an interval counts from: the beginning or the end of another entry. */
export const Anchor = z.strictObject({ entry: EntryId, end: z.enum(['start', 'end']) })
export type Anchor = Readonly<z.infer<typeof Anchor>>

/** Where an event lies from its anchor, in the words' own precision. */
export const Offset = z.discriminatedUnion('type', [
  /** At the same time. */
  z.strictObject({ type: z.literal('at') }),
  /** Some time before or after; how long is not recorded. */
  z.strictObject({ type: z.literal('before') }),
  z.strictObject({ type: z.literal('after') }),
  /** "In the 32nd month after": from 31 to 32 months. */
  z.strictObject({ type: z.literal('ordinal'), n: z.int().min(1).max(2000), unit: TimeUnit }),
  /** "One month after", "2-3 weeks before". `high` is null for a single value. */
  z
    .strictObject({
      type: z.literal('elapsed'),
      direction: z.enum(['before', 'after']),
      low: z.number().min(0).max(100_000),
      high: z.number().min(0).max(100_000).nullable(),
      unit: TimeUnit,
    })
    .refine(o => o.high === null || o.high >= o.low, 'the upper end lies below the lower'),
])
export type Offset = Readonly<z.infer<typeof Offset>>

const asGiven = {
  /** "About", "ca.", "early": the words weaken the date without giving bounds. */
  approximate: z.boolean(),
  verbatim: Line.nullable(),
  source: SourceRef.nullable(),
}

/** One statement of when something was, in the precision it was made with. */
export const DateStatement = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('date'), date: PartialDate, ...asGiven }),
  /** Between two dates; a null bound is not recorded. At least one is. */
  z
    .strictObject({
      kind: z.literal('between'),
      from: PartialDate.nullable(),
      to: PartialDate.nullable(),
      ...asGiven,
    })
    .refine(s => s.from !== null || s.to !== null, 'one of the two bounds is needed'),
  z.strictObject({ kind: z.literal('relative'), anchor: Anchor, offset: Offset, ...asGiven }),
  z.strictObject({ kind: z.literal('missing'), missing: Missing, ...asGiven }),
])
export type DateStatement = Readonly<z.infer<typeof DateStatement>>

/**
 * When something was: every statement made of it, the one to show first in front. None at all reads "not recorded".
 * "In the 32nd month after surgery (May 2022)" is two statements of one event.
 */
export const When = z.array(DateStatement).max(8)
export type When = readonly DateStatement[]
