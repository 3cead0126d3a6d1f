import type { TextStyle } from '../definition.ts'

export const PAPERS = ['A4', 'LETTER'] as const
export type Paper = (typeof PAPERS)[number]

/** Points. */
const PAGE_WIDTH = { A4: 595.28, LETTER: 612 } as const satisfies Record<Paper, number>

/** Left and right page margin, points. */
export const EDGE = 33

/** What is printed where: the sizes of one sheet, in points. */
export type Sheet = Readonly<{ paper: Paper; width: number }>

export function sheetOf(paper: Paper): Sheet {
  return { paper, width: PAGE_WIDTH[paper] - 2 * EDGE }
}

export const INK = '#000000'
/** Labels, derived words and what is missing: 10:1 on white. */
export const QUIET = '#3a3a3a'
export const LINE = '#8f8f8f'
export const HAIR = '#b8b8b8'
export const TAG_GROUND = '#e2e2e2'

/** No line is thinner, so that none is lost in print or fax. */
export const THIN = 0.5
export const STRONG = 0.9

/** Points; nothing that is read is smaller than 7. */
export const SIZE = {
  story: 11,
  more: 8.2,
  heading: 8.8,
  text: 7.4,
  detail: 7,
  note: 7,
  tag: 7,
} as const
/** Of the font's own height, which leaves more room than a table needs. */
export const LINE_HEIGHT = 0.845

export const NOTE: TextStyle = { fontSize: SIZE.note, color: QUIET }
