import { z } from 'zod'
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
import { When } from '../dates/when.ts'
import { Line, Prose } from '../text.ts'
import { Quantity } from '../values/quantity.ts'
import { Answer, answersTo, someOf } from './answers.ts'

/** How a treated area was found at a later date. */
export const EctFollowUp = z.strictObject({
  when: When,
  by: Line.nullable(),
  benefits: answersTo(ECT_BENEFITS),
  sideEffects: answersTo(ECT_SIDE_EFFECTS),
  scabbing: Answer.nullable(),
  /** CLINICAL: treated areas often look worse before improvement, S3 (CLINICAL 2.8). */
  looksWorse: Answer.nullable(),
  dressing: Line.nullable(),
  text: Prose.nullable(),
})
export type EctFollowUp = Readonly<z.infer<typeof EctFollowUp>>

/** What only electrochemotherapy has. CLINICAL: every field of CLINICAL 2.8 (S3, ESOPE). */
export const Electrochemotherapy = z.strictObject({
  drug: Line.nullable(),
  dose: Quantity.nullable(),
  lowDose: Answer.nullable(),
  route: z.enum(ECT_ROUTES).nullable(),
  anaesthetic: z.enum(ANAESTHETICS).nullable(),
  stay: z.enum(STAYS).nullable(),
  painReliefBefore: Line.nullable(),
  electrode: z.enum(ELECTRODES).nullable(),
  electrodeWords: Line.nullable(),
  applications: Quantity.nullable(),
  /** Pulses of one application, their length, and the field between the electrodes. */
  pulses: Quantity.nullable(),
  pulseLength: Quantity.nullable(),
  fieldStrength: Quantity.nullable(),
  duration: Quantity.nullable(),
  area: Line.nullable(),
  repeat: z.enum(ECT_REPEATS).nullable(),
  irradiatedBefore: Answer.nullable(),
  /** Other treatment at the same time. */
  alongside: Line.nullable(),
  reasons: someOf(ECT_REASONS),
  reasonWords: Line.nullable(),
  lungCondition: Answer.nullable(),
  contraindicationWords: Line.nullable(),
  dressing: Line.nullable(),
  followUps: z.array(EctFollowUp).max(40),
})
export type Electrochemotherapy = Readonly<z.infer<typeof Electrochemotherapy>>
