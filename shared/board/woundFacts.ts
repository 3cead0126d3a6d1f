import type { WoundCare } from '../case/wound.ts'
import {
  DRESSING_LABEL,
  NEED_LABEL,
  PAIN_RELIEF_LABEL,
  PAIN_RELIEF_USE_LABEL,
  SKIN_CARE_LABEL,
} from '../codes/skin/woundWords.ts'
import type { Fact } from './fact.ts'
import { commaList, quote, reported } from './makeFact.ts'
import { answerText, factsFrom, namesOf, withWords } from './skinWords.ts'

/** Care of a wound as recorded: dressing and its changes, scales by their instrument's name, pain relief, skin, needs. */
export function woundFacts(key: string, wound: WoundCare | null): Fact[] {
  if (wound === null) return []
  const { dressings, dressingWords, skinCare, needs, needWords } = wound
  const dressing = withWords(namesOf(dressings, DRESSING_LABEL), dressingWords)
  const need = withWords(namesOf(needs, NEED_LABEL), needWords)
  const skin = namesOf(skinCare, SKIN_CARE_LABEL)
  const leading = (lead: string, text: string | null) => (text === null ? null : `${lead}: ${text}`)
  return [
    ...factsFrom(key, [
      ['dressing', leading('dressing', dressing)],
      ['changes', leading('changed', wound.changes)],
      ['changeTrauma', answerText('trauma at dressing changes', wound.changeTrauma)],
      ['adhesiveAvoided', answerText('adhesive avoided', wound.adhesiveAvoided)],
      ['antimicrobial', leading('antimicrobial cream', wound.antimicrobial)],
    ]),
    ...wound.scales.map(({ instrument, item, value }, i) =>
      reported(`${key}.scale.${i}`, `${commaList([instrument, item])}: ${quote(value)}`),
    ),
    ...wound.painRelief.map(({ way, use, what }, i) =>
      reported(
        `${key}.painRelief.${i}`,
        `pain relief: ${commaList([PAIN_RELIEF_LABEL[way], what, use === null ? null : PAIN_RELIEF_USE_LABEL[use]])}`,
      ),
    ),
    ...factsFrom(key, [
      ['skinCare', leading('skin care', skin)],
      ['needs', leading('needs', need)],
    ]),
  ]
}
