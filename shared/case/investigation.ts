import { z } from 'zod'
import { When } from '../dates/when.ts'
import { EntryId } from '../ids.ts'
import { Line, Prose } from '../text.ts'
import { Missing } from '../values/missing.ts'
import { Quantity } from '../values/quantity.ts'
import { entryFields, SizeReading } from './common.ts'

/** One imaging study and what its report says. */
export const Imaging = z.strictObject({
  kind: z.literal('imaging'),
  modality: Line,
  region: Line.nullable(),
  when: When,
  findings: Prose.nullable(),
  measures: z.array(SizeReading).max(30),
  sites: z.array(EntryId).max(30),
  ...entryFields,
})
export type Imaging = Readonly<z.infer<typeof Imaging>>

export const ASSESSMENT_TYPES = ['response', 'ecog', 'tumourMarker', 'clinical'] as const

/** A judgement or a measurement at a time: response, ECOG, a tumour marker, a clinical remark. */
export const Assessment = z.strictObject({
  kind: z.literal('assessment'),
  type: z.enum(ASSESSMENT_TYPES),
  /** RECIST 1.1, clinical, or the scale's own name; for a tumour marker its name, such as "CA 15-3". */
  scale: Line.nullable(),
  /** The value as recorded: "PD", "1", "stable"; null where only words or a quantity are given. */
  value: Line.nullable(),
  quantity: Quantity.nullable(),
  missing: Missing.nullable(),
  text: Prose.nullable(),
  when: When,
  ...entryFields,
})
export type Assessment = Readonly<z.infer<typeof Assessment>>

export const DOCUMENT_KINDS = [
  'letter',
  'pathologyReport',
  'imagingReport',
  'publication',
  'guideline',
  'calculation',
  'conversation',
  'other',
] as const

/** A source that values are read from. */
export const SourceDocument = z.strictObject({
  kind: z.literal('document'),
  documentKind: z.enum(DOCUMENT_KINDS),
  title: Line,
  citation: Prose.nullable(),
  dated: When,
  ...entryFields,
})
export type SourceDocument = Readonly<z.infer<typeof SourceDocument>>
