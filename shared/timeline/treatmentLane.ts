import type { BoardLocal, BoardSystemic } from '../board/board.ts'
import type { Fact } from '../board/fact.ts'
import type { Context } from './context.ts'
import { extent, newRow, pinned, placeCaption } from './context.ts'
import { courseOf } from './course.ts'
import { drawCourse, edgesOf } from './drawCourse.ts'
import { drawGroupRow, type FoldedRow, type Run, runsOf } from './groupRow.ts'
import { drawLabel, nameLimit, takeLabel } from './labelColumn.ts'
import { captionStyle, factPieces, microStyle, type Piece, widthOfPieces, words } from './pieces.ts'
import type { PointEvent } from './pointEvent.ts'
import { drawPointRow } from './pointRow.ts'
import { addItem, drawRowRule } from './rows.ts'
import { localWords, systemicWords } from './story.ts'

/** Local treatment on one row of its own, then a row for each systemic treatment. Returns where the lane ends. */
export function drawTreatmentLane(of: Context, top: number): number {
  const { board, metrics } = of
  let y = top
  if (board.local.length > 0) y += drawLocal(of, y) * metrics.row
  let heading: string | null = null
  const folded = runsOf(board.systemic, lineHeading, 'treatment', of).filter(run => run.isFolded)
  board.systemic.forEach((treatment, i) => {
    const run = folded.find(one => one.rows.includes(treatment))
    if (run !== undefined) {
      if (run.rows[0] !== treatment) return
      if (y > top && metrics.hasColumns) drawRowRule(of, y)
      y += drawFolded(of, y, run)
      heading = null
      return
    }
    const isNewGroup = treatment.setting.text !== heading
    if (isNewGroup && y > top && metrics.hasColumns) drawRowRule(of, y)
    heading = treatment.setting.text
    const group = isNewGroup ? groupFrom(board.systemic, i) : []
    const lines = drawSystemic(of, y, treatment, group)
    const height = lines * metrics.row
    addItem(of, {
      entry: treatment.entry,
      kind: 'systemic',
      top: y,
      height,
      label: systemicWords(treatment),
    })
    y += height
  })
  return y
}

/** What treatments are folded by: the line, and the setting where it says more. */
function lineHeading({ setting, line }: BoardSystemic): string {
  if (setting.text === line.text) return line.text
  return line.tone === 'missing' ? setting.text : `${setting.text}, line ${line.text}`
}

function drawFolded(of: Context, top: number, run: Run<BoardSystemic>): number {
  const ongoing = run.rows.filter(treatment => treatment.ongoing).length
  const said = `${run.rows.length} treatments${ongoing === 0 ? '' : `, ${ongoing} ongoing`}`
  const rows = run.rows.map((treatment): FoldedRow => {
    const role = `bar.${treatment.family}` as const
    return { entry: treatment.entry, look: { type: 'bar', role, ongoing: treatment.ongoing } }
  })
  return drawGroupRow(of, top, { ...run, said, kind: 'systemic' }, rows)
}

function drawLocal(of: Context, top: number): number {
  const { board, metrics } = of
  const events = board.local.map((local): PointEvent => localEvent(of, local))
  const kinds = [...new Set(board.local.map(local => local.modalityWord))].join(', ')
  const name = { role: 'text', size: metrics.text.name, weight: 400 } as const
  return drawPointRow(of, top, events, {
    group: metrics.hasColumns ? [words('Local', groupStyle(of))] : [],
    number: '',
    name: [words(kinds.charAt(0).toLocaleUpperCase('en') + kinds.slice(1), name)],
    aside: metrics.hasColumns ? [words('never a line', microStyle(metrics))] : [],
    entry: null,
  })
}

function localEvent(of: Context, local: BoardLocal): PointEvent {
  const { metrics } = of
  // A date that the head has in its own words is not said again in the row.
  const said = metrics.reaches && isInHead(of, local.when) ? local.what : local.caption
  return {
    entry: local.entry,
    kind: 'local',
    mark: { type: 'letters', letters: local.mark, isFilled: local.modality === 'surgery' },
    caption: factPieces(said, captionStyle(metrics)),
    label: localWords(local),
  }
}

