import { z } from 'zod'
import { When } from '../dates/when.ts'
import { Line, Prose } from '../text.ts'
import { Quantity } from '../values/quantity.ts'
import { SourceRef } from './source.ts'

export const SIDES = ['right', 'left', 'bilateral', 'midline'] as const
export const Side = z.enum(SIDES)
export type Side = z.infer<typeof Side>

/** What every clinical entry carries: where it was read, and a remark. */
export const entryFields = {
  sources: z.array(SourceRef).max(20),
  note: Prose.nullable(),
}

/** A measured size as reported: one to three diameters in one unit, by one method. */
export const SizeReading = z.strictObject({
  diameters: z.array(z.number().positive().finite()).min(1).max(3),
  unit: z.enum(['mm', 'cm']),
  approximate: z.boolean(),
  /** How it was measured, such as "examination", "MRI", "pathology". */
  method: Line.nullable(),
  when: When,
  verbatim: Line.nullable(),
  source: SourceRef.nullable(),
})
export type SizeReading = Readonly<z.infer<typeof SizeReading>>

/** Words of a report about one question, with where they stood. Two that differ are two readings. */
export const StatedText = z.strictObject({ text: Prose, source: SourceRef.nullable() })
export type StatedText = Readonly<z.infer<typeof StatedText>>

/** How a course ended: `ongoing` as of a date, `ended` on one, or not recorded. */
export const End = z.strictObject({
  status: z.enum(['ended', 'ongoing', 'notRecorded']),
  when: When,
})
export type End = Readonly<z.infer<typeof End>>

export const Duration = Quantity
