import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths, dayNumber, dayOf, precisionOf } from '../../../shared/dates/calendar.ts'
import { DATE_REFUSAL_TEXT, DATE_REFUSALS } from '../../../shared/dates/dateRefusal.ts'
import { formatStatement } from '../../../shared/dates/formatDate.ts'
import { type NamedAnchor, parseDateText } from '../../../shared/dates/parseDate.ts'
import { type Anchor, DateStatement, type Offset, TIME_UNITS } from '../../../shared/dates/when.ts'
import { EntryId } from '../../../shared/ids.ts'
import { MISSING } from '../../../shared/values/missing.ts'

function anchorNumber(n: number, end: Anchor['end'] = 'start'): Anchor {
  return { entry: EntryId.parse(`00000000-0000-4000-8000-00000000000${n}`), end }
}
const surgery = anchorNumber(1)
const biopsy = anchorNumber(2)
const biopsyA = anchorNumber(3)
const chemo = anchorNumber(4, 'end')
const anchors: readonly NamedAnchor[] = [
  { name: 'biopsy', anchor: biopsy },
  { name: 'surgery', anchor: surgery },
  { name: 'Biopsy A', anchor: biopsyA },
  { name: 'the end of chemotherapy', anchor: chemo },
]
const today = '2024-03-31'

function parse(text: string, given: readonly NamedAnchor[] = anchors) {
  return parseDateText(text, { today, anchors: given })
}

/** The meaning of a typed date without what was typed, or the refusal. */
function meaning(text: string, given: readonly NamedAnchor[] = anchors) {
  const parsed = parse(text, given)
  if (!parsed.ok) return parsed.error
  const { verbatim, source, ...rest } = parsed.value
  expect({ verbatim, source }).toEqual({ verbatim: text, source: null })
  return rest
}

function dated(date: string, approximate = false) {
  return { kind: 'date', date, approximate }
}
function between(from: string | null, to: string | null, approximate = false) {
  return { kind: 'between', from, to, approximate }
}
function relative(anchor: Anchor, offset: Offset, approximate = false) {
  return { kind: 'relative', anchor, offset, approximate }
}
function elapsed(
  low: number,
  high: number | null,
  unit: 'day' | 'week' | 'month' | 'year',
  direction: 'before' | 'after' = 'after',
): Offset {
  return { type: 'elapsed', direction, low, high, unit }
}

