import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boardOf } from '../../../shared/board/boardOf.ts'
import type { Case, Entry, EntryBody } from '../../../shared/case/entry.ts'
import type { EarlierCase } from '../../../shared/history/earlierCase.ts'
import type { Outcome } from '../../../shared/meeting/outcome.ts'
import type { News, NewsItem } from '../../../shared/since/news.ts'
import { newsOf } from '../../../shared/since/newsOf.ts'
import {
  buildAssessment,
  buildCase,
  buildConflict,
  buildContext,
  buildDetails,
  buildDocument,
  buildEntry,
  buildPatient,
  buildQuantity,
  buildReading,
  buildSite,
  buildSpecimen,
  entryId,
} from '../../support/builders.ts'
import { caseArbitrary } from '../../support/caseArbitrary.ts'
import { partId } from '../../support/meetings.ts'
import { meetingOn, SIGNED } from '../../support/patientMeetings.ts'

const READING = { cutoff: '>=1', today: '2026-11-22' } as const
const TOUCH = { at: '2026-11-20T08:05:00.000Z', userName: 'Dr Probe', times: 1 }

/** The earlier case, told as the history tells it: everything that differs was touched. */
function earlierOf(then: Case, now: Case, over: Partial<EarlierCase> = {}): EarlierCase {
  const ids = [...new Set([...then.entries, ...now.entries].map(({ id }) => id))]
  const find = (of: Case, id: string) => of.entries.find(entry => entry.id === id) ?? null
  return {
    from: '2026-11-12T00:00:00.000Z',
    by: 'day',
    existed: true,
    patient:
      JSON.stringify(then.patient) === JSON.stringify(now.patient)
        ? null
        : { past: then.patient, touch: TOUCH },
    order: then.entries.map(({ id }) => id),
    touched: ids.flatMap(id => {
      const [past, current] = [find(then, id), find(now, id)]
      if (JSON.stringify(past) === JSON.stringify(current)) return []
      return [{ id, was: past === null ? 'absent' : 'there', past, touch: TOUCH } as const]
    }),
    outcomes: [],
    ...over,
  }
}

function news(then: Case, now: Case, over: Partial<EarlierCase> = {}): News {
  const board = boardOf(now, READING)
  return newsOf(now, earlierOf(then, now, over), {
    board,
    today: READING.today,
    zone: () => 60,
  })
}

/** An item in a few words: what, its kind, and each label with what is said and what was. */
function told({ kind, name, changes, remark }: NewsItem) {
  return {
    item: `${kind}: ${name.text}`,
    changes: changes.map(({ label, now, was }) => [
      label,
      was?.text ?? 'nothing',
      now?.text ?? 'nothing',
    ]),
    ...(remark === null ? {} : { remark: remark.text }),
  }
}
const toldOf = (then: readonly Entry[], now: readonly Entry[], over: Partial<EarlierCase> = {}) =>
  news(buildCase(then), buildCase(now), over).items.map(told)

const er = (percent: number) => ({
  marker: 'ER',
  missing: null,
  missingAsReported: null,
  readings: [buildReading({ percent: buildQuantity({ low: percent }) })],
})
const specimen = (n: number, label: string, percent: number) =>
  buildEntry(n, buildSpecimen({ label, results: [er(percent)] }))
/** The same entry after a change. */
const changed = (n: number, body: EntryBody): Entry => ({ ...buildEntry(n, body), revision: 2 })

