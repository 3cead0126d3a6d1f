import { z } from 'zod'
import { When } from '../dates/when.ts'
import { EntryId } from '../ids.ts'
import { Line, Prose } from '../text.ts'
import { Missing } from '../values/missing.ts'
import { Quantity } from '../values/quantity.ts'
import { entryFields, Side, SizeReading, StatedText } from './common.ts'
import { SourceRef } from './source.ts'

export const PROCEDURES = [
  'coreNeedle',
  'fineNeedle',
  'punch',
  'incisional',
  'excisional',
  'shave',
  'frozenSection',
  'sentinelNode',
  'axillaryDissection',
  'resection',
  'cytology',
  'biopsyNotSpecified',
  'other',
] as const
export const REPORTED_CALLS = [
  'positive',
  'lowPositive',
  'negative',
  'equivocal',
  'low',
  'ultralow',
  'borderline',
] as const
export type ReportedCall = (typeof REPORTED_CALLS)[number]
/** HER2 immunohistochemistry scores; `0+` is "0 with membrane staining". */
export const IHC_SCORES = ['0', '0+', '1+', '2+', '3+'] as const
export const INTENSITIES = ['none', 'weak', 'moderate', 'strong'] as const

/** Why a report that speaks of the hybridisation gives no result of it. */
export const ISH_WITHOUT_RESULT = [
  'pending',
  'notDone',
  'notAssessable',
] as const satisfies readonly Missing[]

/** In situ hybridisation for HER2 as reported. */
export const Ish = z
  .strictObject({
    result: z.enum(['amplified', 'notAmplified', 'equivocal']).nullable(),
    /** Bodies of earlier releases lack it. */
    missing: z.enum(ISH_WITHOUT_RESULT).nullable().default(null),
    ratio: Quantity.nullable(),
    copyNumber: Quantity.nullable(),
    group: z.int().min(1).max(5).nullable(),
    method: Line.nullable(),
  })
  .refine(
    ish => ish.result === null || ish.missing === null,
    'a hybridisation has a result, or a reason why it has none',
  )
export type Ish = Readonly<z.infer<typeof Ish>>

/**
 * One reading of one marker: value, method and the report's own interpretation are apart, and none overwrites another.
 */
export const MarkerReading = z.strictObject({
  percent: Quantity.nullable(),
  intensity: z.enum(INTENSITIES).nullable(),
  /** Allred total 0 or 2-8. CLINICAL: a total of 1 is impossible (CLINICAL 3.1). */
  allred: z
    .int()
    .min(0)
    .max(8)
    .refine(total => total !== 1, 'an Allred total of 1 is impossible')
    .nullable(),
  hScore: z.number().min(0).max(300).nullable(),
  ihc: z.strictObject({ low: z.enum(IHC_SCORES), high: z.enum(IHC_SCORES).nullable() }).nullable(),
  ish: Ish.nullable(),
  /** A named score such as CPS or TPS. */
  score: z.strictObject({ name: Line, value: Quantity }).nullable(),
  interpretation: z.enum(REPORTED_CALLS).nullable(),
  method: Line.nullable(),
  verbatim: Line.nullable(),
  source: SourceRef.nullable(),
})
export type MarkerReading = Readonly<z.infer<typeof MarkerReading>>

/** The result of one marker on one specimen: readings, or the reason why there are none. */
export const MarkerResult = z
  .strictObject({
    /** `ER`, `PR`, `HER2`, `Ki-67`, `PD-L1` or any further marker by name. */
    marker: Line,
    missing: Missing.nullable(),
    /** The report's own words for why there is none, such as "Not done (decalcified)". */
    missingAsReported: Line.nullable(),
    readings: z.array(MarkerReading).max(8),
  })
  .refine(
    r => (r.missing === null) === r.readings.length > 0,
    'a result has readings, or a reason why it has none',
  )
  .refine(
    r => r.missingAsReported === null || r.missing !== null,
    'words for a missing result need the kind of missing',
  )
export type MarkerResult = Readonly<z.infer<typeof MarkerResult>>

/** Tissue that was taken, and what was found in it. */
export const Specimen = z.strictObject({
  kind: z.literal('specimen'),
  /** The short name on the board, such as "A"; unique in its case. */
  label: Line,
  labNumber: Line.nullable(),
  procedure: z.enum(PROCEDURES),
  procedureAsReported: Line.nullable(),
  /** The site or lesion it came from. */
  site: EntryId.nullable(),
  /** The skin lesion that it was taken from. Bodies of earlier releases lack it. */
  lesion: EntryId.nullable().default(null),
  /** Where it came from in words, such as "sentinel nodes". */
  from: Line.nullable(),
  side: Side.nullable(),
  collected: When,
  histology: z.array(StatedText).max(8),
  grade: Line.nullable(),
  representative: z.enum(['yes', 'no', 'insufficient']).nullable(),
  sizes: z.array(SizeReading).max(8),
  nodes: z
    .strictObject({ examined: Quantity.nullable(), positive: Quantity.nullable() })
    .nullable(),
  margins: Line.nullable(),
  /** Perineural and vascular invasion, each statement with its source. */
  invasion: z.array(StatedText).max(8),
  /** The report's own subtype, such as "type Luminal B". */
  reportedSubtype: z.array(StatedText).max(4),
  results: z.array(MarkerResult).max(40),
  findings: Prose.nullable(),
  ...entryFields,
})
export type Specimen = Readonly<z.infer<typeof Specimen>>
