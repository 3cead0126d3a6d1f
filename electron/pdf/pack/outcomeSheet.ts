import type { MeetingBody } from '../../../shared/meeting/meeting.ts'
import { RECOMMENDATION_LABEL } from '../../../shared/meeting/outcome.ts'
import type { PdfNode, PictureNode, TableCell, TableLayout } from '../definition.ts'
import { stroked } from '../picture.ts'
import { INK, LINE, NOTE, QUIET, SIZE, STRONG, THIN } from '../summary/paper.ts'
import { meetingName } from './meetingWords.ts'

const BOX = 8
const RECOMMENDATIONS = 3
const ACTIONS = 4
const GAP = 5

/** A page to write on in the meeting: everything that an outcome holds, in the order of the screen's form. */
export function outcomeSheet(
  meeting: MeetingBody,
  question: string | null,
  place: number,
): PdfNode {
  return {
    pageBreak: 'before',
    stack: [
      {
        text: [
          { text: 'Outcome sheet', bold: true, fontSize: SIZE.story },
          { text: `   No. ${place}, ${meetingName(meeting)}`, fontSize: SIZE.more, color: QUIET },
        ],
        tag: 'H2',
        bookmark: { title: 'Outcome sheet' },
        margin: [0, 4, 0, 3],
      },
      {
        text: [
          { text: 'Question ', color: QUIET },
          question === null
            ? {
                text: 'not recorded',
                color: QUIET,
                decoration: 'underline',
                decorationStyle: 'dashed',
              }
            : question,
        ],
        fontSize: SIZE.more,
        margin: [0, 0, 0, 4],
      },
      choices('Decision', ['recommended', 'no decision', 'not discussed, protocol']),
      field('Reason where there is no decision or no discussion', 26),
      grid(
        ['Recommendation', 'Type', 'Intent'],
        ['*', 110, 92],
        Array.from({ length: RECOMMENDATIONS }, () => [
          '',
          '',
          { stack: ['curative', 'palliative', 'supportive'].map(tick) },
        ]),
        44,
      ),
      {
        text: `Types: ${Object.values(RECOMMENDATION_LABEL).join(', ')}.`,
        ...NOTE,
        margin: [0, 1, 0, 3],
      },
      field('Options considered', 40),
      field('Rationale', 46),
      grid(
        ['Action', 'Who', 'Due'],
        ['*', 130, 70],
        Array.from({ length: ACTIONS }, () => ['', '', '']),
        21,
      ),
      field('Dissent', 28),
      field('Trial', 24),
      grid(
        ['Review on', 'To be discussed again on', 'Other words'],
        [110, 140, '*'],
        [['', '', '']],
        22,
      ),
      choices('Told to', ['patient', 'family doctor', 'medical record']),
      grid(['Written by', 'Chair: name and signature', 'Date'], ['*', '*', 80], [['', '', '']], 26),
      {
        text: 'What is written here counts once it is typed and signed in the program.',
        ...NOTE,
        margin: [0, 3, 0, 0],
      },
    ],
  }
}

function emptyBox(): PictureNode {
  return {
    picture: {
      width: BOX,
      height: BOX,
      marks: [
        {
          kind: 'box',
          x: 0.5,
          y: 0.5,
          width: BOX - 1,
          height: BOX - 1,
          radius: 0,
          pen: stroked(INK, 0.7),
          hatch: null,
          fading: null,
        },
      ],
    },
    width: BOX,
    tag: 'Artifact',
  }
}

function tick(words: string): PdfNode {
  return {
    tag: 'Layout',
    table: { widths: [BOX + 2, '*'], body: [[emptyBox(), { text: words, fontSize: SIZE.text }]] },
    layout: PLAIN,
  }
}

/** A label, and a box to tick before each of its words. */
function choices(label: string, words: readonly string[]): PdfNode {
  const cells = words.flatMap((word): TableCell[] => [
    emptyBox(),
    { text: word, fontSize: SIZE.more },
  ])
  return {
    tag: 'Layout',
    margin: [0, 2, 0, 2],
    table: {
      widths: [60, ...words.flatMap(() => [BOX + 3, 'auto' as const])],
      body: [[{ text: label, fontSize: SIZE.more, bold: true }, ...cells]],
    },
    layout: { ...PLAIN, paddingRight: column => (column % 2 === 0 && column > 0 ? 16 : 0) },
  }
}

/** A label over room to write. */
function field(label: string, height: number): PdfNode {
  return grid([label], ['*'], [['']], height)
}

function grid(
  heads: readonly string[],
  widths: readonly (number | '*')[],
  rows: readonly TableCell[][],
  height: number,
): PdfNode {
  return {
    margin: [0, 3, 0, 0],
    alt: heads.join(', '),
    table: {
      headerRows: 1,
      widths: [...widths],
      heights: row => (row === 0 ? 0 : height),
      body: [heads.map(text => ({ text, ...NOTE, bold: true })), ...rows],
    },
    layout: RULED,
  }
}

const PLAIN: TableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0.6,
  paddingBottom: () => 0.6,
}

const RULED: TableLayout = {
  hLineWidth: line => (line === 1 ? STRONG : line === 0 ? 0 : THIN),
  vLineWidth: (line, node) => (line === 0 || line === (node.table.body[0]?.length ?? 0) ? 0 : THIN),
  hLineColor: line => (line === 1 ? INK : LINE),
  vLineColor: LINE,
  paddingLeft: column => (column === 0 ? 0 : GAP),
  paddingRight: () => GAP,
  paddingTop: () => 1.2,
  paddingBottom: () => 1.2,
}
