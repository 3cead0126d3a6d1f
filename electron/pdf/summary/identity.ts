import type { Banner } from '../../../shared/board/board.ts'
import type { Fact } from '../../../shared/board/fact.ts'
import type { PdfNode, TableCell, TableLayout, TableNode, TextRun } from '../definition.ts'
import { factRuns } from './factText.ts'
import { plainText, widthOf, wrappedLines } from './measure.ts'
import { EDGE, INK, QUIET, SIZE, STRONG, THIN } from './paper.ts'

const PAD = 7
const DRAFT_WIDTH = 60

/** What stands beside the name on every page. */
export type Stamp = 'DRAFT' | 'SIGNED'
const NAME_SIZE = 12
/** Between two fields. */
const FIELD_GAP = 9
const VALUE_SIZE = 8.6
const RUNNING_SIZE = 8
const RUNNING_LINE = 11.2
/** Points over the running header and under it. */
const RUNNING_TOP = 15
const RUNNING_BOTTOM = 3
/** Of the stamp in the running header. */
const STAMP_WIDTH = { DRAFT: 37, SIGNED: 46 } as const satisfies Record<Stamp, number>
/** A running header never takes more of a page: the other numbers then stand on page 1 only, and the header says so. */
const MOST_RUNNING_LINES = 12

type Field = Readonly<{ label: string; runs: TextRun[] }>

/** CLINICAL: name, born (age), sex, hospital number, NHS number, in this order (CUI PAB-0009 to 0023). */
function fieldsOf(banner: Banner): Field[] {
  const { born, age, sex, gender, deceased, identifiers } = banner
  return [
    { label: 'Born', runs: [...factRuns(born), ...(age === null ? [] : bracketed(age))] },
    ...(deceased === null ? [] : [{ label: 'State', runs: factRuns(deceased, { bold: true }) }]),
    { label: 'Sex', runs: factRuns(sex) },
    ...(gender === null ? [] : [{ label: 'Gender', runs: factRuns(gender) }]),
    ...identifiers.map(({ label, fact }) => ({ label, runs: factRuns(fact) })),
  ]
}

function bracketed(fact: Fact): TextRun[] {
  return [' (', ...factRuns(fact, { color: INK }), ')']
}

/** Who the patient is, as the first thing on the first page: nothing of it is shortened. */
export function identityBox(banner: Banner, width: number, stamp: Stamp = 'DRAFT'): PdfNode {
  const name: TableCell = {
    text: banner.name.text,
    fontSize: NAME_SIZE,
    bold: true,
    tag: 'H1',
    bookmark: { title: banner.name.text },
    verticalAlignment: 'middle',
  }
  const draft: TableCell = {
    text: stamp,
    fontSize: 11,
    bold: true,
    characterSpacing: stamp === 'DRAFT' ? 1.4 : 0,
    alignment: 'center',
    verticalAlignment: 'middle',
  }
  const nameWidth = widthOf(banner.name.text, NAME_SIZE, 600) + 2 * PAD + 1
  const fits = nameWidth < width * 0.42
  const room = width - DRAFT_WIDTH - (fits ? nameWidth : 0)
  if (isOverlong(banner)) return plainIdentity(banner, stamp)
  const fields = fieldGrid(fieldsOf(banner), room - 2 * PAD)
  return {
    tag: 'Layout',
    margin: [0, 0, 0, 3],
    table: fits
      ? { widths: [nameWidth - 2 * PAD, '*', DRAFT_WIDTH - 2 * PAD], body: [[name, fields, draft]] }
      : {
          widths: ['*', DRAFT_WIDTH - 2 * PAD],
          body: [
            [name, { ...draft, rowSpan: 2 }],
            [fields, {}],
          ],
        },
    layout: BOX,
  }
}

/** More characters than this in names and numbers would not fit a box on the page. */
const MOST_IN_A_BOX = 1200

function isOverlong(banner: Banner): boolean {
  const fields = fieldsOf(banner).map(({ label, runs }) => label + plainText(runs))
  return banner.name.text.length + fields.join('').length > MOST_IN_A_BOX
}

/** The identity as paragraphs, which go on over pages where a box cannot. */
function plainIdentity(banner: Banner, stamp: Stamp): PdfNode {
  return {
    stack: [
      { text: stamp, fontSize: 11, bold: true, characterSpacing: 1.4 },
      {
        text: banner.name.text,
        fontSize: VALUE_SIZE,
        bold: true,
        tag: 'H1',
        bookmark: { title: banner.name.text },
      },
      ...fieldsOf(banner).map(({ label, runs }) => ({
        text: [{ text: `${label} `, color: QUIET }, ...runs],
        fontSize: VALUE_SIZE,
      })),
    ],
  }
}

