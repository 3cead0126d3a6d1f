import type { Board, BoardSite } from '../../../shared/board/board.ts'
import { FIGURE_ATTRIBUTION } from '../../../shared/figure/attribution.ts'
import type { PdfNode, TableCell, TextRun } from '../definition.ts'
import { besideLayout } from './beside.ts'
import { bodyFigure } from './bodyFigure.ts'
import { DOT, factRuns, joinFacts, sourceRuns } from './factText.ts'
import { diamondNode } from './marks.ts'
import { INK, NOTE, QUIET, SIZE } from './paper.ts'
import { type Column, type Heading, rowsHeight, sectionTable, spanned } from './sectionTable.ts'

const GAP = 12
/** A figure with more markers than this is printed larger. */
const MOST_SMALL = 14
/** Height of the figure to its width. */
const FIGURE_ASPECT = 1.5
/** So few rows are not carried into a table of their own. */
const FEW = 2
/** Points: less than a page of either paper. */
const TALLEST_TOGETHER = 560

/** Where the disease is: the figure, and every site with all that is recorded of it. */
export function sites(board: Board, width: number): PdfNode[] {
  const isShort = board.sites.length <= MOST_SMALL
  const figure = width * (isShort ? 0.2 : 0.31)
  const rest = width - figure - GAP
  // A primary's own details stand at the top of the summary.
  const rows = board.sites.map(site => siteRow(site))
  const beside = rows.slice(0, besideFigure(rows, rest, figure * FIGURE_ASPECT))
  const below = rows.slice(beside.length)
  const { confirmed, suspected, excluded } = board.counts
  const heading: Heading = {
    title: 'Sites',
    aside: joinFacts(
      [confirmed, suspected, ...(excluded === null ? [] : [excluded])],
      { color: QUIET },
      ', ',
    ),
  }
  return [
    {
      tag: 'Layout',
      table: {
        // The figure stays beside its list, unless the list is longer than a page.
        dontBreakRows: rowsHeight(beside, siteColumns(rest), rest) < TALLEST_TOGETHER,
        widths: [figure, rest],
        body: [
          [
            { stack: [{ ...bodyFigure(board, figure), margin: [0, 9, 0, 0] }] },
            {
              stack: [siteTable(heading, beside, rest), remarks(board)],
            },
          ],
        ],
      },
      layout: besideLayout(GAP),
    },
    ...(below.length === 0 ? [] : [siteTable({ title: 'Sites, continued' }, below, width)]),
  ]
}

/** How many rows stand beside a figure of a height in points; those after them have the whole width. */
function besideFigure(rows: readonly TableCell[][], width: number, height: number): number {
  const columns = siteColumns(width)
  const enough = rows.findIndex(
    (_, i) => rowsHeight(rows.slice(0, i + 1), columns, width) >= height - 24,
  )
  return enough < 0 || rows.length - enough - 1 <= FEW ? rows.length : enough + 1
}

/** The columns of sites. */
export function siteColumns(width: number): Column[] {
  return [
    { head: '', width: 8 },
    { head: 'No.', width: 14, alignment: 'right' },
    { head: 'Site', width: width * 0.235 },
    { head: 'First seen; how found', width: width * 0.215 },
    { head: 'Course, findings, specimens', width: '*' },
  ]
}

function siteTable(heading: Heading, rows: readonly TableCell[][], width: number): PdfNode {
  const columns = siteColumns(width)
  const none = spanned({ text: 'not recorded', ...NOTE }, columns.length)
  return sectionTable({ heading, width, columns, rows: rows.length === 0 ? [none] : rows })
}

/** A site under the columns of the list; a primary's own details may stand elsewhere. */
export function siteRow(site: BoardSite, hasDetails = !site.number.startsWith('P')): TableCell[] {
  const { specimens, interval } = site
  return [
    diamondNode(site.certainty, site.certaintyWord),
    { text: site.number, bold: true, alignment: 'right', fontSize: SIZE.text, scope: 'Row' },
    {
      text: [
        ...factRuns(site.name, { bold: site.certainty === 'confirmed' }),
        ', ',
        ...factRuns(site.certaintyWord, { color: QUIET }),
      ],
      fontSize: SIZE.text,
    },
    {
      text: [...factRuns(site.firstSeen), '; ', ...factRuns(site.foundBy)],
      fontSize: SIZE.note,
    },
    {
      text: [
        ...factRuns(site.status),
        ...(hasDetails ? site.details.flatMap((fact): TextRun[] => [DOT, ...factRuns(fact)]) : []),
        ...(interval === null ? [] : [DOT, ...factRuns(interval)]),
        ...(specimens.length === 0
          ? []
          : [{ text: `${DOT}specimen\u00a0${specimens.join(', ')}`, color: QUIET }]),
        ...sourceRuns(site.source),
      ],
      fontSize: SIZE.note,
    },
  ]
}

/** What the pins mean. */
export const PINS =
  'Pins: skin lesions, dashed where only the region is known, with a strong edge where there is a sign for reassessment. '

/** What the marks mean, and what holds of all suspected sites alike. */
function remarks({ suspectedTogether, lesions }: Board): PdfNode {
  const together: TextRun[] =
    suspectedTogether === null
      ? []
      : [
          ...factRuns(suspectedTogether.heading, { bold: true, color: INK }),
          ...suspectedTogether.remarks.flatMap((fact, i): TextRun[] => [
            i === 0 ? '. ' : '; ',
            ...factRuns(fact, { color: INK }),
          ]),
          '. ',
        ]
  return {
    text: [
      ...together,
      'Diamonds: filled confirmed, hollow suspected, struck through excluded. ',
      ...(lesions.length === 0 ? [] : [PINS]),
      FIGURE_ATTRIBUTION,
    ],
    ...NOTE,
    tag: 'Note',
    margin: [0, 2, 0, 0],
  }
}
