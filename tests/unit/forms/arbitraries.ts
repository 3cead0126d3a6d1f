import fc from 'fast-check'
import { SIDES } from '../../../shared/case/common.ts'
import { ALLERGY_STATES } from '../../../shared/case/context.ts'
import type { EntryBody } from '../../../shared/case/entry.ts'
import { ASSESSMENT_TYPES, DOCUMENT_KINDS } from '../../../shared/case/investigation.ts'
import {
  CONSENT_PURPOSES,
  PHOTOGRAPH_VIEWS,
  PICTURE_TYPES,
  SCALE_STATES,
} from '../../../shared/case/photograph.ts'
import { BONE_TYPES, CERTAINTIES, SITE_ROLES, SITE_STATUSES } from '../../../shared/case/site.ts'
import {
  IHC_SCORES,
  INTENSITIES,
  ISH_WITHOUT_RESULT,
  PROCEDURES,
  REPORTED_CALLS,
} from '../../../shared/case/specimen.ts'
import {
  INTENTS,
  LOCAL_MODALITIES,
  RESPONSES,
  SETTINGS,
  STOP_REASONS,
} from '../../../shared/case/treatment.ts'
import { BODY_SITES } from '../../../shared/codes/bodySites.ts'
import { DRUGS } from '../../../shared/codes/drugs.ts'
import type { DateStatement } from '../../../shared/dates/when.ts'
import { TIME_UNITS } from '../../../shared/dates/when.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { MISSING } from '../../../shared/values/missing.ts'
import { COMPARATORS, type Quantity } from '../../../shared/values/quantity.ts'
import { skinBodies } from './skinArbitraries.ts'

