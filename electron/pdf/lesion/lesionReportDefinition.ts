import type { Fact } from '../../../shared/board/fact.ts'
import type { LesionReport } from '../../../shared/board/lesionReport.ts'
import type { PrintedPhotograph } from '../../../shared/board/printedPhotograph.ts'
import type { PdfDefinition, PdfNode, TableCell, TextRun } from '../definition.ts'
import { besideLayout } from '../summary/beside.ts'
import { conflictList } from '../summary/conflictLists.ts'
import { DOT, factRuns, joinFacts } from '../summary/factText.ts'
import { documents, specimensInFull } from '../summary/inFull.ts'
import { NOTE, type Paper, QUIET, SIZE, sheetOf } from '../summary/paper.ts'
import { photographRows } from '../summary/photographs.ts'
import { comparedRuns, receptorTable } from '../summary/receptorHistory.ts'
import { type PrintedBy, runningFooter } from '../summary/runningFooter.ts'
import { section, sectionTable } from '../summary/sectionTable.ts'
import { siteColumns, siteRow } from '../summary/sites.ts'
import { noteGroupRuns } from '../summary/skin.ts'
import { patientPages, patientTop } from '../summary/summaryDefinition.ts'
import { localRow, treatmentColumns } from '../summary/treatmentList.ts'
import { placeOfLesion } from './place.ts'
import { sizeChartPicture } from './sizeChartPicture.ts'

export type LesionReportPages = Readonly<{
  report: LesionReport
  /** Those that were chosen for the paper. */
  photographs: readonly PrintedPhotograph[]
  paper: Paper
  printedBy: PrintedBy
  /** `DD-Mmm-YYYY hh:mm` by the clock on the wall where it is printed. */
  printedAt: string
  /** The same moment as ISO 8601, written into the file. */
  createdAt: string
  /** Opens the file; null leaves it unprotected. */
  password: string | null
}>

/** Of the width, for the figure. */
const FIGURE_SHARE = 0.46
const GAP = 14

/**
 * One skin lesion on paper: where it is, how it went, what it is linked to. One page where it fits; nothing is left out where
 * it does not.
 */
export function lesionReportDefinition(pages: LesionReportPages): PdfDefinition {
  const { report, photographs, paper, printedBy, printedAt, createdAt, password } = pages
  const { banner, lesion } = report
  const { width } = sheetOf(paper)
  const part = `Skin lesion ${lesion.label}`
  const footer = runningFooter({ printedBy, printedAt, width, part })
  return {
    title: `${part}: ${banner.name.text}`,
    language: 'en',
    createdAt,
    subject: 'Report of one skin lesion for a tumour board. DRAFT, not signed. Confidential.',
    ...patientPages(banner, paper, { stamp: 'DRAFT', footer }),
    content: {
      stack: [
        ...patientTop(banner, paper, 'DRAFT'),
        heading(report),
        placeAndFacts(report, width),
        ...sizes(report, width),
        ...notes(report, width),
        ...chosen(photographs, lesion.label, width),
        ...linked(report, width),
        ...conflictList(report.conflicts, 'that touch this lesion or what it is linked to', width),
        ...documents(report, width),
      ],
    },
    ...(password === null ? {} : { password }),
  }
}

function heading({ lesion }: LesionReport): PdfNode {
  const { label, name, what } = lesion
  return {
    text: [{ text: `Skin lesion ${label}  ` }, ...factRuns(name), DOT, ...factRuns(what)],
    fontSize: SIZE.story,
    bold: true,
    tag: 'H2',
    bookmark: { title: `Skin lesion ${label}` },
    margin: [0, 5, 0, 2],
  }
}

/** The figure, and beside it what is recorded of the lesion itself. */
function placeAndFacts({ lesion }: LesionReport, width: number): PdfNode {
  const figure = width * FIGURE_SHARE
  const {
    firstSeen,
    context,
    details,
    sizes: size,
    course,
    signs,
    noted,
    photographs,
    source,
  } = lesion
  const rows: (readonly [label: string, facts: readonly (Fact | null)[]])[] = [
    ['First seen', [firstSeen]],
    ['Context', [context]],
    ['Place', details],
    ['Size', [size]],
    ['Course', [course]],
    ['Signs for reassessment', signs],
    ['Notes', [noted]],
    ['Photographs', [photographs?.fact ?? null]],
    ['Source', [source]],
  ]
  const told = rows.map(([label, facts]) => ({ label, facts: facts.filter(fact => fact !== null) }))
  return {
    tag: 'Layout',
    table: {
      widths: [figure, width - figure - GAP],
      body: [
        [
          { stack: placeOfLesion(lesion, figure) },
          factTable(
            told.filter(({ facts }) => facts.length > 0),
            width - figure - GAP,
          ),
        ],
      ],
    },
    layout: besideLayout(GAP),
  }
}

