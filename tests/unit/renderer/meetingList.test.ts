import { describe, expect, test } from 'vitest'
import { syntheticPatient } from '../../../electron/demo/synthetic/syntheticCase.ts'
import { readDay } from '../../../renderer/components/readDay.ts'
import { readClock } from '../../../renderer/features/meetings/clockTime.ts'
import { chased, FILTERS, passes } from '../../../renderer/features/meetings/filters.ts'
import { moved, placed } from '../../../renderer/features/meetings/reorder.ts'
import { dayWords, minuteWords } from '../../../renderer/features/meetings/words.ts'
import { ListItemId, MeetingId, type PatientId } from '../../../shared/ids.ts'
import type { Awaited, ItemBody } from '../../../shared/meeting/listItem.ts'
import type { MeetingRow } from '../../../shared/meeting/meetingList.ts'

const TODAY = '2026-11-26'
const [A, B, C, D] = [0, 1, 2, 3].map(seed => syntheticPatient(seed).id) as [
  PatientId,
  PatientId,
  PatientId,
  PatientId,
]

function row(body: Partial<ItemBody> = {}, rest: Partial<MeetingRow> = {}): MeetingRow {
  const patient = syntheticPatient(0)
  return {
    item: {
      id: ListItemId.parse('00000000-0000-4000-8000-000000000001'),
      revision: 1,
      meetingId: MeetingId.parse('00000000-0000-4000-8000-000000000002'),
      patientId: patient.id,
      position: 1,
      body: {
        state: { state: 'forDiscussion' },
        presenter: null,
        awaited: [],
        note: null,
        cameFrom: null,
        askedQuestion: null,
        ...body,
      },
    },
    patient,
    question: 'Which treatment next?',
    contextEntry: null,
    counts: null,
    readiness: { ready: true, required: [], others: [], awaited: [] },
    outcome: { state: 'signed', id: null, decision: null },
    lastDiscussed: null,
    seconds: 0,
    ...rest,
  }
}

function result(part: Partial<Awaited>): Awaited {
  return {
    id: '00000000-0000-4000-8000-000000000003',
    what: 'CT',
    from: null,
    since: null,
    expected: null,
    arrived: null,
    entry: null,
    ...part,
  }
}

describe('the order of a list', () => {
  test('a case goes past its neighbour, or to an end', () => {
    const all = [A, B, C, D]
    expect(moved(all, all, B, 'up')).toEqual([B, A, C, D])
    expect(moved(all, all, B, 'down')).toEqual([A, C, B, D])
    expect(moved(all, all, C, 'first')).toEqual([C, A, B, D])
    expect(moved(all, all, B, 'last')).toEqual([A, C, D, B])
  })

  test('nothing moves past the ends', () => {
    const all = [A, B]
    expect(moved(all, all, A, 'up')).toBeNull()
    expect(moved(all, all, A, 'first')).toBeNull()
    expect(moved(all, all, B, 'down')).toBeNull()
    expect(moved(all, all, B, 'last')).toBeNull()
  })

  test('behind a filter a case goes past the neighbour that is seen, and nobody is lost', () => {
    expect(moved([A, B, C, D], [A, D], D, 'up')).toEqual([D, A, B, C])
    expect(moved([A, B, C, D], [A, D], A, 'down')).toEqual([B, C, D, A])
  })

  test('a case that is dragged lands before or after the one it is dropped on', () => {
    expect(placed([A, B, C, D], D, A, 'before')).toEqual([D, A, B, C])
    expect(placed([A, B, C, D], A, C, 'after')).toEqual([B, C, A, D])
    expect(placed([A, B, C, D], B, B, 'after')).toEqual([A, B, C, D])
  })
})

describe('what needs chasing', () => {
  const shown = (of: MeetingRow) =>
    FILTERS.map(({ key }) => key).filter(key => passes(of, key, TODAY))

  test('nothing of a case that is ready and signed', () => {
    expect(shown(row())).toEqual([])
  })

  test('a case without a question, with something missing, without a signed outcome', () => {
    expect(
      shown(
        row(
          {},
          {
            question: null,
            readiness: { ready: false, required: [], others: [], awaited: [] },
            outcome: { state: 'draft', id: null, decision: null },
          },
        ),
      ),
    ).toEqual(['question', 'lacking', 'outcome'])
  })

  test('a result is awaited until it has come, and overdue from the day after it was promised', () => {
    expect(shown(row({ awaited: [result({ expected: TODAY })] }))).toEqual(['awaited'])
    expect(shown(row({ awaited: [result({ expected: '2026-11-25' })] }))).toEqual([
      'awaited',
      'overdue',
    ])
    expect(shown(row({ awaited: [result({ expected: '2026-11-25', arrived: TODAY })] }))).toEqual(
      [],
    )
  })

  test('nothing of a case that is listed and not discussed', () => {
    const state = { state: 'notDiscussed', protocol: 'M-1', reason: null } as const
    const lacking = { ready: false, required: [], others: [], awaited: [] }
    expect(
      shown(
        row(
          { state, awaited: [result({ expected: '2026-11-01' })] },
          { question: null, readiness: lacking },
        ),
      ),
    ).toEqual([])
  })

  test('several filters together show who needs all of them', () => {
    const asked = row()
    const unasked = row({}, { question: null })
    const both = row({ awaited: [result({})] }, { question: null })
    expect(chased([asked, unasked, both], ['question'], TODAY)).toEqual([unasked, both])
    expect(chased([asked, unasked, both], ['question', 'awaited'], TODAY)).toEqual([both])
    expect(chased([asked, unasked, both], [], TODAY)).toEqual([asked, unasked, both])
  })
})

describe('what is typed of a meeting', () => {
  test('a time is read as it is usually written, and nothing else is', () => {
    for (const text of ['14:30', '14.30', '1430', '14h30', '14 30'])
      expect(readClock(text)).toEqual({ ok: true, value: '14:30' })
    expect(readClock('9')).toEqual({ ok: true, value: '09:00' })
    expect(readClock(' ')).toEqual({ ok: true, value: null })
    for (const text of ['24:00', '12:60', 'noon', '1:2']) expect(readClock(text).ok).toBe(false)
  })

  test('a day is a whole day, to come or past; empty is none', () => {
    expect(readDay('03-Dec-2026', TODAY)).toEqual({ ok: true, value: '2026-12-03' })
    expect(readDay('+2w', TODAY)).toEqual({ ok: true, value: '2026-12-10' })
    expect(readDay('', TODAY)).toEqual({ ok: true, value: null })
    for (const text of ['Dec-2026', 'about 03-Dec-2026', 'soon'])
      expect(readDay(text, TODAY).ok).toBe(false)
  })
})

describe('the words of a list', () => {
  test('a day has its weekday', () => {
    expect(dayWords('2026-11-26')).toBe('Thu 26-Nov-2026')
    expect(dayWords('2026-11-29')).toBe('Sun 29-Nov-2026')
  })

  test('time is told in whole minutes, and none as nothing', () => {
    expect([0, 5, 89, 600].map(minuteWords)).toEqual([null, '1 min', '1 min', '10 min'])
  })
})