/** Bodies of every kind as a case could hold them, odd ones included: nothing here keeps to what a form would write. */
export function bodies(ids: readonly EntryId[]): Readonly<{
  [K in EntryBody['kind']]: fc.Arbitrary<Extract<EntryBody, { kind: K }>>
}> {
  const opt = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
  const line = fc
    .oneof(
      fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
      fc.constantFrom(
        '80 %',
        'not done',
        't-2d',
        'May 2022',
        ' spaced ',
        'a, b',
        'a; b, c',
        'negative',
        '2+',
        'scalp',
        'Taxol',
        'tamoxifen',
        'after surgery',
        '14',
        'four cycles',
        '2 x 3 cm',
      ),
    )
    .map(text => text.replace(/[\n\r\0]/g, '·'))
    .filter(text => text.trim() !== '')
  const prose = fc.oneof(line, fc.constant('two\nlines'))
  const id = fc.constantFrom(...ids)
  const source = fc.record({ document: id, locator: opt(line) })
  const day = fc
    .tuple(
      fc.integer({ min: 1900, max: 2099 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(parts => parts.map(part => String(part).padStart(2, '0')))
  const date = fc.oneof(
    day.map(parts => parts.join('-')),
    day.map(([y, m]) => `${y}-${m}`),
    day.map(([y]) => `${y}`),
  )
  const given = { approximate: fc.boolean(), verbatim: opt(line), source: opt(source) }
  const offset = fc.oneof(
    fc.constantFrom(
      { type: 'at' as const },
      { type: 'before' as const },
      { type: 'after' as const },
    ),
    fc.record({
      type: fc.constant('ordinal' as const),
      n: fc.integer({ min: 1, max: 2000 }),
      unit: fc.constantFrom(...TIME_UNITS),
    }),
    fc
      .record({
        type: fc.constant('elapsed' as const),
        direction: fc.constantFrom('before' as const, 'after' as const),
        low: fc.integer({ min: 0, max: 100 }),
        high: opt(fc.integer({ min: 0, max: 100 })),
        unit: fc.constantFrom(...TIME_UNITS),
      })
      .map(o => ({ ...o, high: o.high === null ? null : o.low + o.high })),
  )
  const statement: fc.Arbitrary<DateStatement> = fc.oneof(
    fc.record({ kind: fc.constant('date' as const), date, ...given }),
    fc
      .record({ kind: fc.constant('between' as const), from: opt(date), to: opt(date), ...given })
      .filter(({ from, to }) => from !== null || to !== null),
    fc.record({
      kind: fc.constant('relative' as const),
      anchor: fc.record({ entry: id, end: fc.constantFrom('start' as const, 'end' as const) }),
      offset,
      ...given,
    }),
    fc.record({
      kind: fc.constant('missing' as const),
      missing: fc.constantFrom(...MISSING),
      ...given,
    }),
  )
  const when = fc.array(statement, { maxLength: 3 })
  const number = fc.oneof(
    fc.integer({ min: -5, max: 500 }),
    fc.integer({ min: 0, max: 9999 }).map(n => n / 100),
  )
  const quantity: fc.Arbitrary<Quantity> = fc
    .record({
      comparator: fc.constantFrom(...COMPARATORS),
      low: number,
      high: opt(number),
      unit: opt(fc.constantFrom('%', 'months', 'cycles', 'Gy', 'odd unit')),
      verbatim: opt(line),
    })
    .map(q => ({
      ...q,
      high:
        q.high === null || (q.comparator !== '=' && q.comparator !== '~')
          ? null
          : q.low + Math.abs(q.high),
    }))
  const statedOne = fc.record({ text: prose, source: opt(source) })
  const stated = fc.array(statedOne, { minLength: 1, maxLength: 3 })
  const size = fc.record({
    diameters: fc.array(
      fc.integer({ min: 1, max: 9999 }).map(n => n / 10),
      { minLength: 1, maxLength: 3 },
    ),
    unit: fc.constantFrom('mm' as const, 'cm' as const),
    approximate: fc.boolean(),
    method: opt(line),
    when,
    verbatim: opt(line),
    source: opt(source),
  })
  const sizes = fc.array(size, { maxLength: 2 })
  const end = fc.record({
    status: fc.constantFrom('ended' as const, 'ongoing' as const, 'notRecorded' as const),
    when,
  })
  const common = { sources: fc.array(source, { maxLength: 3 }), note: opt(prose) }
  const side = opt(fc.constantFrom(...SIDES))
  const skin = skinBodies({ opt, line, prose, id, when, quantity, size, common, side })
  const ids2 = fc.uniqueArray(id, { maxLength: 3 })
  const ish = fc
    .tuple(
      fc.record({
        result: opt(
          fc.constantFrom('amplified' as const, 'notAmplified' as const, 'equivocal' as const),
        ),
        ratio: opt(quantity),
        copyNumber: opt(quantity),
        group: opt(fc.integer({ min: 1, max: 5 })),
        method: opt(line),
      }),
      opt(fc.constantFrom(...ISH_WITHOUT_RESULT)),
    )
    .map(([said, missing]) => ({ ...said, missing: said.result === null ? missing : null }))
  const reading = fc.record({
    percent: opt(quantity),
    intensity: opt(fc.constantFrom(...INTENSITIES)),
    allred: opt(fc.constantFrom(0, 2, 3, 8)),
    hScore: opt(fc.integer({ min: 0, max: 300 })),
    ihc: opt(
      fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 }), fc.boolean()).map(([a, b, isRange]) => ({
        low: IHC_SCORES[Math.min(a, b)] ?? '0',
        high: isRange ? (IHC_SCORES[Math.max(a, b)] ?? null) : null,
      })),
    ),
    ish: opt(ish),
    score: opt(fc.record({ name: line, value: quantity })),
    interpretation: opt(fc.constantFrom(...REPORTED_CALLS)),
    method: opt(line),
    verbatim: opt(line),
    source: opt(source),
  })
  const result = fc.oneof(
    fc.record({
      marker: line,
      missing: fc.constant(null),
      missingAsReported: fc.constant(null),
      readings: fc.array(reading, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      marker: fc.constantFrom('ER', 'PR', 'HER2', 'Ki-67'),
      missing: fc.constantFrom(...MISSING),
      missingAsReported: opt(line),
      readings: fc.constant([]).map(none => [...none]),
    }),
  )
  const list = fc.record({
    missing: opt(fc.constantFrom(...MISSING)),
    items: fc.array(statedOne, { maxLength: 3 }),
  })
  const many = fc.array(statedOne, { maxLength: 3 })

  return {
    site: fc.record({
      kind: fc.constant('site' as const),
      role: fc.constantFrom(...SITE_ROLES),
      bodySite: opt(fc.oneof(fc.constantFrom(...BODY_SITES.map(site => site.id)), line)),
      asReported: opt(line),
      side,
      subsite: opt(line),
      firstSeen: when,
      foundBy: fc.array(line, { maxLength: 3 }),
      certainty: fc.constantFrom(...CERTAINTIES),
      course: fc.array(
        fc.record({ status: fc.constantFrom(...SITE_STATUSES), when, note: opt(line) }),
        { maxLength: 2 },
      ),
      lesions: opt(quantity),
      sizes,
      boneType: opt(fc.constantFrom(...BONE_TYPES)),
      symptoms: many,
      findings: opt(prose),
      primary: opt(
        fc.record({
          quadrant: opt(line),
          histology: opt(line),
          grade: opt(line),
          stages: fc.array(
            fc.record({
              prefix: opt(fc.constantFrom('c' as const, 'p' as const, 'yp' as const)),
              t: opt(line),
              n: opt(line),
              m: opt(line),
              group: opt(line),
              edition: opt(line),
              source: opt(source),
            }),
            { maxLength: 2 },
          ),
        }),
      ),
      recurrenceOf: opt(id),
      ...common,
    }),
    specimen: fc.record({
      kind: fc.constant('specimen' as const),
      label: line,
      labNumber: opt(line),
      procedure: fc.constantFrom(...PROCEDURES),
      procedureAsReported: opt(line),
      site: opt(id),
      lesion: opt(id),
      from: opt(line),
      side,
      collected: when,
      histology: many,
      grade: opt(line),
      representative: opt(fc.constantFrom('yes' as const, 'no' as const, 'insufficient' as const)),
      sizes,
      nodes: opt(fc.record({ examined: opt(quantity), positive: opt(quantity) })),
      margins: opt(line),
      invasion: many,
      reportedSubtype: many,
      results: fc.array(result, { maxLength: 5 }),
      findings: opt(prose),
      ...common,
    }),
    systemic: fc.record({
      kind: fc.constant('systemic' as const),
      drugs: fc.array(
        fc.record({
          drug: opt(fc.constantFrom(...DRUGS.map(drug => drug.id))),
          name: line,
          started: when,
          ended: opt(end),
          dose: opt(line),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      regimen: opt(line),
      setting: fc.constantFrom(...SETTINGS),
      settingAsReported: opt(line),
      intent: fc.constantFrom(...INTENTS),
      line: opt(fc.integer({ min: 1, max: 30 })),
      started: when,
      ended: end,
      duration: opt(quantity),
      cycles: opt(quantity),
      doseChanges: fc.array(fc.record({ when, text: line }), { maxLength: 2 }),
      bestResponse: opt(
        fc.record({
          value: opt(fc.constantFrom(...RESPONSES)),
          method: opt(line),
          text: opt(line),
        }),
      ),
      stopReason: opt(fc.constantFrom(...STOP_REASONS)),
      stopReasonAsReported: opt(line),
      ...common,
    }),
    local: fc.record({
      kind: fc.constant('local' as const),
      modality: fc.constantFrom(...LOCAL_MODALITIES),
      what: stated,
      sites: ids2,
      skinLesions: ids2,
      ect: opt(skin.ect),
      wound: opt(skin.wound),
      field: opt(line),
      side,
      intent: fc.constantFrom(...INTENTS),
      started: when,
      ended: end,
      dose: opt(quantity),
      fractions: opt(quantity),
      result: opt(prose),
      ...common,
    }),
    imaging: fc.record({
      kind: fc.constant('imaging' as const),
      modality: line,
      region: opt(line),
      when,
      findings: opt(prose),
      measures: sizes,
      sites: ids2,
      ...common,
    }),
    assessment: fc.record({
      kind: fc.constant('assessment' as const),
      type: fc.constantFrom(...ASSESSMENT_TYPES),
      scale: opt(line),
      value: opt(line),
      quantity: opt(quantity),
      missing: opt(fc.constantFrom(...MISSING)),
      text: opt(prose),
      when,
      ...common,
    }),
    document: fc.record({
      kind: fc.constant('document' as const),
      documentKind: fc.constantFrom(...DOCUMENT_KINDS),
      title: line,
      citation: opt(prose),
      dated: when,
      ...common,
    }),
    context: fc.record({
      kind: fc.constant('context' as const),
      question: opt(prose),
      comorbidities: list,
      medicines: list,
      pastHistory: list,
      allergies: fc.record({ state: fc.constantFrom(...ALLERGY_STATES), items: many }),
      menopausal: list,
      germline: list,
      familyHistory: list,
      keyWorker: list,
      wishes: list,
      capacity: list,
      ...common,
    }),
    conflict: fc.record({
      kind: fc.constant('conflict' as const),
      label: line,
      title: line,
      about: fc.array(fc.record({ entry: id, facet: opt(line) }), { maxLength: 3 }),
      statements: fc.array(fc.record({ short: line, text: prose, source: opt(source) }), {
        minLength: 2,
        maxLength: 4,
      }),
      settlement: opt(
        fc.record({
          holds: opt(fc.nat({ max: 1 })),
          reason: prose,
          by: line,
          at: fc.constant('2026-11-22T14:32:00.000Z'),
        }),
      ),
      ...common,
    }),
    lesion: skin.lesion,
    skinNote: skin.skinNote,
    photograph: fc.record({
      kind: fc.constant('photograph' as const),
      lesion: opt(id),
      skinNote: opt(id),
      picture: fc.record({
        attachment: fc.constantFrom('a'.repeat(64), '0123456789abcdef'.repeat(4)),
        mediaType: fc.constantFrom(...PICTURE_TYPES),
        width: fc.integer({ min: 1, max: 10_000 }),
        height: fc.integer({ min: 1, max: 10_000 }),
        byteSize: fc.integer({ min: 1, max: 60_000_000 }),
      }),
      view: fc.constantFrom(...PHOTOGRAPH_VIEWS),
      scale: fc.constantFrom(...SCALE_STATES),
      taken: when,
      consent: opt(
        fc.record({
          purposes: fc.subarray([...CONSENT_PURPOSES]),
          asStated: opt(line),
          given: when,
          by: opt(line),
          withdrawn: opt(fc.record({ when, by: opt(line) })),
        }),
      ),
      chosen: fc.boolean(),
      caption: opt(line),
      ...common,
    }),
  }
}