function factTable(
  rows: readonly Readonly<{ label: string; facts: readonly Fact[] }>[],
  width: number,
): PdfNode {
  return sectionTable({
    heading: { title: 'Recorded' },
    width,
    hasHeads: false,
    columns: [
      { head: '', width: 78 },
      { head: '', width: '*' },
    ],
    rows: rows.map(({ label, facts }): TableCell[] => [
      { text: label, fontSize: SIZE.text, color: QUIET, scope: 'Row' },
      { text: joinFacts(facts), fontSize: SIZE.more },
    ]),
  })
}

/** The recorded sizes beside the treatment of that time. */
function sizes({ chart }: LesionReport, width: number): PdfNode[] {
  if (chart === null) return []
  const { scale, undated, open } = chart
  const caption: TextRun[] = [
    `${scale}. Upright strokes run from the shorter to the longer diameter, triangles are elevations; the line joins the longer ones, and nothing is known between.`,
    ...(undated.length === 0
      ? []
      : [` Not dated on this axis: ${undated.map(({ text }) => text).join('; ')}.`]),
    ...(open.length === 0 ? [] : [` Not drawn, no end recorded: ${open.join('; ')}.`]),
  ]
  return [
    section({ title: 'Size over time' }, width, [
      {
        stack: [
          sizeChartPicture(chart, width),
          { text: caption, ...NOTE, tag: 'Caption', margin: [0, 1, 0, 0] },
        ],
        unbreakable: true,
      },
    ]),
  ]
}

function notes({ notes: all }: LesionReport, width: number): PdfNode[] {
  return [
    sectionTable({
      heading: { title: 'Notes', aside: ['newest first'] },
      width,
      hasHeads: all.length > 0,
      columns: [
        { head: 'When, by whom', width: 92 },
        { head: 'As recorded', width: '*' },
      ],
      rows:
        all.length === 0
          ? [[{ text: 'No note is recorded.', ...NOTE, colSpan: 2 }, {}]]
          : all.map((note): TableCell[] => [
              {
                stack: [
                  { text: factRuns(note.when, { bold: true }), fontSize: SIZE.text },
                  { text: factRuns(note.author), ...NOTE },
                ],
                scope: 'Row',
              },
              { text: noteGroupRuns(note), fontSize: SIZE.text },
            ]),
    }),
  ]
}

/** Only those that were chosen one by one. */
function chosen(
  photographs: readonly PrintedPhotograph[],
  label: string,
  width: number,
): PdfNode[] {
  if (photographs.length === 0) return []
  return [
    section({ title: 'Photographs', aside: ['chosen for the paper one by one'] }, width, [
      { stack: photographRows(photographs, `skin lesion ${label}`, width) },
    ]),
  ]
}

/** Its site, its biopsies with their receptors, and the local treatment of it. */
function linked(report: LesionReport, width: number): PdfNode[] {
  const { lesion, site, specimens, treatments, markers, rule } = report
  const columns = siteColumns(width)
  const lines = treatmentColumns(treatments, width)
  const compared = comparedRuns(specimens)
  return [
    sectionTable({
      heading: { title: 'Site of disease' },
      width,
      columns,
      hasHeads: site !== null,
      rows: [
        site === null
          ? [{ text: factRuns(lesion.what), ...NOTE, colSpan: columns.length }, ...rest(columns)]
          : siteRow(site, true),
      ],
    }),
    ...(specimens.length === 0
      ? [section({ title: 'Biopsies' }, width, [{ text: 'No specimen is linked.', ...NOTE }])]
      : [
          receptorTable(
            {
              title: 'Biopsies',
              aside: ['newest first'],
              right: [rule.sentence.text],
              rightSpan: 3,
            },
            specimens,
            { markers, width },
          ),
          ...(compared.length === 0 ? [] : [{ text: compared, ...NOTE, tag: 'Note' as const }]),
          ...specimensInFull({ specimens: specimens.toReversed() }, width),
        ]),
    sectionTable({
      heading: { title: 'Local treatment of it', aside: ['newest first'] },
      width,
      columns: lines,
      hasHeads: treatments.length > 0,
      rows:
        treatments.length === 0
          ? [
              [
                { text: 'No local treatment is linked.', ...NOTE, colSpan: lines.length },
                ...rest(lines),
              ],
            ]
          : treatments.map(localRow),
    }),
  ]
}

function rest(columns: readonly unknown[]): Record<string, never>[] {
  return columns.slice(1).map(() => ({}))
}
