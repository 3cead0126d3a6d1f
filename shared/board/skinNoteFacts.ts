import type { LesionSize, SkinNote } from '../case/skinNote.ts'
import {
  COLOUR_LABEL,
  DESCRIPTOR_LABEL,
  GROWTH_LABEL,
  PATTERN_LABEL,
  PRESENTATION_LABEL,
} from '../codes/skin/appearance.ts'
import {
  ARRANGED_LABEL,
  ATTRIBUTION_LABEL,
  CHANGE_LABEL,
  COURSE_LABEL,
  DIFFERENTIAL_LABEL,
  EXAMINED_LABEL,
  FAILED_KIND_LABEL,
  SIGN_LABEL,
  SIGNS,
} from '../codes/skin/assessment.ts'
import {
  CULTURE_LABEL,
  EXUDATE_AMOUNT_LABEL,
  FINDING_LABEL,
  LYMPHOEDEMA_CARE_LABEL,
  LYMPHOEDEMA_PLACE_LABEL,
  PAIN_KIND_LABEL,
  SKIN_FINDINGS,
} from '../codes/skin/findings.ts'
import { formatQuantity } from '../values/formatQuantity.ts'
import type { DetailGroup } from './details.ts'
import type { Fact } from './fact.ts'
import { commaList, quote, reported } from './makeFact.ts'
import { sizeText } from './sizes.ts'
import { answeredFacts, answerText, factsFrom, namesOf, withWords } from './skinWords.ts'
import { woundFacts } from './woundFacts.ts'

/** "12 × 8 mm (ruler), elevation 3 mm, largest" */
export function lesionSizeText({ measured, elevation, of }: LesionSize): string {
  const raised = elevation === null ? null : `elevation ${formatQuantity(elevation)}`
  return commaList([sizeText(measured), raised, of])
}

/** The sizes of a note, measured and in words; null where it has none. */
export function noteSizeText({ sizes, sizeWords }: SkinNote): string | null {
  const parts = [...sizes.map(lesionSizeText), ...(sizeWords === null ? [] : [quote(sizeWords)])]
  return parts.length === 0 ? null : parts.join('; ')
}

/** The course as its author states it: "larger, firmer; put down to healing; “…”"; null where nothing is stated. */
export function courseText({
  course,
  changes,
  attributedTo,
  courseWords,
}: SkinNote): string | null {
  const words = [
    ...(course === null ? [] : [COURSE_LABEL[course].toLowerCase()]),
    ...changes.map(change => CHANGE_LABEL[change]),
  ]
  const cause = namesOf(attributedTo, ATTRIBUTION_LABEL)
  const parts = [
    words.length === 0 ? null : [...new Set(words)].join(', '),
    cause === null ? null : `put down to ${cause}`,
    courseWords === null ? null : quote(courseWords),
  ].filter(part => part !== null)
  return parts.length === 0 ? null : parts.join('; ')
}

/** Everything recorded in a note but its date, author and sources, under headings; what is not recorded is not there. */
export function skinNoteGroups(key: string, note: SkinNote): DetailGroup[] {
  const group = (label: string, ...facts: readonly Fact[]): DetailGroup => ({ label, facts })
  return [
    group('Size', ...sizeFacts(key, note)),
    group('Appearance', ...appearanceFacts(key, note)),
    group('Findings', ...findingFacts(key, note)),
    group('Infection', ...infectionFacts(key, note)),
    group('Course', ...courseFacts(key, note)),
    group('Reassessment', ...signFacts(key, note)),
    group('Considered', ...consideredFacts(key, note)),
    group('Wound care', ...woundFacts(`${key}.wound`, note.wound)),
    group('Examined, asked for', ...arrangedFacts(key, note)),
    group(
      'In words',
      ...factsFrom(key, [
        ['text', note.text],
        ['note', note.note],
      ]),
    ),
  ].filter(({ facts }) => facts.length > 0)
}

function sizeFacts(key: string, { count, sizes, sizeWords }: SkinNote): Fact[] {
  return [
    ...factsFrom(key, [['count', count === null ? null : `${formatQuantity(count)} seen`]]),
    ...sizes.map((size, i) => reported(`${key}.size.${i}`, lesionSizeText(size))),
    ...factsFrom(key, [['sizeWords', sizeWords === null ? null : quote(sizeWords)]]),
  ]
}

