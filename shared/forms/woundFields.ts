import type { WoundCare } from '../case/wound.ts'
import { ANSWERS } from '../codes/skin/answers.ts'
import {
  DRESSINGS,
  NEEDS,
  PAIN_RELIEF_USES,
  PAIN_RELIEFS,
  SKIN_CARES,
} from '../codes/skin/woundWords.ts'
import { someChoices } from './choiceFields.ts'
import type { Codec, TypedOf } from './codec.ts'
import { absentWhenBlank, fields, rows } from './groups.ts'
import { neededChoice, neededLine, optionalChoice, optionalLine } from './textFields.ts'

const wound = fields({
  dressings: someChoices(DRESSINGS),
  dressingWords: optionalLine,
  changes: optionalLine,
  changeTrauma: optionalChoice(ANSWERS),
  adhesiveAvoided: optionalChoice(ANSWERS),
  antimicrobial: optionalLine,
  scales: rows(
    fields({
      instrument: neededLine('Name the scale or the instrument.'),
      item: optionalLine,
      value: neededLine('Give the value as recorded.'),
    }),
  ),
  painRelief: rows(
    fields({
      way: neededChoice(PAIN_RELIEFS, 'Choose the kind of pain relief.'),
      use: optionalChoice(PAIN_RELIEF_USES),
      what: optionalLine,
    }),
  ),
  skinCare: someChoices(SKIN_CARES),
  needs: someChoices(NEEDS),
  needWords: optionalLine,
})
export type WoundTyped = TypedOf<typeof wound>

/** Care of a wound; all blank is none recorded. */
export const woundCare: Codec<WoundCare | null, WoundTyped> = absentWhenBlank<
  WoundCare,
  WoundTyped
>(wound)
