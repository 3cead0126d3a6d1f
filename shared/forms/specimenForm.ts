import { SIDES } from '../case/common.ts'
import { PROCEDURES, type Specimen } from '../case/specimen.ts'
import type { Codec, TypedOf } from './codec.ts'
import { when } from './dateFields.ts'
import { absentWhenBlank, carried, fields, rows } from './groups.ts'
import { optionalQuantity } from './quantityFields.ts'
import { results } from './resultFields.ts'
import { sizeReading } from './sizeFields.ts'
import { entryParts, optionalEntry, statedTexts } from './sourceFields.ts'
import {
  neededChoice,
  neededLine,
  optionalChoice,
  optionalLine,
  optionalProse,
} from './textFields.ts'

export const REPRESENTATIVE = ['yes', 'no', 'insufficient'] as const

const inner = fields({
  kind: carried<'specimen'>('specimen'),
  label: neededLine('Give it a short name, such as A.'),
  site: optionalEntry,
  lesion: optionalEntry,
  procedure: neededChoice(PROCEDURES, 'Choose how it was taken.'),
  collected: when,
  results,
  procedureAsReported: optionalLine,
  from: optionalLine,
  side: optionalChoice(SIDES),
  labNumber: optionalLine,
  histology: statedTexts,
  grade: optionalLine,
  representative: optionalChoice(REPRESENTATIVE),
  sizes: rows(sizeReading),
  nodes: absentWhenBlank(
    fields({ examined: optionalQuantity(null), positive: optionalQuantity(null) }),
  ),
  margins: optionalLine,
  invasion: statedTexts,
  reportedSubtype: statedTexts,
  findings: optionalProse,
  ...entryParts,
  note: optionalProse,
})
export type SpecimenTyped = TypedOf<typeof inner>

/** A specimen with its receptors as a form. */
export const specimenForm: Codec<Specimen, SpecimenTyped> = inner