describe('a typed date', () => {
  test.each([
    '03-May-2022',
    '3 May 2022',
    '3 may, 2022',
    '3rd of May 2022',
    'May 3, 2022',
    '3/5/2022',
    '03/05/2022',
    '3.5.2022',
    '03-05-2022',
    '3 5 2022',
    '2022-05-03',
    '2022/5/3',
    ' 3  May  2022 ',
    'on 3 May 2022',
    '3\u2013May\u20132022',
  ])('of a day is read in every common form, day first: %s', typed => {
    expect(meaning(typed)).toEqual(dated('2022-05-03'))
  })

  test.each(['May 2022', 'May-2022', 'may, 2022', '05/2022', '5/2022', '5.2022', '2022-05'])(
    'of a month stays a month: %s',
    typed => {
      expect(meaning(typed)).toEqual(dated('2022-05'))
    },
  )

  test('of a year stays a year, and all month names are known', () => {
    expect(meaning('2022')).toEqual(dated('2022'))
    expect(meaning('Sept 2021')).toEqual(dated('2021-09'))
    expect(meaning('september 2021')).toEqual(dated('2021-09'))
    expect(meaning('in December 2021')).toEqual(dated('2021-12'))
    expect(meaning('Sempt 2021')).toBe('notUnderstood')
  })

  test('counts calendar days, weeks, months and years from today', () => {
    expect(
      ['t', 'today', 't-2d', '-2d', '- 2 d', 't+1w', '+3m', '-1m', '-1y', '\u22121y'].map(text =>
        meaning(text),
      ),
    ).toEqual(
      [
        '2024-03-31',
        '2024-03-31',
        '2024-03-29',
        '2024-03-29',
        '2024-03-29',
        '2024-04-07',
        '2024-06-30',
        '2024-02-29',
        '2023-03-31',
        '2023-03-31',
      ].map(date => dated(date)),
    )
    expect(meaning('t-99999y')).toBe('outsideCalendar')
  })

  test.each([
    ['about 2021', dated('2021', true)],
    ['approx. 2021', dated('2021', true)],
    ['c. May 2022', dated('2022-05', true)],
    ['ca. May 2022', dated('2022-05', true)],
    ['~2021', dated('2021', true)],
    ['2021?', dated('2021', true)],
    ['early 2021', dated('2021', true)],
    ['mid-2021', dated('2021', true)],
    ['the end of 2021', dated('2021', true)],
    ['about 2019-2021', between('2019', '2021', true)],
    ['after about May 2022', between('2022-05', null, true)],
  ])('that is approximate says so and gets no bounds of its own: %s', (typed, expected) => {
    expect(meaning(typed)).toEqual(expected)
  })

  test.each([
    ['2019-2021', between('2019', '2021')],
    ['Q3 2021', between('2021-07', '2021-09')],
    ['2021 Q1', between('2021-01', '2021-03')],
    ['4th quarter of 2021', between('2021-10', '2021-12')],
    ['in the second quarter 2021', between('2021-04', '2021-06')],
    ['the first half of 2021', between('2021-01', '2021-06')],
    ['H2 2021', between('2021-07', '2021-12')],
    ['about Q3 2021', between('2021-07', '2021-09', true)],
    ['May/June 2020', between('2020-05', '2020-06')],
    ['2019 \u2013 2021', between('2019', '2021')],
    ['between May 2022 and Aug 2022', between('2022-05', '2022-08')],
    ['from May 2022 to 3 August 2022', between('2022-05', '2022-08-03')],
    ['May-Aug 2022', between('2022-05', '2022-08')],
    ['3-5 May 2022', between('2022-05-03', '2022-05-05')],
    ['28 May to 2 June 2022', between('2022-05-28', '2022-06-02')],
    ['03-May-2022 - 05-May-2022', between('2022-05-03', '2022-05-05')],
    ['before 2020', between(null, '2020')],
    ['until May 2022', between(null, '2022-05')],
    ['after May 2022', between('2022-05', null)],
    ['since 03/05/2022', between('2022-05-03', null)],
    ['not before May 2022', between('2022-05', null)],
    ['not after 2020', between(null, '2020')],
    ['no earlier than May 2022', between('2022-05', null)],
    ['later than May 2022', between('2022-05', null)],
    ['no later than 2020', between(null, '2020')],
    ['earlier than 2020', between(null, '2020')],
  ])(
    'between two bounds keeps each as typed, and one that is open stays open: %s',
    (typed, expected) => {
      expect(meaning(typed)).toEqual(expected)
    },
  )

  test.each([
    ['unknown', 'unknown'],
    ['Not recorded', 'notRecorded'],
    ['not stated', 'notStated'],
    ['not reported', 'notReported'],
    ['not done', 'notDone'],
    ['pending', 'pending'],
    ['not assessable', 'notAssessable'],
  ])('that is missing keeps its kind: %s', (typed, missing) => {
    expect(meaning(typed)).toEqual({ kind: 'missing', missing, approximate: false })
  })
})

describe('a typed interval', () => {
  test.each<[string, Anchor, Offset]>([
    ['32nd month after surgery', surgery, { type: 'ordinal', n: 32, unit: 'month' }],
    ['In the 32nd month after surgery', surgery, { type: 'ordinal', n: 32, unit: 'month' }],
    ['month 32 after surgery', surgery, { type: 'ordinal', n: 32, unit: 'month' }],
    ['in the eleventh month after surgery', surgery, { type: 'ordinal', n: 11, unit: 'month' }],
    ['1 month after surgery', surgery, elapsed(1, null, 'month')],
    ['one month after the surgery', surgery, elapsed(1, null, 'month')],
    ['a month after surgery', surgery, elapsed(1, null, 'month')],
    ['32 months following surgery', surgery, elapsed(32, null, 'month')],
    ['1.5 years after surgery', surgery, elapsed(1.5, null, 'year')],
    ['3d after surgery', surgery, elapsed(3, null, 'day')],
    ['2-3 weeks before biopsy A', biopsyA, elapsed(2, 3, 'week', 'before')],
    ['two to three weeks before BIOPSY a', biopsyA, elapsed(2, 3, 'week', 'before')],
    ['2\u20133 weeks before biopsy', biopsy, elapsed(2, 3, 'week', 'before')],
    ['after surgery', surgery, { type: 'after' }],
    ['immediately after the biopsy', biopsy, { type: 'after' }],
    ['before surgery', surgery, { type: 'before' }],
    ['prior to surgery', surgery, { type: 'before' }],
    ['at surgery', surgery, { type: 'at' }],
    ['at the time of surgery', surgery, { type: 'at' }],
    ['after the end of chemotherapy', chemo, { type: 'after' }],
  ])('counts from the named event, the longest name first: %s', (typed, anchor, offset) => {
    expect(meaning(typed)).toEqual(relative(anchor, offset))
  })

  test('that is approximate says so', () => {
    expect(meaning('about 1 month after surgery')).toEqual(
      relative(surgery, elapsed(1, null, 'month'), true),
    )
  })

  test('without an event counts from the origin, or from the only event there is', () => {
    const month32 = relative(surgery, { type: 'ordinal', n: 32, unit: 'month' })
    expect(meaning('month 32', anchors.slice(1, 2))).toEqual(month32)
    expect(meaning('32nd month', anchors.slice(1, 2))).toEqual(month32)
    expect(meaning('month 32')).toBe('namesNoEvent')
    expect(meaning('3 months after', [])).toBe('namesNoEvent')
    const parsed = parseDateText('month 32', { today, anchors, origin: chemo })
    expect(parsed.ok && parsed.value).toMatchObject({ kind: 'relative', anchor: chemo })
  })

  test('from an event that is not there, or from one name of two events, is refused', () => {
    expect(meaning('1 month after lunch')).toBe('unknownEvent')
    expect(meaning('after lunch')).toBe('unknownEvent')
    expect(meaning('after surgery', [...anchors, { name: 'Surgery', anchor: biopsy }])).toBe(
      'ambiguousEvent',
    )
  })

  test('without a direction, or with an upper end below the lower, is refused', () => {
    expect(meaning('32nd month surgery')).toBe('notUnderstood')
    expect(meaning('32 months', anchors.slice(1, 2))).toBe('notUnderstood')
    expect(meaning('3-2 weeks after surgery')).toBe('reversed')
  })
})