const BOX: TableLayout = {
  hLineWidth: (line, node) => (line === 0 || line === node.table.body.length ? STRONG : THIN),
  vLineWidth: (line, node) =>
    line === 0 || line === (node.table.body[0]?.length ?? 0) ? STRONG : THIN,
  hLineColor: INK,
  vLineColor: INK,
  paddingLeft: () => PAD,
  paddingRight: () => PAD,
  paddingTop: () => 4,
  paddingBottom: () => 5,
}

/** Labels over values, as many beside each other as have room for their longest word or 150 points. */
function fieldGrid(fields: readonly Field[], width: number): TableCell {
  const widths = fields.map(({ label, runs }) =>
    Math.min(
      150,
      Math.max(widthOf(plainText(runs), VALUE_SIZE), widthOf(label, SIZE.note)) + FIELD_GAP,
    ),
  )
  const rows: Field[][] = []
  let used = 0
  fields.forEach((field, i) => {
    const wide = widths[i] ?? 0
    if (rows.length === 0 || used + wide - FIELD_GAP > width) {
      rows.push([])
      used = 0
    }
    used += wide
    rows.at(-1)?.push(field)
  })
  let at = 0
  return {
    stack: rows.map((row, i) => {
      const own = widths.slice(at, at + row.length)
      at += row.length
      return {
        tag: 'Layout',
        margin: [0, i === 0 ? 0 : 3, 0, 0],
        table: {
          widths: own.map(wide => wide - FIELD_GAP),
          body: [
            row.map(({ label, runs }) => ({
              stack: [
                { text: label, fontSize: SIZE.note, color: QUIET },
                { text: runs, fontSize: VALUE_SIZE },
              ],
            })),
          ],
        },
        layout: { ...BOX, hLineWidth: none, vLineWidth: none, ...tight },
      }
    }),
    verticalAlignment: 'middle',
  }
}

const none = (): number => 0
const tight = {
  paddingLeft: none,
  paddingRight: (column: number, node: TableNode): number =>
    column === (node.table.body[0]?.length ?? 1) - 1 ? 0 : FIELD_GAP,
  paddingTop: none,
  paddingBottom: none,
}

/** The identity above every later page. */
export type RunningHeader = Readonly<{ node: PdfNode; height: number }>

export function runningHeader(
  banner: Banner,
  width: number,
  stamp: Stamp = 'DRAFT',
): RunningHeader {
  const whole = runningText(banner, banner.identifiers.length)
  // Some points less than the column has.
  const room = width - STAMP_WIDTH[stamp] - FIELD_GAP - 3
  const lines = linesIn(whole, room)
  const text = lines <= MOST_RUNNING_LINES ? whole : runningText(banner, 0)
  return {
    height: RUNNING_TOP + linesIn(text, room) * RUNNING_LINE + RUNNING_BOTTOM,
    node: {
      margin: [EDGE, RUNNING_TOP, EDGE, 0],
      tag: 'Layout',
      table: {
        widths: ['*', STAMP_WIDTH[stamp]],
        body: [
          [
            { text, fontSize: RUNNING_SIZE },
            {
              text: stamp,
              bold: true,
              fontSize: RUNNING_SIZE,
              characterSpacing: 1.2,
              alignment: 'right',
            },
          ],
        ],
      },
      layout: {
        ...BOX,
        ...tight,
        hLineWidth: line => (line === 1 ? STRONG : 0),
        vLineWidth: none,
        paddingBottom: () => 2,
      },
    },
  }
}

function runningText(banner: Banner, identifiers: number): TextRun[] {
  const fields = fieldsOf({ ...banner, identifiers: banner.identifiers.slice(0, identifiers) })
  const left = banner.identifiers.length - identifiers
  return [
    { text: banner.name.text, bold: true },
    ...fields.flatMap(({ label, runs }) => [
      { text: '   ' },
      { text: `${label} `, color: QUIET },
      ...runs,
    ]),
    ...(left > 0 ? [{ text: `   ${left} numbers: page 1`, color: QUIET }] : []),
  ]
}

function linesIn(runs: readonly TextRun[], width: number): number {
  const whole = runs.reduce((sum, run) => {
    const isBold = typeof run !== 'string' && run.bold === true
    return sum + widthOf(plainText([run]), RUNNING_SIZE, isBold ? 600 : 400)
  }, 0)
  if (whole <= width) return 1
  return wrappedLines(plainText(runs), RUNNING_SIZE, width, 600)
}
