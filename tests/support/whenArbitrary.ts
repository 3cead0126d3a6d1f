import fc from 'fast-check'
import type { DateStatement } from '../../shared/dates/when.ts'
import type { EntryId } from '../../shared/ids.ts'

/** A value, or null for what is not recorded. */
export const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(value, { nil: null })
const two = (n: number): string => String(n).padStart(2, '0')

/** A date in the precision of a day, a month or a year. */
export const partialDate: fc.Arbitrary<string> = fc
  .tuple(
    fc.integer({ min: 2005, max: 2025 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom('day', 'month', 'year'),
  )
  .map(([year, month, day, precision]) => {
    if (precision === 'year') return String(year)
    return precision === 'month' ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`
  })

const asGiven = {
  approximate: fc.boolean(),
  verbatim: fc.constant(null),
  source: fc.constant(null),
}

/** Exact, imprecise, relative to an earlier entry, missing, or nothing at all. */
export function when(anchors: readonly EntryId[]): fc.Arbitrary<DateStatement[]> {
  const date = fc.record({ kind: fc.constant('date' as const), date: partialDate, ...asGiven })
  const between = fc.record({
    kind: fc.constant('between' as const),
    from: maybe(fc.constantFrom('2010', '2011-04', '2011-04-09')),
    to: fc.constantFrom('2014', '2015-02', '2016-01-31'),
    ...asGiven,
  })
  const missing = fc.record({
    kind: fc.constant('missing' as const),
    missing: fc.constantFrom('notRecorded' as const, 'unknown' as const, 'pending' as const),
    ...asGiven,
  })
  const kinds: fc.Arbitrary<DateStatement>[] = [date, between, missing]
  if (anchors.length > 0) kinds.push(relative(anchors))
  return fc.oneof(
    { weight: 6, arbitrary: fc.oneof(...kinds).map(one => [one]) },
    { weight: 1, arbitrary: fc.array<DateStatement>(date, { minLength: 2, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.constant<DateStatement[]>([]) },
  )
}

function relative(anchors: readonly EntryId[]): fc.Arbitrary<DateStatement> {
  const direction = fc.constantFrom('before' as const, 'after' as const)
  const unit = fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const)
  return fc.record({
    kind: fc.constant('relative' as const),
    anchor: fc.record({
      entry: fc.constantFrom(...anchors),
      end: fc.constantFrom('start' as const, 'end' as const),
    }),
    offset: fc.oneof(
      fc.record({ type: fc.constantFrom('at' as const, 'before' as const, 'after' as const) }),
      fc.record({
        type: fc.constant('ordinal' as const),
        n: fc.integer({ min: 1, max: 60 }),
        unit,
      }),
      fc.record({
        type: fc.constant('elapsed' as const),
        direction,
        low: fc.integer({ min: 0, max: 30 }),
        high: maybe(fc.integer({ min: 31, max: 60 })),
        unit,
      }),
    ),
    ...asGiven,
  })
}