describe('what cannot be a date', () => {
  test.each(['Q5 2021', 'H3 2021', 'third half of 2021', 'fifth quarter 2021', 'Q0 2021'])(
    'is no part of a year that there is not: %s',
    typed => {
      expect(meaning(typed)).toBe('notUnderstood')
    },
  )

  test('of yesterday is that day', () => {
    expect(meaning('yesterday')).toEqual(dated('2024-03-30'))
  })

  test.each([
    ['31 Feb 2022', 'noSuchDay'],
    ['29/02/2023', 'noSuchDay'],
    ['31/4/2022', 'noSuchDay'],
    ['0 May 2022', 'noSuchDay'],
    ['after 31 Feb 2022', 'noSuchDay'],
    ['31 Feb 2022 - 5 May 2022', 'noSuchDay'],
    ['5/13/2022', 'noSuchMonth'],
    ['13/2022', 'noSuchMonth'],
    ['2022-13-01', 'noSuchMonth'],
    ['2022-00', 'noSuchMonth'],
    ['2019-20', 'noSuchMonth'],
    ['3/5/22', 'twoDigitYear'],
    ['3 May 22', 'twoDigitYear'],
    ['May 22', 'twoDigitYear'],
    ["May '22", 'twoDigitYear'],
    ['5/22', 'twoDigitYear'],
    ['22', 'twoDigitYear'],
    ['2021-2019', 'reversed'],
    ['between Aug 2022 and May 2022', 'reversed'],
    ['', 'empty'],
    ['   ', 'empty'],
    ['3 May\n2022', 'notOneLine'],
    ['x'.repeat(501), 'tooLong'],
    ['3/5/20222', 'notUnderstood'],
    ['soon', 'notUnderstood'],
    ['3/5/0222', 'outsideCalendar'],
    ['3022', 'outsideCalendar'],
    ['constructor', 'notUnderstood'],
    ['__proto__', 'notUnderstood'],
  ])('is refused with its reason: %j', (typed, refusal) => {
    expect(meaning(typed)).toBe(refusal)
  })

  test('29 February is one in a leap year only', () => {
    expect(meaning('29 Feb 2024')).toEqual(dated('2024-02-29'))
  })

  test('has a sentence for every refusal, which repeats nothing typed', () => {
    expect(Object.keys(DATE_REFUSAL_TEXT)).toEqual([...DATE_REFUSALS])
  })
})

