import { measureText, measureValue, type TimelineFont, type Weight } from './measureText.ts'
import type { TextRole } from './shape.ts'

export const DENSITIES = ['screen', 'compact', 'paper'] as const
export type Density = (typeof DENSITIES)[number]

/** Sizes of one density: pixels on screen, points on paper. */
export type Metrics = Readonly<{
  density: Density
  font: TimelineFont
  /** Column with the lanes' names; 0 where they are left out. */
  gutter: number
  /** Room for the button over a lane's name. */
  toggle: number
  head: number
  headLines: readonly [upper: number, lower: number]
  row: number
  laneTop: number
  laneBottom: number
  text: Readonly<{ name: number; small: number; micro: number; value: number; heading: number }>
  /** Words may leave their own column where what is beside it is empty: names into time, further lines below the names. */
  reaches: boolean
  /** Group heading and how a site was found have columns of their own. */
  hasColumns: boolean
  groupWidth: number
  numberWidth: number
  edge: number
  hasMeters: boolean
  cell: number
  barInset: number
  mark: number
  tagHeight: number
  rule: number
  gap: number
  /** Widths already measured for this drawing, at size 1. */
  widths: Map<string, number>
}>

const SCREEN = {
  density: 'screen',
  font: 'inter',
  gutter: 26,
  toggle: 22,
  head: 40,
  headLines: [16, 33],
  laneTop: 4,
  laneBottom: 3,
  text: { name: 13, small: 12, micro: 11, value: 15, heading: 15 },
  reaches: false,
  hasColumns: true,
  groupWidth: 54,
  numberWidth: 20,
  edge: 10,
  hasMeters: true,
  cell: 19,
  barInset: 4,
  mark: 14,
  tagHeight: 14,
  rule: 1.5,
  gap: 6,
} as const

const COMPACT = {
  ...SCREEN,
  density: 'compact',
  gutter: 20,
  toggle: 15,
  head: 29,
  headLines: [11.5, 24],
  laneTop: 2,
  laneBottom: 1,
  text: { name: 11, small: 11, micro: 11, value: 13, heading: 13 },
  reaches: true,
  hasColumns: false,
  groupWidth: 0,
  numberWidth: 22,
  edge: 6,
  hasMeters: false,
  cell: 16,
  barInset: 3,
  mark: 11,
  tagHeight: 12,
  gap: 5,
} as const

const PAPER = {
  ...COMPACT,
  density: 'paper',
  font: 'noto',
  gutter: 0,
  head: 22,
  headLines: [8, 17.5],
  laneTop: 2,
  laneBottom: 2,
  reaches: false,
  text: { name: 7, small: 6.8, micro: 6.5, value: 7, heading: 7.5 },
  numberWidth: 12,
  edge: 1,
  cell: 9.4,
  barInset: 2.2,
  mark: 7,
  tagHeight: 7.6,
  rule: 0.9,
  gap: 3.5,
} as const

/** Sizes for a density, with marks and bars no higher than its rows. */
export function metricsOf(density: Density, rowHeight: number): Metrics {
  const base = { screen: SCREEN, compact: COMPACT, paper: PAPER }[density]
  const { mark, barInset, tagHeight } = base
  return {
    ...base,
    widths: new Map(),
    row: rowHeight,
    mark: rowHeight > 0 ? Math.min(mark, rowHeight * 0.8) : mark,
    barInset: rowHeight > 0 ? Math.min(barInset, rowHeight * 0.2) : barInset,
    tagHeight: rowHeight > 0 ? Math.min(tagHeight, rowHeight - 1) : tagHeight,
  }
}

export function widthOf(
  metrics: Metrics,
  text: string,
  size: number,
  weight: Weight = 400,
  role: TextRole = 'text',
): number {
  const isValue = role === 'text.value'
  const key = `${weight}${isValue ? '#' : ' '}${text}`
  const known = metrics.widths.get(key)
  if (known !== undefined) return known * size
  const width = (isValue ? measureValue : measureText)(text, 1, weight, metrics.font)
  metrics.widths.set(key, width)
  return width * size
}
