import type { LesionSize, SkinNote } from '../case/skinNote.ts'
import { ANSWERS } from '../codes/skin/answers.ts'
import { COLOURS, DESCRIPTORS, GROWTHS, PATTERNS, PRESENTATIONS } from '../codes/skin/appearance.ts'
import {
  ARRANGED,
  ATTRIBUTIONS,
  CHANGES,
  COURSES,
  DIFFERENTIALS,
  EXAMINED,
  FAILED_KINDS,
  SIGNS,
} from '../codes/skin/assessment.ts'
import {
  CULTURES,
  EXUDATE_AMOUNTS,
  LYMPHOEDEMA_CARES,
  LYMPHOEDEMA_PLACES,
  PAIN_KINDS,
  SKIN_FINDINGS,
} from '../codes/skin/findings.ts'
import { answersField, someChoices } from './choiceFields.ts'
import type { Codec, TypedOf } from './codec.ts'
import { when } from './dateFields.ts'
import { carried, fields, rows } from './groups.ts'
import { optionalQuantity } from './quantityFields.ts'
import { sizeReading } from './sizeFields.ts'
import { entryParts, neededEntry } from './sourceFields.ts'
import {
  neededChoice,
  optionalChoice,
  optionalCount,
  optionalLine,
  optionalProse,
} from './textFields.ts'
import { woundCare } from './woundFields.ts'

const size = fields({
  measured: sizeReading,
  elevation: optionalQuantity('mm'),
  of: optionalLine,
})
export type LesionSizeTyped = TypedOf<typeof size>
/** A size that says nothing yet, for a new row. */
export const BLANK_LESION_SIZE: LesionSizeTyped = size.blank

const inner = fields({
  kind: carried<'skinNote'>('skinNote'),
  lesion: neededEntry('Choose the lesion that this note is about.'),
  when,
  author: optionalLine,
  count: optionalQuantity(null),
  sizes: rows<LesionSize, LesionSizeTyped>(size),
  sizeWords: optionalLine,
  presentations: someChoices(PRESENTATIONS),
  patterns: someChoices(PATTERNS),
  colours: someChoices(COLOURS),
  descriptors: someChoices(DESCRIPTORS),
  appearance: optionalProse,
  findings: answersField(SKIN_FINDINGS),
  symptoms: optionalProse,
  exudateAmount: optionalChoice(EXUDATE_AMOUNTS),
  painScore: optionalCount(0, 10),
  painKinds: someChoices(PAIN_KINDS),
  culture: optionalChoice(CULTURES),
  cultureWords: optionalLine,
  antibiotic: optionalLine,
  cultureGuided: optionalChoice(ANSWERS),
  lymphoedemaPlaces: someChoices(LYMPHOEDEMA_PLACES),
  lymphoedemaCare: someChoices(LYMPHOEDEMA_CARES),
  failed: rows(
    fields({
      treatment: neededChoice(FAILED_KINDS, 'Choose what kind of treatment it was.'),
      words: optionalLine,
    }),
  ),
  differentials: someChoices(DIFFERENTIALS),
  differentialWords: optionalLine,
  growth: optionalChoice(GROWTHS),
  growthWords: optionalLine,
  course: optionalChoice(COURSES),
  changes: someChoices(CHANGES),
  attributedTo: someChoices(ATTRIBUTIONS),
  courseWords: optionalLine,
  signs: answersField(SIGNS),
  wound: woundCare,
  examined: someChoices(EXAMINED),
  arranged: someChoices(ARRANGED),
  arrangedWords: optionalLine,
  text: optionalProse,
  ...entryParts,
  note: optionalProse,
})
export type SkinNoteTyped = TypedOf<typeof inner>

/** A note on a skin lesion as a form. */
export const skinNoteForm: Codec<SkinNote, SkinNoteTyped> = inner