const day = fc.integer({ min: dayNumber('1850-01-01'), max: dayNumber('2199-12-31') }).map(dayOf)
const partialDate = fc.oneof(
  day,
  day.map(d => d.slice(0, 7)),
  day.map(d => d.slice(0, 4)),
)
const length = fc.oneof(
  fc.integer({ min: 0, max: 999 }),
  fc.integer({ min: 0, max: 99 }).map(n => n + 0.5),
)
const unit = fc.constantFrom(...TIME_UNITS)
const offset: fc.Arbitrary<Offset> = fc.oneof(
  fc.constantFrom<Offset>({ type: 'at' }, { type: 'before' }, { type: 'after' }),
  fc.record({ type: fc.constant('ordinal' as const), n: fc.integer({ min: 1, max: 2000 }), unit }),
  fc
    .tuple(length, fc.option(length), unit, fc.constantFrom('before' as const, 'after' as const))
    .map(([a, b, u, direction]) => ({
      type: 'elapsed' as const,
      direction,
      low: b === null ? a : Math.min(a, b),
      high: b === null ? null : Math.max(a, b),
      unit: u,
    })),
)
const approximate = fc.boolean()
const statement = fc
  .oneof(
    fc.record({ kind: fc.constant('date' as const), date: partialDate, approximate }),
    fc
      .tuple(day, fc.integer({ min: 1, max: 400 }), fc.constantFrom(4, 7, 10), approximate)
      .map(([d, months, precision, isApproximate]) => ({
        kind: 'between' as const,
        from: d.slice(0, precision),
        to: addMonths(d, months).slice(0, precision),
        approximate: isApproximate,
      })),
    fc.record({
      kind: fc.constant('between' as const),
      from: partialDate,
      to: fc.constant(null),
      approximate,
    }),
    fc.record({
      kind: fc.constant('between' as const),
      from: fc.constant(null),
      to: partialDate,
      approximate,
    }),
    fc.record({
      kind: fc.constant('relative' as const),
      anchor: fc.constantFrom(...anchors.map(a => a.anchor)),
      offset,
      approximate,
    }),
    fc.record({
      kind: fc.constant('missing' as const),
      missing: fc.constantFrom(...MISSING),
      approximate: fc.constant(false),
    }),
  )
  .map(s => DateStatement.parse({ ...s, verbatim: null, source: null }))

function nameOf(anchor: Anchor): string {
  const found = anchors.find(a => a.anchor.entry === anchor.entry)
  return found === undefined ? expect.fail('an anchor of this test') : found.name
}

describe('reading and writing dates', () => {
  test('a statement of any precision reads back from its own words unchanged', () => {
    fc.assert(
      fc.property(statement, s => {
        const { verbatim: _words, source: _source, ...expected } = s
        expect(meaning(formatStatement(s, nameOf))).toEqual(expected)
      }),
      { numRuns: 2000 },
    )
  })

  test('what was read reads the same again from the words that are shown for it', () => {
    for (const typed of ['3/5/2022', 'early 2021', 'May-Aug 2022', '3 weeks before biopsy a']) {
      const first = parse(typed)
      if (!first.ok) expect.fail('a date')
      const second = parse(formatStatement(first.value, nameOf))
      expect(second).toEqual({ ok: true, value: { ...first.value, verbatim: expect.any(String) } })
    }
  })

  test('no text whatever makes it throw, and what it accepts fits the schema', () => {
    const pieces = fc.constantFrom(
      ...'3 31 13 2022 2019 22 May feb - / . , to and between after before surgery biopsy A month'
        .split(' ')
        .concat('32nd', 'weeks', 'about', '~', 't', '+', ' ', 'not', '\u2013', '(', '0', 'unknown'),
    )
    const soup = fc.array(pieces, { maxLength: 9 }).map(parts => parts.join(' '))
    const dense = fc.array(pieces, { maxLength: 9 }).map(parts => parts.join(''))
    const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), soup, dense)
    fc.assert(
      fc.property(texts, text => {
        const parsed = parse(text)
        if (parsed.ok) expect(DateStatement.parse(parsed.value).verbatim).toBe(text)
        else expect(DATE_REFUSALS).toContain(parsed.error)
      }),
      { numRuns: 5000 },
    )
  })

  test('no date comes out more precise than it was typed', () => {
    const numbers = ['3', '05', '31', '12', '2022', '2019', 'May', 'Feb', 'September']
    const glue = ['-', '/', '.', ' ', ' to ', ' and ', 'between ', 'after ', 'about ', '\u2013']
    const texts = fc
      .array(fc.constantFrom(...numbers, ...glue), { maxLength: 10 })
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(texts, text => {
        const parsed = parse(text)
        if (!parsed.ok) return
        const s = parsed.value
        const dates = s.kind === 'date' ? [s.date] : s.kind === 'between' ? [s.from, s.to] : []
        const given = (text.match(/\d+|May|Feb|September/g) ?? []).map(String)
        for (const date of dates) {
          if (date === null) continue
          const needed = { year: 1, month: 2, day: 3 }[precisionOf(date)]
          expect(given.length).toBeGreaterThanOrEqual(needed)
          expect(given).toContain(date.slice(0, 4))
          if (needed === 3) expect(given.map(Number)).toContain(Number(date.slice(8, 10)))
        }
      }),
      { numRuns: 5000 },
    )
  })
})
