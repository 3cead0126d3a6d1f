import { z } from 'zod'
import { GROUPINGS, LESION_CONTEXTS } from '../codes/skin/appearance.ts'
import { When } from '../dates/when.ts'
import { EntryId } from '../ids.ts'
import { Line } from '../text.ts'
import { Quantity } from '../values/quantity.ts'
import { Answer } from './answers.ts'
import { entryFields, Side } from './common.ts'

/** The drawings of the figure that show skin. */
export const PIN_PLATES = [
  'front',
  'back',
  'chest',
  'headFront',
  'headBack',
  'headRight',
  'headLeft',
] as const

/** A point on a drawing of the figure, in that drawing's own units, whatever view it stands in. */
export const Pin = z.strictObject({
  plate: z.enum(PIN_PLATES),
  x: z.number().min(-1000).max(1000),
  y: z.number().min(-1000).max(1000),
})
export type Pin = Readonly<z.infer<typeof Pin>>

/** How a lesion lies to something else, and the words for it. Both null is not recorded. */
export const Relation = z.strictObject({ answer: Answer.nullable(), words: Line.nullable() })
export type Relation = Readonly<z.infer<typeof Relation>>

/**
 * A place on the skin that is watched. It says nothing of what it is: that comes from its site's certainty and from its
 * specimens. Several similar ones may be one entry, with a count or a range.
 */
export const Lesion = z.strictObject({
  kind: z.literal('lesion'),
  /** The short name on the board, such as "L1"; unique in its case. */
  label: Line,
  /** A member of the body-site list, or null where only the words are known. */
  bodySite: Line.nullable(),
  asReported: Line.nullable(),
  side: Side.nullable(),
  subsite: Line.nullable(),
  pin: Pin.nullable(),
  grouping: z.enum(GROUPINGS).nullable(),
  count: Quantity.nullable(),
  /** How far it reaches, in words. */
  extent: Line.nullable(),
  toScar: Relation,
  toPrimary: Relation,
  toField: Relation,
  context: z.enum(LESION_CONTEXTS),
  firstSeen: When,
  /** The site of disease that it is, or belongs to. */
  site: EntryId.nullable(),
  ...entryFields,
})
export type Lesion = Readonly<z.infer<typeof Lesion>>