describe('what is new', () => {
  test('names a value that was changed with what it was, in the board’s words, and the calls with it', () => {
    const now = changed(1, buildSpecimen({ label: 'E', results: [er(0)] }))
    expect(toldOf([specimen(1, 'E', 80)], [now])).toEqual([
      {
        item: 'changed: Specimen E',
        changes: [
          ['ER', '80\u2009%', '0\u2009%'],
          ['ER', 'positive', 'negative'],
        ],
      },
    ])
  })

  test('is what was added, and what was removed with all that was said of it', () => {
    const site = buildEntry(1, buildSite({ note: 'firm', firstSeen: [] }))
    const ecog = buildEntry(2, buildAssessment())
    const [removed, added] = toldOf([site], [ecog])
    expect(added).toEqual({
      item: 'new: ECOG',
      changes: [
        ['Assessment', 'nothing', 'ECOG 1'],
        ['When', 'nothing', '01-Aug-2022'],
      ],
    })
    expect(removed?.item).toBe('removed: Scalp site')
    expect(removed?.changes).toEqual([
      ['Site', 'Scalp, side not stated', 'nothing'],
      ['Site', 'confirmed', 'nothing'],
      ['How found', 'examination', 'nothing'],
      ['Recorded', 'firm', 'nothing'],
    ])
  })

  test('is not what came back to the same content, nor what was added and removed in between', () => {
    const site = buildEntry(1, buildSite())
    const touched: EarlierCase['touched'] = [
      { id: entryId(1), was: 'there', past: site, touch: { ...TOUCH, times: 2 } },
      { id: entryId(2), was: 'absent', past: null, touch: { ...TOUCH, times: 2 } },
    ]
    expect(
      news(buildCase([site]), buildCase([changed(1, buildSite())]), { touched }),
    ).toMatchObject({
      items: [],
      counts: { text: 'nothing new' },
    })
  })

  test('is not an entry whose words changed only because another one did', () => {
    // C says "from 80": when the specimen before it is corrected, only that one is changed.
    const c = buildEntry(2, buildSpecimen({ label: 'C', results: [er(90)] }))
    const then = [specimen(1, 'A', 80), c]
    const now = [changed(1, buildSpecimen({ label: 'A', results: [er(70)] })), c]
    expect(toldOf(then, now).map(({ item }) => item)).toEqual(['changed: Specimen A'])
  })

  test('tells a conflict that was settled from one that was changed', () => {
    const settlement = {
      holds: 0,
      reason: 'The text is right.',
      by: 'Dr Probe',
      at: '2026-11-20T08:05:00.000Z',
    }
    const then = [buildEntry(1, buildConflict()), buildEntry(2, buildConflict({ label: 'X2' }))]
    const now = [
      changed(1, buildConflict({ settlement })),
      changed(2, buildConflict({ label: 'X2', title: 'PR in C' })),
    ]
    expect(toldOf(then, now)).toEqual([
      {
        item: 'settled: Conflict X1, PR in A',
        changes: [['Settled', 'nothing', 'settled: “3 %” holds; The text is right. (Dr Probe)']],
      },
      { item: 'changed: Conflict X2, PR in C', changes: [['Conflict X2', 'PR in A', 'PR in C']] },
    ])
  })

  test('is said of the question and of the context field by field', () => {
    const stated = (text: string) => ({ missing: null, items: [{ text, source: null }] })
    const then = [buildEntry(1, buildContext({ question: null }))]
    const now = [changed(1, buildContext({ question: 'Which next?', menopausal: stated('post') }))]
    expect(toldOf(then, now)).toEqual([
      {
        item: 'changed: Patient context',
        changes: [
          ['Question', 'not recorded', 'Which next?'],
          ['Menopausal state', 'not recorded', 'post'],
        ],
      },
    ])
  })

  test('is said of the patient’s details and of the archive', () => {
    const now = buildPatient({
      revision: 3,
      archived: true,
      details: buildDetails({ givenName: 'Berta' }),
    })
    expect(news(buildCase([]), buildCase([], now)).items.map(told)).toEqual([
      {
        item: 'changed: Patient details',
        changes: [['Name', 'TESTFALL, Anna (Ms)', 'TESTFALL, Berta (Ms)']],
        remark: 'Archived.',
      },
    ])
  })

  test('names the fields of a change that makes no difference to the board', () => {
    const document = buildEntry(1, buildDocument())
    const now = changed(1, buildDocument({ documentKind: 'other' }))
    expect(toldOf([document], [now])).toEqual([
      {
        item: 'changed: Source “Clinic letter”',
        changes: [],
        remark: 'Changed: Kind. The board says it in the same words.',
      },
    ])
  })

  test('says so where the earlier content cannot be read any more', () => {
    const site = buildEntry(1, buildSite())
    const touched: EarlierCase['touched'] = [
      { id: entryId(1), was: 'unreadable', past: null, touch: TOUCH },
    ]
    expect(toldOf([site], [site], { touched })).toEqual([
      {
        item: 'changed: Scalp site',
        changes: [],
        remark: 'What it said then is kept, but this release cannot read it.',
      },
    ])
  })

  test('marks what is on the board, and counts what is not', () => {
    const then = [specimen(1, 'A', 80), buildEntry(2, buildSite())]
    const now = [
      changed(1, buildSpecimen({ label: 'A', results: [er(70)] })),
      buildEntry(3, buildDocument()),
    ]
    const { marked, counts, title, items } = news(buildCase(then), buildCase(now))
    expect([...marked]).toEqual([entryId(1), entryId(3)])
    expect(title.text).toBe('New since 12-Nov-2026')
    expect(counts.text).toBe('1 new, 1 changed, 1 removed')
    expect(items[0]?.who.text).toBe('20-Nov-2026 09:05, Dr Probe')
  })

  test('says how often something was changed, and when it was counted from the last look', () => {
    const past = buildEntry(1, buildSite())
    const of = buildCase([changed(1, buildSite({ note: 'firm' }))])
    const { items, title } = news(buildCase([past]), of, {
      by: 'lastOpened',
      touched: [{ id: entryId(1), was: 'there', past, touch: { ...TOUCH, times: 3 } }],
    })
    expect(items[0]?.who.text).toBe('20-Nov-2026 09:05, Dr Probe, the last of 3 changes')
    expect(title.text).toBe('New since 12-Nov-2026 01:00, when you last opened it')
  })

  test('is everything of a case that was recorded since, and it says so', () => {
    const of = buildCase([buildEntry(1, buildSite())])
    const patient = { past: null, touch: TOUCH }
    const { whole, marked, counts } = news(buildCase([]), of, {
      existed: false,
      patient,
      order: [],
    })
    expect(whole?.text).toBe('The whole case was recorded since 12-Nov-2026.')
    expect([...marked]).toEqual([entryId(1)])
    expect(counts.text).toBe('2 new')
  })
})

