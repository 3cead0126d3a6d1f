import type { Electrochemotherapy } from '../case/electrochemotherapy.ts'
import { ANSWERS } from '../codes/skin/answers.ts'
import {
  ANAESTHETICS,
  ECT_BENEFITS,
  ECT_REASONS,
  ECT_REPEATS,
  ECT_ROUTES,
  ECT_SIDE_EFFECTS,
  ELECTRODES,
  STAYS,
} from '../codes/skin/electrochemotherapyWords.ts'
import { answersField, someChoices } from './choiceFields.ts'
import type { Codec, TypedOf } from './codec.ts'
import { when } from './dateFields.ts'
import { absentWhenBlank, fields, rows } from './groups.ts'
import { optionalQuantity } from './quantityFields.ts'
import { optionalChoice, optionalLine, optionalProse } from './textFields.ts'

const answer = optionalChoice(ANSWERS)

const followUp = fields({
  when,
  by: optionalLine,
  benefits: answersField(ECT_BENEFITS),
  sideEffects: answersField(ECT_SIDE_EFFECTS),
  scabbing: answer,
  looksWorse: answer,
  dressing: optionalLine,
  text: optionalProse,
})
/** A follow-up that says nothing yet, for a new row. */
export const BLANK_FOLLOW_UP = followUp.blank

const ect = fields({
  drug: optionalLine,
  dose: optionalQuantity(null),
  lowDose: answer,
  route: optionalChoice(ECT_ROUTES),
  anaesthetic: optionalChoice(ANAESTHETICS),
  stay: optionalChoice(STAYS),
  painReliefBefore: optionalLine,
  electrode: optionalChoice(ELECTRODES),
  electrodeWords: optionalLine,
  applications: optionalQuantity(null),
  pulses: optionalQuantity(null),
  pulseLength: optionalQuantity('µs'),
  fieldStrength: optionalQuantity('V/cm'),
  duration: optionalQuantity('minutes'),
  area: optionalLine,
  repeat: optionalChoice(ECT_REPEATS),
  irradiatedBefore: answer,
  alongside: optionalLine,
  reasons: someChoices(ECT_REASONS),
  reasonWords: optionalLine,
  lungCondition: answer,
  contraindicationWords: optionalLine,
  dressing: optionalLine,
  followUps: rows(followUp),
})
export type EctTyped = TypedOf<typeof ect>

/** Electrochemotherapy with its follow-up; all blank is none recorded. */
export const electrochemotherapy: Codec<Electrochemotherapy | null, EctTyped> = absentWhenBlank<
  Electrochemotherapy,
  EctTyped
>(ect)
