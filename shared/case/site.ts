import { z } from 'zod'
import { When } from '../dates/when.ts'
import { EntryId } from '../ids.ts'
import { Line, Prose } from '../text.ts'
import { Quantity } from '../values/quantity.ts'
import { entryFields, Side, SizeReading, StatedText } from './common.ts'

/** Local, regional and distant are kept apart by a person, never derived. */
export const SITE_ROLES = [
  'primary',
  'localRecurrence',
  'regional',
  'distant',
  'notStated',
] as const
export const CERTAINTIES = ['confirmed', 'suspected', 'excluded'] as const
export type Certainty = (typeof CERTAINTIES)[number]
export const SITE_STATUSES = [
  'active',
  'responding',
  'stable',
  'progressing',
  'resolved',
  'treated',
] as const
export const BONE_TYPES = ['lytic', 'blastic', 'mixed', 'unknown'] as const

/** TNM as recorded: the manual is not shipped, and nothing here is computed. */
export const TnmStage = z.strictObject({
  prefix: z.enum(['c', 'p', 'yc', 'yp', 'r', 'a']).nullable(),
  t: Line.nullable(),
  n: Line.nullable(),
  m: Line.nullable(),
  group: Line.nullable(),
  /** Manual and edition, such as "AJCC 8" or "UICC 8". */
  edition: Line.nullable(),
  source: SizeReading.shape.source,
})
export type TnmStage = Readonly<z.infer<typeof TnmStage>>

/** What only a primary tumour has. */
export const PrimaryDetails = z.strictObject({
  quadrant: Line.nullable(),
  histology: Line.nullable(),
  grade: Line.nullable(),
  stages: z.array(TnmStage).max(6),
})
export type PrimaryDetails = Readonly<z.infer<typeof PrimaryDetails>>

/** A place where disease is, was, or is suspected. */
export const Site = z.strictObject({
  kind: z.literal('site'),
  role: z.enum(SITE_ROLES),
  /** A member of the body-site list, or null where only the words are known. */
  bodySite: Line.nullable(),
  /** The place in the report's own words, where they say more than the list, such as "sub femoral segment". */
  asReported: Line.nullable(),
  side: Side.nullable(),
  subsite: Line.nullable(),
  firstSeen: When,
  /** Imaging modalities, "examination", "biopsy", in the order they came. */
  foundBy: z.array(Line).max(8),
  certainty: z.enum(CERTAINTIES),
  course: z
    .array(z.strictObject({ status: z.enum(SITE_STATUSES), when: When, note: Line.nullable() }))
    .max(60),
  lesions: Quantity.nullable(),
  sizes: z.array(SizeReading).max(20),
  boneType: z.enum(BONE_TYPES).nullable(),
  symptoms: z.array(StatedText).max(12),
  findings: Prose.nullable(),
  primary: PrimaryDetails.nullable(),
  recurrenceOf: EntryId.nullable(),
  ...entryFields,
})
export type Site = Readonly<z.infer<typeof Site>>
