import { describe, expect, test } from 'vitest'
import {
  describeStatement,
  formatOrdinal,
  formatPartialDate,
  formatShortStatement,
  formatShortWhen,
  formatStatement,
  formatWhen,
} from '../../../shared/dates/formatDate.ts'
import type { Anchor, DateStatement, Offset } from '../../../shared/dates/when.ts'
import { EntryId } from '../../../shared/ids.ts'

const anchor: Anchor = {
  entry: EntryId.parse('00000000-0000-4000-8000-000000000001'),
  end: 'start',
}
const name = (a: Anchor) => (a.end === 'end' ? 'the end of surgery' : 'surgery')
const asGiven = { approximate: false, verbatim: null, source: null }

function dated(date: string, approximate = false, verbatim: string | null = null): DateStatement {
  return { kind: 'date', date, approximate, verbatim, source: null }
}
function between(from: string | null, to: string | null, approximate = false): DateStatement {
  return { kind: 'between', from, to, approximate, verbatim: null, source: null }
}
function relative(offset: Offset, approximate = false, from: Anchor = anchor): DateStatement {
  return { kind: 'relative', anchor: from, offset, approximate, verbatim: null, source: null }
}
const month32 = relative({ type: 'ordinal', n: 32, unit: 'month' })

describe('a date in words', () => {
  test('is DD-Mmm-YYYY in exactly the precision it was given with', () => {
    expect(['2022-05-03', '2022-05', '2022'].map(formatPartialDate)).toEqual([
      '03-May-2022',
      'May-2022',
      '2022',
    ])
  })

  test('counts 1st, 2nd, 3rd, 11th, 112th', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 32, 101, 111, 112, 122].map(formatOrdinal)).toEqual(
      '1st 2nd 3rd 4th 11th 12th 13th 21st 32nd 101st 111th 112th 122nd'.split(' '),
    )
  })

  test('names an interval by its event, as it was stated', () => {
    const offsets: Offset[] = [
      { type: 'at' },
      { type: 'before' },
      { type: 'after' },
      { type: 'ordinal', n: 32, unit: 'month' },
      { type: 'elapsed', direction: 'after', low: 1, high: null, unit: 'month' },
      { type: 'elapsed', direction: 'before', low: 2, high: 3, unit: 'week' },
      { type: 'elapsed', direction: 'after', low: 1.5, high: null, unit: 'year' },
    ]
    expect(offsets.map(offset => formatStatement(relative(offset), name))).toEqual([
      'at surgery',
      'before surgery',
      'after surgery',
      '32nd month after surgery',
      '1 month after surgery',
      '2–3 weeks before surgery',
      '1.5 years after surgery',
    ])
    expect(
      formatStatement(relative({ type: 'after' }, false, { ...anchor, end: 'end' }), name),
    ).toBe('after the end of surgery')
  })

  test('names the bound that is recorded, and only that', () => {
    expect(
      [
        between('2022-05', '2022-08'),
        between('2022-05', null),
        between(null, '2022'),
        between('2019', '2021', true),
      ].map(s => formatStatement(s, name)),
    ).toEqual([
      'between May-2022 and Aug-2022',
      'not before May-2022',
      'not after 2022',
      'about 2019 to 2021',
    ])
  })

  test('says that it is approximate, with the typed word where that says more', () => {
    expect(
      [
        dated('2021', true),
        dated('2021', true, 'c. 2021'),
        dated('2021', true, 'early 2021'),
        relative({ type: 'ordinal', n: 11, unit: 'month' }, true),
      ].map(s => formatStatement(s, name)),
    ).toEqual(['about 2021', 'about 2021', 'early 2021', 'about 11th month after surgery'])
  })
})

describe('when something was', () => {
  test('shows the first statement, and compatible ones in brackets', () => {
    expect(formatWhen([dated('2022-05'), month32], name)).toEqual({
      text: 'May-2022 (32nd month after surgery)',
      missing: null,
    })
  })

  test('shows dates that cannot both be true beside each other, and drops neither', () => {
    expect(formatWhen([dated('2022-05'), month32, dated('2022-08')], name).text).toBe(
      'May-2022 (32nd month after surgery) | Aug-2022',
    )
    expect(formatWhen([dated('2022-05'), dated('2022-08', true)], name).text).toBe(
      'May-2022 (about Aug-2022)',
    )
  })

  test('reads "not recorded" when nothing was stated, and keeps the other kinds of missing apart', () => {
    expect(formatWhen([], name)).toEqual({ text: 'not recorded', missing: 'notRecorded' })
    expect(formatWhen([{ kind: 'missing', missing: 'unknown', ...asGiven }], name)).toEqual({
      text: 'unknown',
      missing: 'unknown',
    })
  })

  test('is short where the axis already names the event that it counts from', () => {
    expect(formatShortStatement(month32, anchor, name)).toBe('32nd month')
    expect(formatShortStatement(relative({ type: 'before' }), anchor, name)).toBe('before')
    expect(formatShortStatement(month32, null, name)).toBe('32nd month after surgery')
    expect(formatShortWhen([dated('2022-05'), month32], anchor, name)).toEqual({
      text: 'May-2022',
      missing: null,
    })
    expect(formatShortWhen([], anchor, name)).toEqual({
      text: 'not recorded',
      missing: 'notRecorded',
    })
  })

  test('tells what was understood, and that the day was read first', () => {
    expect(describeStatement(dated('2022-05-03', false, '3/5/2022'), name)).toBe(
      '03-May-2022 (read as day/month/year)',
    )
    expect(describeStatement(dated('2022-05-03', false, '3 May 2022'), name)).toBe('03-May-2022')
  })
})