function appearanceFacts(key: string, note: SkinNote): Fact[] {
  return factsFrom(key, [
    ['presentations', namesOf(note.presentations, PRESENTATION_LABEL)],
    ['patterns', led('pattern', namesOf(note.patterns, PATTERN_LABEL))],
    ['colours', led('colour', namesOf(note.colours, COLOUR_LABEL))],
    ['descriptors', namesOf(note.descriptors, DESCRIPTOR_LABEL)],
    ['appearance', note.appearance],
  ])
}

function findingFacts(key: string, note: SkinNote): Fact[] {
  const { findings, painScore, exudateAmount } = note
  return [
    ...answeredFacts(`${key}.findings`, findings, {
      order: SKIN_FINDINGS,
      label: FINDING_LABEL,
      lead: { yes: '', no: 'none of' },
    }),
    ...factsFrom(key, [
      ['painScore', painScore === null ? null : `pain ${painScore} of 10`],
      ['painKinds', led('pain', namesOf(note.painKinds, PAIN_KIND_LABEL))],
      [
        'exudate',
        led('exudate', exudateAmount === null ? null : EXUDATE_AMOUNT_LABEL[exudateAmount]),
      ],
      [
        'lymphoedema',
        led('lymphoedema of', namesOf(note.lymphoedemaPlaces, LYMPHOEDEMA_PLACE_LABEL)),
      ],
      [
        'lymphoedemaCare',
        led('lymphoedema care', namesOf(note.lymphoedemaCare, LYMPHOEDEMA_CARE_LABEL)),
      ],
      ['symptoms', note.symptoms === null ? null : quote(note.symptoms)],
    ]),
  ]
}

function infectionFacts(key: string, note: SkinNote): Fact[] {
  const { culture, cultureWords, antibiotic, cultureGuided } = note
  const result = withWords(culture === null ? null : CULTURE_LABEL[culture], cultureWords)
  const isPending = culture === 'pending'
  return factsFrom(key, [
    ['culture', led('culture', result)],
    ['antibiotic', led('antibiotic', antibiotic)],
    ['cultureGuided', answerText('antibiotic guided by the culture', cultureGuided)],
  ]).map(fact =>
    isPending && fact.id === `${key}.culture` ? { ...fact, tone: 'missing' as const } : fact,
  )
}

function courseFacts(key: string, note: SkinNote): Fact[] {
  const growth = withWords(
    note.growth === null ? null : GROWTH_LABEL[note.growth],
    note.growthWords,
  )
  return factsFrom(key, [
    ['course', courseText(note)],
    ['growth', led('growth', growth)],
  ])
}

/** Ticked signs stand alone in their own words; those denied or not assessed in one fact each. */
function signFacts(key: string, { signs }: SkinNote): Fact[] {
  const ticked = SIGNS.filter(sign => signs[sign] === 'yes')
  const rest = Object.fromEntries(Object.entries(signs).filter(([, answer]) => answer !== 'yes'))
  return [
    ...ticked.map(sign => reported(`${key}.sign.${sign}`, SIGN_LABEL[sign])),
    ...answeredFacts(`${key}.signs`, rest, {
      order: SIGNS,
      label: SIGN_LABEL,
      lead: { yes: '', no: 'none of' },
    }),
  ]
}

function consideredFacts(key: string, note: SkinNote): Fact[] {
  const considered = withWords(
    namesOf(note.differentials, DIFFERENTIAL_LABEL),
    note.differentialWords,
  )
  return [
    ...factsFrom(key, [['differentials', considered]]),
    ...note.failed.map(({ treatment, words }, i) =>
      reported(
        `${key}.failed.${i}`,
        `did not help: ${withWords(FAILED_KIND_LABEL[treatment].toLowerCase(), words)}`,
      ),
    ),
  ]
}

function arrangedFacts(key: string, note: SkinNote): Fact[] {
  const arranged = withWords(namesOf(note.arranged, ARRANGED_LABEL), note.arrangedWords)
  return factsFrom(key, [
    ['examined', led('examined', namesOf(note.examined, EXAMINED_LABEL))],
    ['arranged', led('asked for', arranged)],
  ])
}

function led(lead: string, text: string | null): string | null {
  return text === null ? null : `${lead}: ${text}`
}
