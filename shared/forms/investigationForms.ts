import {
  ASSESSMENT_TYPES,
  type Assessment,
  DOCUMENT_KINDS,
  type Imaging,
  type SourceDocument,
} from '../case/investigation.ts'
import { MISSING } from '../values/missing.ts'
import { type Codec, codec, type TypedOf, wrong } from './codec.ts'
import { when } from './dateFields.ts'
import { carried, fields, rows } from './groups.ts'
import { optionalQuantity } from './quantityFields.ts'
import { sizeReading } from './sizeFields.ts'
import { entryList, entryParts } from './sourceFields.ts'
import {
  neededChoice,
  neededLine,
  optionalChoice,
  optionalLine,
  optionalProse,
} from './textFields.ts'

const imaging = fields({
  kind: carried<'imaging'>('imaging'),
  modality: neededLine('Type or choose the kind of imaging.'),
  region: optionalLine,
  when,
  findings: optionalProse,
  sites: entryList,
  measures: rows(sizeReading),
  ...entryParts,
  note: optionalProse,
})
export type ImagingTyped = TypedOf<typeof imaging>

/** An imaging study as a form. */
export const imagingForm: Codec<Imaging, ImagingTyped> = imaging

const assessment = fields({
  kind: carried<'assessment'>('assessment'),
  type: neededChoice(ASSESSMENT_TYPES, 'Choose what is assessed.'),
  scale: optionalLine,
  value: optionalLine,
  quantity: optionalQuantity(null),
  missing: optionalChoice(MISSING),
  text: optionalProse,
  when,
  ...entryParts,
  note: optionalProse,
})
export type AssessmentTyped = TypedOf<typeof assessment>

/** A response, ECOG, tumour marker or clinical remark as a form. */
export const assessmentForm: Codec<Assessment, AssessmentTyped> = codec<
  Assessment,
  AssessmentTyped
>({
  ...assessment,
  read(typed, was, context, path) {
    const read = assessment.read(typed, was, context, path)
    if (!read.ok || was !== null) return read
    const { value, quantity, missing, text } = read.value
    const saysNothing = [value, quantity, missing, text].every(part => part === null)
    return saysNothing
      ? wrong('value', 'Give the value, a number, the words of the report, or why there is none.')
      : read
  },
})

const document = fields({
  kind: carried<'document'>('document'),
  documentKind: neededChoice(DOCUMENT_KINDS, 'Choose what kind of document it is.'),
  title: neededLine('Type what the document is called.'),
  dated: when,
  citation: optionalProse,
  ...entryParts,
  note: optionalProse,
})
export type DocumentTyped = TypedOf<typeof document>

/** A source document as a form. */
export const documentForm: Codec<SourceDocument, DocumentTyped> = document