function isInHead({ axis }: Context, { text }: Fact): boolean {
  return [...axis.ticks, ...axis.lowerTicks].some(
    ({ weight, label }) => weight === 'key' && label === text,
  )
}

/** The treatments that follow each other under one setting. */
function groupFrom(systemic: readonly BoardSystemic[], first: number): BoardSystemic[] {
  const rest = systemic.slice(first)
  const end = rest.findIndex(one => one.setting.text !== rest[0]?.setting.text)
  return end < 0 ? rest : rest.slice(0, end)
}

function groupStyle({ metrics }: Context) {
  return { ...microStyle(metrics), role: 'text.group', weight: 500 } as const
}

function drawSystemic(
  lane: Context,
  top: number,
  treatment: BoardSystemic,
  group: readonly BoardSystemic[],
): number {
  const { entry, ongoing } = treatment
  const start = extent(lane, entry, 'start')
  const end = extent(lane, entry, 'end')
  const isDated = start.kind !== 'unknown' || end.kind !== 'unknown' || ongoing
  const of = isDated ? lane : pinned(lane)
  const { metrics, scale } = of
  const row = newRow(of)
  const hasLength = treatment.details.some(fact => fact.id === `systemic.${entry}.duration`)
  const course = courseOf(start, end, { ongoing, hasMark: false, hasLength }, scale, metrics)
  const families = treatment.families.length === 0 ? [treatment.family] : treatment.families
  const roles = families.map(family => `bar.${family}` as const)
  drawCourse(of, row, top, course, roles, entry)
  const label = drawLabel(of, top, labelOf(of, treatment, group), nameLimit(of, row))
  takeLabel(of, row, label)
  const edges = edgesOf(course, metrics.mark / 2) ?? { left: scale.from, right: scale.from }
  const right = { x: edges.right + metrics.gap, side: 'right' } as const
  const left = { x: edges.left - metrics.gap, side: 'left' } as const
  // On a line of its own the caption begins where the bar does.
  const below = { x: edges.left, side: 'right' } as const
  const sides = ongoing ? [left, right, below] : [right, left, below]
  const caption = factPieces(treatment.caption, captionStyle(metrics))
  placeCaption(of, row, top, caption, sides, { entry, mayStray: true })
  return Math.max(row.lines(), label.lines)
}

function labelOf(of: Context, treatment: BoardSystemic, group: readonly BoardSystemic[]) {
  const { metrics } = of
  const { entry, line, setting } = treatment
  const name = factPieces(treatment.name, { role: 'text', size: metrics.text.name, weight: 400 })
  if (!metrics.hasColumns) return { group: [], number: '', name, aside: [], entry }
  const linePieces: Piece[] = [
    ...(line.tone === 'missing' ? [words('line', microStyle(metrics))] : []),
    ...factPieces(line, microStyle(metrics)),
  ]
  const same = line.text === setting.text
  const heading = words(
    setting.text,
    groupStyle(of),
    group.flatMap(one => idsOf(one)),
  )
  const isNarrow = widthOfPieces([heading], metrics) <= metrics.groupWidth + metrics.numberWidth - 4
  if (isNarrow) {
    const shown = group.length > 0 ? [heading] : []
    return { group: shown, number: '', name, aside: same ? [] : linePieces, entry }
  }
  const settingPieces = factPieces(setting, microStyle(metrics))
  return {
    group: [],
    number: '',
    name,
    aside: [...settingPieces, ...(same ? [] : linePieces)],
    entry,
  }
}

/** A heading says the setting of every treatment under it, and the line where that says the same. */
function idsOf({ line, setting }: BoardSystemic): string[] {
  return line.text === setting.text ? [setting.id, line.id] : [setting.id]
}
