import { z } from 'zod'
import {
  DRESSINGS,
  NEEDS,
  PAIN_RELIEF_USES,
  PAIN_RELIEFS,
  SKIN_CARES,
} from '../codes/skin/woundWords.ts'
import { Line } from '../text.ts'
import { Answer, someOf } from './answers.ts'

/** A rating by a named instrument, kept as recorded and never scored here. */
export const ScaleReading = z.strictObject({
  /** Its name, such as "WoSSAC". */
  instrument: Line,
  /** What it rates, such as "odour". */
  item: Line.nullable(),
  value: Line,
})
export type ScaleReading = Readonly<z.infer<typeof ScaleReading>>

/** What is done for a wound, for its pain and for the skin around it. CLINICAL: CLINICAL 2.11. */
export const WoundCare = z.strictObject({
  dressings: someOf(DRESSINGS),
  /** The dressing in words, such as its make. */
  dressingWords: Line.nullable(),
  /** How often it is changed, in words. */
  changes: Line.nullable(),
  /** Trauma at dressing changes. */
  changeTrauma: Answer.nullable(),
  adhesiveAvoided: Answer.nullable(),
  antimicrobial: Line.nullable(),
  scales: z.array(ScaleReading).max(20),
  painRelief: z
    .array(
      z.strictObject({
        way: z.enum(PAIN_RELIEFS),
        use: z.enum(PAIN_RELIEF_USES).nullable(),
        what: Line.nullable(),
      }),
    )
    .max(12),
  skinCare: someOf(SKIN_CARES),
  needs: someOf(NEEDS),
  needWords: Line.nullable(),
})
export type WoundCare = Readonly<z.infer<typeof WoundCare>>