describe('between any two cases', () => {
  const two = fc.tuple(caseArbitrary(), caseArbitrary())

  test('every entry that differs is news, no other is, and nothing is news against itself', () => {
    fc.assert(
      fc.property(two, ([one, other]) => {
        // Half of one case and half of the other, under the ids of the first, so that entries stay, go, come and change.
        const half = Math.ceil(one.entries.length / 2)
        const now: Case = {
          patient: one.patient,
          entries: one.entries.slice(0, half).map((entry, at) => {
            const body = other.entries[at]?.body
            return body?.kind === entry.body.kind ? { ...entry, body } : entry
          }),
        }
        const differing = (a: Case, b: Case) =>
          a.entries.flatMap(({ id, body }) => {
            const there = b.entries.find(entry => entry.id === id)
            return JSON.stringify(there?.body) === JSON.stringify(body) ? [] : [id]
          })
        const found = news(one, now)
        const expected = new Set([...differing(one, now), ...differing(now, one)])
        expect(new Set(found.items.map(({ entry }) => entry))).toEqual(expected)
        expect([...found.marked].every(id => now.entries.some(entry => entry.id === id))).toBe(true)
        for (const { kind, changes, remark } of found.items)
          if (kind === 'changed') expect(changes.length > 0 || remark !== null).toBe(true)
        expect(news(one, one).items).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})

describe('what meetings decided', () => {
  const of = buildCase([])
  const listed = meetingOn(1, '2026-11-19', {}, { signed: SIGNED })
  const { outcome } = listed
  if (outcome === null) throw new Error('the meeting has no outcome')
  const addendum = {
    id: partId(60),
    at: '2026-11-21T09:00:00.000Z',
    userName: 'Dr Probe',
    text: 'On Tuesday.',
  }
  const agreed = (state: 'agreed' | 'declined', reason: string | null) =>
    ({
      id: partId(61),
      revision: 1,
      at: '2026-11-21T10:00:00.000Z',
      userName: 'Dr Probe',
      body: {
        kind: 'agreed',
        recommendation: partId(1),
        state,
        on: '2026-11-21',
        reason,
        note: null,
      },
    }) as const

  function outcomeNews(now: Outcome, past: Outcome | null) {
    const meetings = { list: [{ ...listed, outcome: now }], zone: () => 0 }
    const board = boardOf(of, { ...READING, meetings })
    const earlier = earlierOf(of, of, {
      outcomes: [{ meetingId: now.meetingId, past, touch: TOUCH }],
    })
    return newsOf(of, earlier, { board, today: READING.today, zone: () => 0 })
  }

  test('is new once it is signed, with its recommendations and actions, and marked on its meeting', () => {
    const { items, marked } = outcomeNews(outcome, null)
    expect(items.map(({ what, kind }) => [what, kind])).toEqual([['outcome', 'new']])
    const labels = items[0]?.changes.map(({ label, was }) => [label, was])
    expect(labels).toContainEqual(['Recommendations', null])
    expect(labels).toContainEqual(['Actions', null])
    expect([...marked]).toEqual([outcome.meetingId])
  })

  test('is told with its earlier value where it was followed up or added to since', () => {
    const past = { ...outcome, followUps: [agreed('agreed', null)] }
    const now = {
      ...outcome,
      addenda: [addendum],
      followUps: [agreed('declined', 'wants no biopsy')],
    }
    const [item] = outcomeNews(now, past).items
    expect(item?.kind).toBe('changed')
    expect(item?.changes.map(({ label, was }) => [label, was?.text ?? null])).toEqual([
      ['Addenda', null],
      ['Agreed with the patient', expect.stringContaining('agreed')],
    ])
    expect(item?.changes[1]?.now?.text).toContain('wants no biopsy')
    expect(outcomeNews(now, now).items).toEqual([])
  })
})
