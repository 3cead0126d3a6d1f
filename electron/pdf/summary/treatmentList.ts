import type { Board, BoardLocal, BoardSystemic } from '../../../shared/board/board.ts'
import type { Fact } from '../../../shared/board/fact.ts'
import type { PdfNode, TableCell } from '../definition.ts'
import { factRuns, joinFacts, sourceRuns, unsaid } from './factText.ts'
import { widthOf } from './measure.ts'
import { NOTE, QUIET, SIZE } from './paper.ts'
import { type Column, sectionTable, spanned } from './sectionTable.ts'

/** Systemic treatment newest first, then local treatment, which is never a line. */
export function treatmentList({ systemic, local }: Board, width: number): PdfNode {
  const columns = treatmentColumns(local, width)
  const lines = systemic.toReversed()
  return sectionTable({
    heading: { title: 'Treatment', aside: ['newest first'] },
    width,
    columns,
    rows: [
      ...(systemic.length + local.length === 0
        ? [spanned({ text: 'not recorded', ...NOTE }, columns.length)]
        : []),
      ...lines.map(systemicRow),
      ...local.toReversed().map(localRow),
    ],
    strongAbove: lines.length > 0 && local.length > 0 ? [lines.length] : [],
  })
}

/** The columns of treatments; the first holds the longest of its words whole. */
export function treatmentColumns(local: readonly BoardLocal[], width: number): Column[] {
  const words = local.map(one => widthOf(one.modalityWord, SIZE.text))
  return [
    { head: 'Line', width: Math.max(50, ...words) },
    { head: 'Treatment', width: width * 0.2 },
    { head: 'Start', width: width * 0.18 },
    { head: 'End', width: width * 0.14 },
    { head: 'Details, source', width: '*' },
  ]
}

function systemicRow(one: BoardSystemic): TableCell[] {
  const said: Fact[] = [one.name, one.line, one.started, one.ended]
  const setting = unsaid([one.setting], said)
  return [
    { text: factRuns(one.line), fontSize: SIZE.text, scope: 'Row' },
    {
      stack: [
        { text: factRuns(one.name, { bold: true }), fontSize: SIZE.text },
        ...(setting.length === 0 ? [] : [{ text: joinFacts(setting), ...NOTE }]),
      ],
    },
    { text: factRuns(one.started), fontSize: SIZE.text },
    { text: [...factRuns(one.ended), ...(one.ongoing ? [' ▶'] : [])], fontSize: SIZE.text },
    details(unsaid(one.details, said), one.source),
  ]
}

/** A local treatment under the columns of the list. */
export function localRow(one: BoardLocal): TableCell[] {
  return [
    { text: one.modalityWord, fontSize: SIZE.text, color: QUIET, scope: 'Row' },
    { text: factRuns(one.what), fontSize: SIZE.text },
    { text: factRuns(one.when), fontSize: SIZE.text, colSpan: 2 },
    {},
    details(unsaid(one.details, [one.what]), one.source),
  ]
}

function details(facts: readonly Fact[], source: Fact | null): TableCell {
  return { text: [...joinFacts(facts), ...sourceRuns(source)], fontSize: SIZE.detail }
}
