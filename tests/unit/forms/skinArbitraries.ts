import fc from 'fast-check'
import type { Answers } from '../../../shared/case/answers.ts'
import type { SizeReading } from '../../../shared/case/common.ts'
import type { Electrochemotherapy } from '../../../shared/case/electrochemotherapy.ts'
import { type Lesion, PIN_PLATES } from '../../../shared/case/lesion.ts'
import type { SkinNote } from '../../../shared/case/skinNote.ts'
import type { WoundCare } from '../../../shared/case/wound.ts'
import { BODY_SITES } from '../../../shared/codes/bodySites.ts'
import { ANSWERS } from '../../../shared/codes/skin/answers.ts'
import * as appearance from '../../../shared/codes/skin/appearance.ts'
import * as assessment from '../../../shared/codes/skin/assessment.ts'
import * as ectWords from '../../../shared/codes/skin/electrochemotherapyWords.ts'
import * as findings from '../../../shared/codes/skin/findings.ts'
import * as woundWords from '../../../shared/codes/skin/woundWords.ts'
import type { DateStatement } from '../../../shared/dates/when.ts'
import type { EntryId } from '../../../shared/ids.ts'
import type { Quantity } from '../../../shared/values/quantity.ts'

type Parts = Readonly<{
  opt: <T>(of: fc.Arbitrary<T>) => fc.Arbitrary<T | null>
  line: fc.Arbitrary<string>
  prose: fc.Arbitrary<string>
  id: fc.Arbitrary<EntryId>
  when: fc.Arbitrary<DateStatement[]>
  quantity: fc.Arbitrary<Quantity>
  size: fc.Arbitrary<SizeReading>
  common: Readonly<{
    sources: fc.Arbitrary<Lesion['sources']>
    note: fc.Arbitrary<string | null>
  }>
  side: fc.Arbitrary<Lesion['side']>
}>

const answer = fc.constantFrom(...ANSWERS)

function some<M extends string>(members: readonly M[]): fc.Arbitrary<M[]> {
  return fc.uniqueArray(fc.constantFrom(...members), { maxLength: Math.min(4, members.length) })
}

function answers<K extends string>(keys: readonly K[]): fc.Arbitrary<Answers<K>> {
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...keys), answer), {
      maxLength: 4,
      selector: ([key]) => key,
    })
    .map(pairs => Object.fromEntries(pairs) as Answers<K>)
}

