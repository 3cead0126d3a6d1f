import { ANSWER_LABEL, type Answer } from '../../../shared/codes/skin/answers.ts'
import {
  DESCRIPTOR_LABEL,
  GROWTH_LABEL,
  PATTERN_LABEL,
} from '../../../shared/codes/skin/appearance.ts'
import {
  ARRANGED_LABEL,
  ATTRIBUTION_LABEL,
  CHANGE_LABEL,
  DIFFERENTIAL_LABEL,
  EXAMINED_LABEL,
  FAILED_KIND_LABEL,
  SIGN_LABEL,
} from '../../../shared/codes/skin/assessment.ts'
import {
  CULTURE_LABEL,
  EXUDATE_AMOUNT_LABEL,
  FINDING_LABEL,
  LYMPHOEDEMA_CARE_LABEL,
  LYMPHOEDEMA_PLACE_LABEL,
  PAIN_KIND_LABEL,
} from '../../../shared/codes/skin/findings.ts'
import {
  DRESSING_LABEL,
  NEED_LABEL,
  PAIN_RELIEF_LABEL,
  SKIN_CARE_LABEL,
} from '../../../shared/codes/skin/woundWords.ts'
import type { FormOf } from '../../../shared/forms/forms.ts'

type Note = FormOf<'skinNote'>
type Labels<M extends string> = Readonly<Record<M, string>>

function all<M extends string>(members: readonly M[], labels: Labels<M>): string[] {
  return members.map(member => labels[member])
}

function one<M extends string>(member: M | '', labels: Labels<M>, name = ''): string[] {
  return member === '' ? [] : [`${name}${labels[member]}`]
}

function words(text: string, name = ''): string[] {
  return text.trim() === '' ? [] : [`${name}${text.trim()}`]
}

/** "pain", "no odour", "itch not assessed": what is said of each finding that is answered. */
export function saidAnswers<K extends string>(
  answers: Readonly<Record<K, Answer | ''>>,
  labels: Labels<K>,
): string[] {
  return (Object.keys(answers) as K[]).flatMap(key => {
    const answer = answers[key]
    const name = labels[key].charAt(0).toLowerCase() + labels[key].slice(1)
    if (answer === '') return []
    if (answer === 'yes') return [name]
    return answer === 'no' ? [`no ${name}`] : [`${name} ${ANSWER_LABEL.notAssessed}`]
  })
}

/** What each folded part of a note holds, in a few words each. */
export const SAID = {
  sizes: ({ count, sizes, sizeWords }: Note) => [
    ...words(count.text, 'number '),
    ...sizes.flatMap(({ value }) => words(value.measured.text)),
    ...words(sizeWords),
  ],
  surface: ({ patterns, descriptors, appearance }: Note) => [
    ...all(patterns, PATTERN_LABEL),
    ...all(descriptors, DESCRIPTOR_LABEL),
    ...words(appearance),
  ],
  symptoms: (note: Note) => [
    ...saidAnswers(note.findings, FINDING_LABEL),
    ...one(note.exudateAmount, EXUDATE_AMOUNT_LABEL, 'exudate '),
    ...words(note.painScore, 'pain score '),
    ...all(note.painKinds, PAIN_KIND_LABEL),
    ...words(note.symptoms),
  ],
  infection: (note: Note) => [
    ...one(note.culture, CULTURE_LABEL, 'culture '),
    ...words(note.cultureWords),
    ...words(note.antibiotic),
    ...one(note.cultureGuided, ANSWER_LABEL, 'guided by the culture: '),
  ],
  lymphoedema: (note: Note) => [
    ...all(note.lymphoedemaPlaces, LYMPHOEDEMA_PLACE_LABEL),
    ...all(note.lymphoedemaCare, LYMPHOEDEMA_CARE_LABEL),
  ],
  failed: (note: Note) =>
    note.failed.flatMap(({ value }) => [
      ...one(value.treatment, FAILED_KIND_LABEL),
      ...words(value.words),
    ]),
  considered: (note: Note) => [
    ...all(note.differentials, DIFFERENTIAL_LABEL),
    ...words(note.differentialWords),
  ],
  change: (note: Note) => [
    ...one(note.growth, GROWTH_LABEL, 'growth '),
    ...words(note.growthWords),
    ...all(note.changes, CHANGE_LABEL),
    ...all(note.attributedTo, ATTRIBUTION_LABEL),
    ...words(note.courseWords),
  ],
  signs: (note: Note) => saidAnswers(note.signs, SIGN_LABEL),
  wound: ({ wound }: Note) => [
    ...all(wound.dressings, DRESSING_LABEL),
    ...words(wound.dressingWords),
    ...words(wound.changes),
    ...one(wound.changeTrauma, ANSWER_LABEL, 'trauma at changes: '),
    ...one(wound.adhesiveAvoided, ANSWER_LABEL, 'adhesive avoided: '),
    ...words(wound.antimicrobial),
    ...wound.scales.flatMap(({ value }) => words(`${value.instrument} ${value.value}`)),
    ...wound.painRelief.flatMap(({ value }) => one(value.way, PAIN_RELIEF_LABEL)),
    ...all(wound.skinCare, SKIN_CARE_LABEL),
    ...all(wound.needs, NEED_LABEL),
    ...words(wound.needWords),
  ],
  arranged: (note: Note) => [
    ...all(note.examined, EXAMINED_LABEL),
    ...all(note.arranged, ARRANGED_LABEL),
    ...words(note.arrangedWords),
  ],
  remarks: (note: Note) => [
    ...(note.sources.length === 0
      ? []
      : [note.sources.length === 1 ? 'one source' : `${note.sources.length} sources`]),
    ...words(note.note),
  ],
} as const satisfies Record<string, (note: Note) => string[]>
export type NotePart = keyof typeof SAID

/** The members of a note that each part holds. */
export const PART_FIELDS = {
  sizes: ['count', 'sizes', 'sizeWords'],
  surface: ['patterns', 'descriptors', 'appearance'],
  symptoms: ['findings', 'symptoms', 'exudateAmount', 'painScore', 'painKinds'],
  infection: ['culture', 'cultureWords', 'antibiotic', 'cultureGuided'],
  lymphoedema: ['lymphoedemaPlaces', 'lymphoedemaCare'],
  failed: ['failed'],
  considered: ['differentials', 'differentialWords'],
  change: ['growth', 'growthWords', 'changes', 'attributedTo', 'courseWords'],
  signs: ['signs'],
  wound: ['wound'],
  arranged: ['examined', 'arranged', 'arrangedWords'],
  remarks: ['sources', 'note'],
} as const satisfies Record<NotePart, readonly (keyof Note)[]>
