import type { Board } from '../../../shared/board/board.ts'
import type { Fact } from '../../../shared/board/fact.ts'
import type { PdfNode, TableCell, TextRun } from '../definition.ts'
import { DOT, factRuns, joinFacts, labelled } from './factText.ts'
import { INK, LINE, QUIET, SIZE, STRONG, THIN } from './paper.ts'

const LABEL_WIDTH = 46

/** What is asked, what happened in one line, and what else a meeting has to know of the patient. */
export function overview(board: Board): PdfNode {
  const primaries = board.sites.filter(site => site.number.startsWith('P'))
  return {
    tag: 'Layout',
    margin: [0, 3, 0, 0],
    table: {
      widths: [LABEL_WIDTH, '*'],
      dontBreakRows: false,
      body: [
        [label('Question', true), { text: factRuns(board.question), fontSize: SIZE.more }],
        [
          label('In one line'),
          {
            stack: [
              { text: joinFacts(board.story, {}, ' → '), fontSize: SIZE.story, bold: true },
              ...(board.storyMore.length === 0
                ? []
                : [{ text: joinFacts(board.storyMore, {}, ' '), fontSize: SIZE.more }]),
            ],
          },
        ],
        [label('Context'), { text: contextRuns(board), fontSize: SIZE.text }],
        ...primaries.map((site, i) => [
          label(i === 0 ? 'Primary' : ''),
          {
            text: [
              ...factRuns(site.name, { bold: true }),
              ...site.details.flatMap((fact): TextRun[] => [DOT, ...factRuns(fact)]),
            ],
            fontSize: SIZE.text,
          },
        ]),
        [
          label('Conflicts'),
          { text: factRuns(board.counts.conflicts, { bold: true }), fontSize: SIZE.text },
        ],
        [label('Missing'), { text: missingRuns(board), fontSize: SIZE.text }],
      ],
    },
    layout: {
      hLineWidth: (line, node) =>
        line === node.table.body.length ? STRONG : line === 1 ? THIN : 0,
      hLineColor: line => (line === 1 ? LINE : INK),
      hLineStyle: () => null,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 1.1,
      paddingBottom: (row: number) => (row === 0 ? 2 : 1.1),
    },
  }
}

/** What the meeting lacks, by name. */
function missingRuns({ counts, missing }: Board): TextRun[] {
  if (missing.length === 0) return ['Nothing of the minimum data set is missing.']
  return [
    ...factRuns(counts.missing, { bold: true }),
    ': ',
    ...missing.flatMap(({ fact }, i): TextRun[] => [...(i === 0 ? [] : [DOT]), fact.text]),
  ]
}

function label(text: string, isStrong = false): TableCell {
  const title = { bookmark: { title: text }, tag: 'H2' as const }
  return {
    text,
    ...(text === '' ? {} : title),
    fontSize: isStrong ? SIZE.more : SIZE.note,
    bold: isStrong,
    color: isStrong ? INK : QUIET,
    margin: [0, isStrong ? 0 : 0.5, 0, 0],
  }
}

function contextRuns({ ecog, banner, context }: Board): TextRun[] {
  const rows: { label: string; fact: Fact }[] = [
    { label: 'ECOG', fact: ecog },
    { label: 'Allergies', fact: banner.allergies },
    ...context,
  ]
  return rows.flatMap((row, i) => [...(i === 0 ? [] : [DOT]), ...labelled(row.label, row.fact)])
}
