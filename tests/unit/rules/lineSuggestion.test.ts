import { describe, expect, it } from 'vitest'
import type { EntryOf } from '../../../shared/case/entry.ts'
import {
  type LineTreatment,
  lineTreatmentOf,
  suggestLine,
} from '../../../shared/rules/lineSuggestion.ts'
import { buildId } from '../receptors/builders.ts'
import { buildSystemic } from './builders.ts'

type Given = Partial<LineTreatment>

/** Treatments in order: a name, and what is not a recorded palliative line of its own. */
function treatments(...all: [string, Given?][]): LineTreatment[] {
  return all.map(([name, given], index) => ({
    id: buildId(index + 1),
    name,
    drugs: [name],
    role: 'antiCancer',
    setting: 'metastatic',
    intent: 'notStated',
    line: null,
    stopReason: null,
    bestResponse: null,
    orderRecorded: true,
    progressionBefore: false,
    ...given,
  }))
}
const last = (...all: [string, Given?][]) => suggestLine(treatments(...all), buildId(all.length))

const adjuvant = { setting: 'adjuvant' } as const
const published: [string, Given?][] = [
  ['docetaxel + cyclophosphamide', adjuvant],
  ['tamoxifen', adjuvant],
  ['anastrozole', { setting: 'locoregionalRecurrence' }],
  ['capecitabine'],
  ['albumin-bound paclitaxel'],
]

describe('the published case', () => {
  const texts = published.map((_, n) => {
    const suggestion = suggestLine(treatments(...published), buildId(n + 1))
    return suggestion && [suggestion.text, suggestion.options]
  })
  it('has a first curative and a first palliative line; the rest turns on what is not recorded', () => {
    const cannot = 'cannot be decided from what is recorded'
    expect(texts).toEqual([
      ['CLoT 1', []],
      [cannot, ['CLoT 2', 'CLoT 1 (same line)']],
      [cannot, ['CLoT', 'PLoT']],
      ['PLoT 1', []],
      [cannot, ['PLoT 2', 'PLoT 1 (same line)']],
    ])
  })
  it('says that the reason for stopping decides about the last', () => {
    expect(last(...published)?.reason).toBe(
      'The reason for stopping capecitabine is not recorded: after progression this is a new line, after toxicity it may be the same.',
    )
  })
  it('says that anastrozole is not counted among the palliative lines', () => {
    expect(last(...published.slice(0, 4))?.reason).toContain(
      'anastrozole, given for a locoregional recurrence, is not counted',
    )
  })
  it('gives no total while a part of it is undecided', () => {
    expect(last(...published.slice(0, 4))?.total).toBeNull()
  })
})

describe('never a line', () => {
  it.each([
    ['bone-modifying and supportive drugs', { role: 'never' }],
    ['supportive intent', { intent: 'supportive' }],
  ] as const)('%s', (_name, given) => {
    expect(last(['denosumab', given])).toMatchObject({ status: 'notALine', text: 'never a line' })
  })
  it('and nothing that a later line is counted from', () => {
    expect(last(['zoledronic acid', { role: 'never' }], ['capecitabine'])?.text).toBe('PLoT 1')
  })
})

describe('a palliative line after another', () => {
  it.each([
    ['after progression', { stopReason: 'progression' }, {}, 'PLoT 2'],
    ['after PD as best response', { bestResponse: 'PD' }, {}, 'PLoT 2'],
    ['after a progression between them', {}, { progressionBefore: true }, 'PLoT 2'],
    ['from the number that a person set', { line: 3, stopReason: 'progression' }, {}, 'PLoT 4'],
    ['as maintenance', {}, { setting: 'maintenance', intent: 'palliative' }, 'PLoT 1'],
  ] as const)('%s', (_name, earlier, later, text) => {
    expect(last(['capecitabine', earlier], ['eribulin', later])?.text).toBe(text)
  })
  it.each([
    ['toxicity', { stopReason: 'toxicity' }, {}, /stopped for toxicity/],
    ['a completed course', { stopReason: 'completed' }, {}, /No progression is recorded/],
    ['no recorded reason', { stopReason: 'notRecorded' }, {}, /is not recorded/],
    [
      'an order that is not recorded',
      { stopReason: 'progression' },
      { orderRecorded: false },
      /came after/,
    ],
    ['the same drugs', { stopReason: 'progression' }, { drugs: ['capecitabine'] }, /same drugs/],
    ['a contradiction of setting and intent', {}, { intent: 'curative' }, /contradict/],
    ['a drug that is not in the list', {}, { role: 'unknown' }, /not in the drug list/],
  ] as const)('is undecided after %s', (_name, earlier, later, reason) => {
    const suggestion = last(['capecitabine', earlier], ['eribulin', later])
    expect(suggestion).toMatchObject({ status: 'undecided', number: null })
    expect(suggestion?.reason).toMatch(reason)
  })
  it('is undecided while the one before is', () => {
    const open = last(['a'], ['b'], ['c', { progressionBefore: true }])
    expect(open?.reason).toBe('The line of b before it is not decided.')
  })
  it('is undecided after a treatment of unstated setting', () => {
    expect(last(['a', { setting: 'notStated' }], ['b'])?.status).toBe('undecided')
  })
})

it('the total adds curative and palliative lines', () => {
  expect(last(['docetaxel', adjuvant], ['capecitabine'])?.total).toBe('LoT 2 (1 CLoT + 1 PLoT)')
  expect(last(['capecitabine'])?.total).toBe('LoT 1 (0 CLoT + 1 PLoT)')
})

describe('the role of a treatment', () => {
  const roleOf = (...names: string[]) => {
    const body = buildSystemic('')
    const [course] = body.drugs
    const drugs = names.map(name => ({
      ...course,
      name,
      drug: null,
      started: [],
      ended: null,
      dose: null,
    }))
    const entry: EntryOf<'systemic'> = { id: buildId(1), revision: 1, body: { ...body, drugs } }
    return lineTreatmentOf(entry, { orderRecorded: true, progressionBefore: false }).role
  }
  it.each([
    [['capecitabine'], 'antiCancer'],
    [['denosumab'], 'never'],
    [['zoledronic acid', 'filgrastim'], 'never'],
    [['denosumab', 'capecitabine'], 'antiCancer'],
    [['trial drug 17'], 'unknown'],
    [['denosumab', 'trial drug 17'], 'unknown'],
  ] as const)('%s is %s', (names, role) => {
    expect(roleOf(...names)).toBe(role)
  })
})

it('a treatment that is not in the list has no suggestion', () => {
  expect(suggestLine([], buildId(9))).toBeNull()
})