/** Lesions, notes, wound care and electrochemotherapy as a case could hold them, odd ones included. */
export function skinBodies({ opt, line, prose, id, when, quantity, size, common, side }: Parts) {
  const relation = fc.record({ answer: opt(answer), words: opt(line) })
  const wound: fc.Arbitrary<WoundCare> = fc.record({
    dressings: some(woundWords.DRESSINGS),
    dressingWords: opt(line),
    changes: opt(line),
    changeTrauma: opt(answer),
    adhesiveAvoided: opt(answer),
    antimicrobial: opt(line),
    scales: fc.array(fc.record({ instrument: line, item: opt(line), value: line }), {
      maxLength: 2,
    }),
    painRelief: fc.array(
      fc.record({
        way: fc.constantFrom(...woundWords.PAIN_RELIEFS),
        use: opt(fc.constantFrom(...woundWords.PAIN_RELIEF_USES)),
        what: opt(line),
      }),
      { maxLength: 2 },
    ),
    skinCare: some(woundWords.SKIN_CARES),
    needs: some(woundWords.NEEDS),
    needWords: opt(line),
  })
  const ect: fc.Arbitrary<Electrochemotherapy> = fc.record({
    drug: opt(line),
    dose: opt(quantity),
    lowDose: opt(answer),
    route: opt(fc.constantFrom(...ectWords.ECT_ROUTES)),
    anaesthetic: opt(fc.constantFrom(...ectWords.ANAESTHETICS)),
    stay: opt(fc.constantFrom(...ectWords.STAYS)),
    painReliefBefore: opt(line),
    electrode: opt(fc.constantFrom(...ectWords.ELECTRODES)),
    electrodeWords: opt(line),
    applications: opt(quantity),
    pulses: opt(quantity),
    pulseLength: opt(quantity),
    fieldStrength: opt(quantity),
    duration: opt(quantity),
    area: opt(line),
    repeat: opt(fc.constantFrom(...ectWords.ECT_REPEATS)),
    irradiatedBefore: opt(answer),
    alongside: opt(line),
    reasons: some(ectWords.ECT_REASONS),
    reasonWords: opt(line),
    lungCondition: opt(answer),
    contraindicationWords: opt(line),
    dressing: opt(line),
    followUps: fc.array(
      fc
        .record({
          when,
          by: opt(line),
          benefits: answers(ectWords.ECT_BENEFITS),
          sideEffects: answers(ectWords.ECT_SIDE_EFFECTS),
          scabbing: opt(answer),
          looksWorse: opt(answer),
          dressing: opt(line),
          text: opt(prose),
        })
        // A follow-up that says nothing is a blank row, which a changed list leaves out.
        .filter(({ by }) => by !== null),
      { maxLength: 2 },
    ),
  })
  const lesion: fc.Arbitrary<Lesion> = fc.record({
    kind: fc.constant('lesion' as const),
    label: line,
    bodySite: opt(fc.oneof(fc.constantFrom(...BODY_SITES.map(site => site.id)), line)),
    asReported: opt(line),
    side,
    subsite: opt(line),
    pin: opt(
      fc.record({
        plate: fc.constantFrom(...PIN_PLATES),
        x: fc.double({ min: -50, max: 200, noNaN: true }).map(n => (n === 0 ? 0 : n)),
        y: fc.integer({ min: -10, max: 150 }),
      }),
    ),
    grouping: opt(fc.constantFrom(...appearance.GROUPINGS)),
    count: opt(quantity),
    extent: opt(line),
    toScar: relation,
    toPrimary: relation,
    toField: relation,
    context: fc.constantFrom(...appearance.LESION_CONTEXTS),
    firstSeen: when,
    site: opt(id),
    ...common,
  })
  const skinNote: fc.Arbitrary<SkinNote> = fc.record({
    kind: fc.constant('skinNote' as const),
    lesion: id,
    when,
    author: opt(line),
    count: opt(quantity),
    sizes: fc.array(fc.record({ measured: size, elevation: opt(quantity), of: opt(line) }), {
      maxLength: 2,
    }),
    sizeWords: opt(line),
    presentations: some(appearance.PRESENTATIONS),
    patterns: some(appearance.PATTERNS),
    colours: some(appearance.COLOURS),
    descriptors: some(appearance.DESCRIPTORS),
    appearance: opt(prose),
    findings: answers(findings.SKIN_FINDINGS),
    symptoms: opt(prose),
    exudateAmount: opt(fc.constantFrom(...findings.EXUDATE_AMOUNTS)),
    painScore: opt(fc.integer({ min: 0, max: 10 })),
    painKinds: some(findings.PAIN_KINDS),
    culture: opt(fc.constantFrom(...findings.CULTURES)),
    cultureWords: opt(line),
    antibiotic: opt(line),
    cultureGuided: opt(answer),
    lymphoedemaPlaces: some(findings.LYMPHOEDEMA_PLACES),
    lymphoedemaCare: some(findings.LYMPHOEDEMA_CARES),
    failed: fc.array(
      fc.record({ treatment: fc.constantFrom(...assessment.FAILED_KINDS), words: opt(line) }),
      { maxLength: 2 },
    ),
    differentials: some(assessment.DIFFERENTIALS),
    differentialWords: opt(line),
    growth: opt(fc.constantFrom(...appearance.GROWTHS)),
    growthWords: opt(line),
    course: opt(fc.constantFrom(...assessment.COURSES)),
    changes: some(assessment.CHANGES),
    attributedTo: some(assessment.ATTRIBUTIONS),
    courseWords: opt(line),
    signs: answers(assessment.SIGNS),
    wound: opt(wound),
    examined: some(assessment.EXAMINED),
    arranged: some(assessment.ARRANGED),
    arrangedWords: opt(line),
    text: opt(prose),
    ...common,
  })
  return { lesion, skinNote, wound, ect }
}
