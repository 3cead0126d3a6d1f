import type { Board, BoardResult, BoardSpecimen } from '../../../shared/board/board.ts'
import type { Fact } from '../../../shared/board/fact.ts'
import type { PdfNode, TableCell, TextRun } from '../definition.ts'
import { DOT, factRuns, joinFacts, sourceRuns } from './factText.ts'
import { QUIET, SIZE } from './paper.ts'
import { section, sectionTable } from './sectionTable.ts'

/** Pathology of every specimen and how its markers were read, newest first. */
export function specimensInFull(
  { specimens: all }: Pick<Board, 'specimens'>,
  width: number,
): PdfNode[] {
  const specimens = all.filter(
    ({ details, source, results }) =>
      details.length > 0 || source !== null || results.some(result => result.details.length > 0),
  )
  if (specimens.length === 0) return []
  return [
    sectionTable({
      heading: { title: 'Specimens in full', aside: ['newest first'] },
      width,
      columns: [
        { head: 'Specimen', width: 78 },
        { head: 'Pathology', width: '*' },
        { head: 'Markers: method and the report’s own words', width: 168 },
      ],
      rows: specimens.toReversed().map(specimenRow),
    }),
  ]
}

function specimenRow(specimen: BoardSpecimen): TableCell[] {
  const markers = specimen.results.filter(result => result.details.length > 0)
  return [
    {
      text: [{ text: specimen.label, bold: true }, `  ${specimen.from.text}`],
      fontSize: SIZE.detail,
      scope: 'Row',
    },
    {
      text: [
        ...(specimen.details.length === 0
          ? [{ text: 'not recorded', color: QUIET }]
          : joinFacts(specimen.details)),
        ...sourceRuns(specimen.source),
      ],
      fontSize: SIZE.detail,
    },
    {
      text: markers.flatMap((result, i): TextRun[] => [
        ...(i === 0 ? [] : ['; ']),
        ...markerRuns(result),
      ]),
      fontSize: SIZE.detail,
    },
  ]
}

function markerRuns(result: BoardResult): TextRun[] {
  return [{ text: `${result.marker}: `, color: QUIET }, ...joinFacts(result.details, {}, ', ')]
}

/** Imaging studies, newest first. */
export function imaging(board: Board, width: number): PdfNode[] {
  if (board.imaging.length === 0) return []
  return [
    sectionTable({
      heading: { title: 'Imaging', aside: ['newest first'] },
      width,
      columns: [
        { head: 'Study', width: 102 },
        { head: 'When', width: 108 },
        { head: 'Findings as reported', width: '*' },
      ],
      rows: board.imaging.toReversed().map(study => [
        { text: factRuns(study.what, { bold: true }), fontSize: SIZE.detail, scope: 'Row' },
        { text: factRuns(study.when), fontSize: SIZE.detail },
        {
          text: [...joinFacts([study.findings, ...study.details]), ...sourceRuns(study.source)],
          fontSize: SIZE.detail,
        },
      ]),
    }),
  ]
}

/** Responses, performance status, tumour markers and clinical remarks, newest first. */
export function assessments(board: Board, width: number): PdfNode[] {
  if (board.assessments.length === 0) return []
  return [
    sectionTable({
      heading: { title: 'Assessments', aside: ['response, performance status, tumour markers'] },
      width,
      hasHeads: false,
      columns: [
        { head: 'When', width: 102 },
        { head: 'As recorded', width: '*' },
      ],
      rows: board.assessments.toReversed().map(one => [
        { text: factRuns(one.when), fontSize: SIZE.detail, scope: 'Row' },
        { text: [...factRuns(one.what), ...sourceRuns(one.source)], fontSize: SIZE.detail },
      ]),
    }),
  ]
}

/** Intervals with the definition each was counted by. */
export function intervals(board: Board, width: number): PdfNode[] {
  if (board.intervals.length === 0) return []
  return [
    section({ title: 'Intervals', aside: ['each with its definition'] }, width, [
      {
        stack: withDefinitions(board.intervals).map(facts => ({
          text: joinFacts(facts, {}, '. '),
          fontSize: SIZE.detail,
        })),
      },
    ]),
  ]
}

/** Each interval with the definition that follows it. */
function withDefinitions(facts: readonly Fact[]): Fact[][] {
  const found: Fact[][] = []
  for (const fact of facts) {
    const last = found.at(-1)
    if (last !== undefined && fact.id.endsWith('.definition')) last.push(fact)
    else found.push([fact])
  }
  return found
}

/** Every document that something was read from. */
export function documents(board: Pick<Board, 'documents'>, width: number): PdfNode[] {
  if (board.documents.length === 0) return []
  return [
    section({ title: 'Documents' }, width, [
      {
        stack: board.documents.map(document => ({
          text: [
            ...factRuns(document.title, { bold: true }),
            ...document.details.flatMap((fact): TextRun[] => [DOT, ...factRuns(fact)]),
          ],
          fontSize: SIZE.note,
        })),
      },
    ]),
  ]
}
