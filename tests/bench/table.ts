import type { Row } from './bench.ts'
import type { Spread } from './statistics.ts'

export type NamedRow = Readonly<{ bench: string; row: Row }>

const HEAD = [
  'bench',
  'what',
  'against',
  'ratio',
  'p5 to p95',
  'median ms',
  'p95 ms',
  'against: median',
  'p95 ms',
  'n',
  'budget',
  '',
] as const
const LEFT: ReadonlySet<number> = new Set([0, 1, 2, 10, 11])

/** The rows as aligned text. */
export function printTable(rows: readonly NamedRow[]): string {
  const lines = [HEAD, ...rows.flatMap(linesOf)]
  const widths = HEAD.map((_, column) => Math.max(...lines.map(line => widthOf(line, column))))
  const rule = widths.map(width => '-'.repeat(width)).join('  ')
  const [head, ...body] = lines.map(line =>
    line
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return LEFT.has(column) ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  ')
      .trimEnd(),
  )
  return [head, rule, ...body].join('\n')
}

/** A line that says only why nothing was measured takes no part in the widths. */
function widthOf(line: readonly string[], column: number): number {
  return line.length < HEAD.length && column === 3 ? 0 : (line[column] ?? '').length
}

/** One line for each budget of the row. */
function linesOf({ bench, row }: NamedRow): string[][] {
  if ('notMeasured' in row)
    return [[bench, row.what, row.against, `not measured: ${row.notMeasured}`]]
  const { what, against, ratio, times, theirTimes, n, budgets } = row
  const [first, ...more] = budgets.map(({ text, isMet }) => [text, isMet ? 'met' : 'NOT MET'])
  return [
    [
      bench,
      what,
      against ?? '',
      ratio === null ? '' : digits(ratio.median),
      ratio === null ? '' : rangeOf(ratio),
      digits(times.median),
      digits(times.p95),
      theirTimes === null ? '' : digits(theirTimes.median),
      theirTimes === null ? '' : digits(theirTimes.p95),
      String(n),
      ...(first ?? ['none', '']),
    ],
    ...more.map(budget => [...Array<string>(10).fill(''), ...budget]),
  ]
}

function rangeOf({ p5, p95 }: Spread): string {
  return `${digits(p5)} to ${digits(p95)}`
}

/** Three significant digits, without an exponent. */
function digits(value: number): string {
  if (value >= 100) return value.toFixed(0)
  return value.toFixed(value >= 10 ? 1 : 2)
}
