import type { EctFollowUp, Electrochemotherapy } from '../case/electrochemotherapy.ts'
import {
  ANAESTHETIC_LABEL,
  ECT_BENEFIT_LABEL,
  ECT_BENEFITS,
  ECT_REASON_LABEL,
  ECT_REPEAT_LABEL,
  ECT_ROUTE_LABEL,
  ECT_SIDE_EFFECT_LABEL,
  ECT_SIDE_EFFECTS,
  ELECTRODE_LABEL,
  STAY_LABEL,
} from '../codes/skin/electrochemotherapyWords.ts'
import type { CaseIndex } from './caseIndex.ts'
import type { Fact } from './fact.ts'
import { commaList, quote, reported } from './makeFact.ts'
import {
  answeredFacts,
  answerText,
  factsFrom,
  namesOf,
  quantityText,
  withWords,
} from './skinWords.ts'

/** Electrochemotherapy as recorded, then how the area was found afterwards. CLINICAL: CLINICAL 2.8. */
export function ectFacts(index: CaseIndex, key: string, ect: Electrochemotherapy | null): Fact[] {
  if (ect === null) return []
  const led = (lead: string, text: string | null) => (text === null ? null : `${lead}: ${text}`)
  const reasons = withWords(namesOf(ect.reasons, ECT_REASON_LABEL), ect.reasonWords)
  const electrode = withWords(
    ect.electrode === null ? null : ELECTRODE_LABEL[ect.electrode],
    ect.electrodeWords,
  )
  return [
    ...factsFrom(key, [
      ['drug', led('drug', ect.drug)],
      ['dose', quantityText('drug dose', ect.dose)],
      ['lowDose', answerText('low dose', ect.lowDose)],
      ['route', ect.route === null ? null : ECT_ROUTE_LABEL[ect.route]],
      [
        'anaesthetic',
        ect.anaesthetic === null ? null : `${ANAESTHETIC_LABEL[ect.anaesthetic]} anaesthetic`,
      ],
      ['stay', ect.stay === null ? null : STAY_LABEL[ect.stay]],
      ['painReliefBefore', led('pain relief beforehand', ect.painReliefBefore)],
      ['electrode', led('electrode', electrode)],
      ['applications', quantityText('applications', ect.applications)],
      ['pulses', quantityText('pulses', ect.pulses)],
      ['pulseLength', quantityText('pulse length', ect.pulseLength)],
      ['fieldStrength', quantityText('field strength', ect.fieldStrength)],
      ['duration', quantityText('lasted', ect.duration)],
      ['area', led('area treated', ect.area)],
      ['repeat', ect.repeat === null ? null : ECT_REPEAT_LABEL[ect.repeat]],
      ['irradiatedBefore', answerText('skin irradiated before', ect.irradiatedBefore)],
      ['alongside', led('alongside', ect.alongside)],
      ['reasons', led('chosen because', reasons)],
      ['lungCondition', answerText('lung condition against it', ect.lungCondition)],
      ['against', led('against it', ect.contraindicationWords)],
      ['dressing', led('dressing afterwards', ect.dressing)],
    ]),
    ...ect.followUps.flatMap((followUp, i) =>
      followUpFacts(index, `${key}.followUp.${i}`, followUp),
    ),
  ]
}

function followUpFacts(index: CaseIndex, key: string, followUp: EctFollowUp): Fact[] {
  const { when, by, benefits, sideEffects, scabbing, looksWorse, dressing, text } = followUp
  const on = index.when('', when).text
  return [
    reported(key, `follow-up ${commaList([on, by])}`),
    ...answeredFacts(`${key}.benefits`, benefits, {
      order: ECT_BENEFITS,
      label: ECT_BENEFIT_LABEL,
      lead: { yes: 'benefit', no: 'no benefit' },
    }),
    ...answeredFacts(`${key}.sideEffects`, sideEffects, {
      order: ECT_SIDE_EFFECTS,
      label: ECT_SIDE_EFFECT_LABEL,
      lead: { yes: 'side effects', no: 'none of' },
    }),
    ...factsFrom(key, [
      ['scabbing', answerText('scabbing', scabbing)],
      ['looksWorse', answerText('looks worse', looksWorse)],
      ['dressing', dressing === null ? null : `dressing: ${dressing}`],
      ['text', text === null ? null : quote(text)],
    ]),
  ]
}
