import { SIDES } from '../case/common.ts'
import {
  INTENTS,
  LOCAL_MODALITIES,
  type LocalTreatment,
  RESPONSES,
  SETTINGS,
  STOP_REASONS,
  type Systemic,
} from '../case/treatment.ts'
import type { Codec, TypedOf } from './codec.ts'
import { when } from './dateFields.ts'
import { drugCourse } from './drugFields.ts'
import { electrochemotherapy } from './ectFields.ts'
import { end } from './endFields.ts'
import { absentWhenBlank, carried, fields, rows } from './groups.ts'
import { optionalQuantity } from './quantityFields.ts'
import { entryList, entryParts, statedText } from './sourceFields.ts'
import {
  choiceFrom,
  neededChoice,
  neededLine,
  optionalChoice,
  optionalCount,
  optionalLine,
  optionalProse,
} from './textFields.ts'
import { woundCare } from './woundFields.ts'

const systemic = fields({
  kind: carried<'systemic'>('systemic'),
  drugs: rows(drugCourse, { least: 1, lacking: 'Type a drug.' }),
  regimen: optionalLine,
  setting: choiceFrom(SETTINGS, 'notStated'),
  started: when,
  ended: end,
  line: optionalCount(1, 30),
  settingAsReported: optionalLine,
  intent: choiceFrom(INTENTS, 'notStated'),
  duration: optionalQuantity(null),
  cycles: optionalQuantity('cycles'),
  doseChanges: rows(fields({ when, text: neededLine('Say what was changed.') })),
  bestResponse: absentWhenBlank(
    fields({ value: optionalChoice(RESPONSES), method: optionalLine, text: optionalLine }),
  ),
  stopReason: optionalChoice(STOP_REASONS),
  stopReasonAsReported: optionalLine,
  ...entryParts,
  note: optionalProse,
})
export type SystemicTyped = TypedOf<typeof systemic>

/** A systemic treatment as a form. */
export const systemicForm: Codec<Systemic, SystemicTyped> = systemic

const local = fields({
  kind: carried<'local'>('local'),
  modality: neededChoice(LOCAL_MODALITIES, 'Choose what kind of treatment it was.'),
  what: rows(statedText, { least: 1, lacking: 'Say what was done.' }),
  sites: entryList,
  skinLesions: entryList,
  side: optionalChoice(SIDES),
  started: when,
  ended: end,
  field: optionalLine,
  intent: choiceFrom(INTENTS, 'notStated'),
  dose: optionalQuantity('Gy'),
  fractions: optionalQuantity('fractions'),
  result: optionalProse,
  ect: electrochemotherapy,
  wound: woundCare,
  ...entryParts,
  note: optionalProse,
})
export type LocalTyped = TypedOf<typeof local>

/** Surgery, radiotherapy or another local treatment as a form. */
export const localForm: Codec<LocalTreatment, LocalTyped> = local
