import { z } from 'zod'
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
import { When } from '../dates/when.ts'
import { EntryId } from '../ids.ts'
import { Line, Prose } from '../text.ts'
import { Quantity } from '../values/quantity.ts'
import { Answer, answersTo, someOf } from './answers.ts'
import { entryFields, SizeReading } from './common.ts'
import { WoundCare } from './wound.ts'

/** One lesion's size as recorded: its diameters, how far it stands out, and which of several it was. */
export const LesionSize = z.strictObject({
  /** Diameters and method; the date is the note's. */
  measured: SizeReading,
  elevation: Quantity.nullable(),
  /** Which of several, such as "largest". */
  of: Line.nullable(),
})
export type LesionSize = Readonly<z.infer<typeof LesionSize>>

/** One look at a lesion: what was seen, said and done. A list that is empty, and a member that is null, is not recorded. */
export const SkinNote = z.strictObject({
  kind: z.literal('skinNote'),
  lesion: EntryId,
  when: When,
  author: Line.nullable(),
  /** How many were seen, where several are one entry. */
  count: Quantity.nullable(),
  sizes: z.array(LesionSize).max(12),
  /** A size that was only put in words, such as "no larger than a pea". */
  sizeWords: Line.nullable(),
  presentations: someOf(PRESENTATIONS),
  patterns: someOf(PATTERNS),
  colours: someOf(COLOURS),
  descriptors: someOf(DESCRIPTORS),
  appearance: Prose.nullable(),
  findings: answersTo(SKIN_FINDINGS),
  /** Symptoms and signs in words. */
  symptoms: Prose.nullable(),
  exudateAmount: z.enum(EXUDATE_AMOUNTS).nullable(),
  /** 0 none to 10 worst. */
  painScore: z.int().min(0).max(10).nullable(),
  painKinds: someOf(PAIN_KINDS),
  culture: z.enum(CULTURES).nullable(),
  cultureWords: Line.nullable(),
  antibiotic: Line.nullable(),
  /** Whether the antibiotic was chosen by the culture. */
  cultureGuided: Answer.nullable(),
  lymphoedemaPlaces: someOf(LYMPHOEDEMA_PLACES),
  lymphoedemaCare: someOf(LYMPHOEDEMA_CARES),
  /** Earlier treatment of it that did not help. */
  failed: z
    .array(z.strictObject({ treatment: z.enum(FAILED_KINDS), words: Line.nullable() }))
    .max(12),
  differentials: someOf(DIFFERENTIALS),
  differentialWords: Line.nullable(),
  growth: z.enum(GROWTHS).nullable(),
  growthWords: Line.nullable(),
  /** The course since the note before, as the author states it. */
  course: z.enum(COURSES).nullable(),
  changes: someOf(CHANGES),
  attributedTo: someOf(ATTRIBUTIONS),
  courseWords: Line.nullable(),
  signs: answersTo(SIGNS),
  wound: WoundCare.nullable(),
  examined: someOf(EXAMINED),
  arranged: someOf(ARRANGED),
  arrangedWords: Line.nullable(),
  text: Prose.nullable(),
  ...entryFields,
})
export type SkinNote = Readonly<z.infer<typeof SkinNote>>
