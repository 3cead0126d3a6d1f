import type { Axis, Place } from '../board/axis.ts'
import type { Board } from '../board/board.ts'
import type { EntryId } from '../ids.ts'
import { createCanvas, line, rect, shapesOf, text } from './canvas.ts'
import { type Context, placeOf } from './context.ts'
import { drawHead, headHeight } from './head.ts'
import { drawImagingLane } from './imagingLane.ts'
import { type Density, type Metrics, metricsOf, widthOf } from './metrics.ts'
import { layPieces, words } from './pieces.ts'
import { drawReceptorLane, widthBefore } from './receptorLane.ts'
import { scaleOf } from './scale.ts'
import type { Drawing, LaneName } from './shape.ts'
import { drawSitesLane } from './sitesLane.ts'
import { columnContents } from './specimenColumns.ts'
import { drawTreatmentLane } from './treatmentLane.ts'

export type TimelineOptions = Readonly<{
  board: Board
  axis: Axis
  /** Of the whole drawing, in pixels on screen and points on paper. */
  width: number
  rowHeight: number
  /** Of the column with the rows' names, which all lanes share. */
  labelWidth: number
  density: Density
  selected: EntryId | null
}>

const LANE_TITLE = {
  sites: 'SITES',
  receptors: 'RECEPTORS',
  treatment: 'TREATMENT',
  imaging: 'IMAGING',
} as const satisfies Record<LaneName, string>

const EMPTY = {
  sites: 'No site is recorded.',
  receptors: 'No specimen is recorded.',
  treatment: 'No treatment is recorded.',
  imaging: 'No study is recorded.',
} as const satisfies Record<LaneName, string>

/**
 * The time axis of a board as one drawing without colours: the screen and the paper draw the same shapes. Its height
 * follows from what there is; nothing is left out for want of room.
 */
export function drawTimeline(options: TimelineOptions): Drawing {
  const { board, axis, width, rowHeight, labelWidth, density, selected } = options
  const base = metricsOf(density, rowHeight)
  const head = headHeight({ axis, metrics: base, labelWidth })
  const metrics = { ...base, head }
  const bounds = { left: labelWidth, right: width, ...zones(options, metrics) }
  const scale = scaleOf(axis, bounds)
  const canvas = createCanvas()
  const of: Context = { board, axis, metrics, scale, canvas, width, labelWidth, selected }
  const lanes: { name: LaneName; top: number; height: number }[] = []
  let ruleSwitch: Drawing['ruleSwitch'] = []
  let y = metrics.head
  function lane(name: LaneName, draw: (top: number) => number): void {
    const top = y
    const inside = top + metrics.laneTop
    const isEmpty = isEmptyLane(board, name)
    const end = isEmpty ? drawEmpty(of, inside, name) : draw(inside)
    const title = widthOf(metrics, LANE_TITLE[name], metrics.text.micro, 700) + 10
    const least = metrics.gutter > 0 ? title : 0
    y = Math.max(end + metrics.laneBottom, top + least)
    lanes.push({ name, top, height: y - top })
  }
  lane('sites', top => drawSitesLane(of, top))
  lane('receptors', top => {
    const drawn = drawReceptorLane(of, top)
    ruleSwitch = drawn.ruleSwitch
    return drawn.bottom
  })
  lane('treatment', top => drawTreatmentLane(of, top))
  lane('imaging', top => drawImagingLane(of, top))
  const frame = frameOf(of, lanes, y)
  drawHead(of)
  return {
    width,
    height: y,
    labelWidth,
    headHeight: metrics.head,
    shapes: [...frame, ...shapesOf(canvas)],
    lanes,
    rows: canvas.items,
    ruleSwitch,
    texts: [
      axis.label,
      ...(axis.lowerNote === null ? [] : [axis.lowerNote.text]),
      ...canvas.items.map(item => item.label),
    ],
  }
}

/** Widths of the zones before and after the scale, by what stands in them. */
function zones(
  { board, axis, width, labelWidth, selected }: TimelineOptions,
  metrics: Metrics,
): Readonly<{ before: number; after: number }> {
  const plot = width - labelWidth
  const { small, micro } = metrics.text
  const pad = metrics.mark
  const places = Object.values(axis.places)
  const isBefore = places.some(isOpenBefore)
  const timeOf = (entry: EntryId) => JSON.stringify(placeOf(axis, entry, 'start') ?? entry)
  const contents = columnContents(board, timeOf, metrics, selected).filter(({ specimen }) => {
    return isOpenBefore(placeOf(axis, specimen.entry, 'start'))
  })
  const wanted = Math.max(
    small * 8,
    widthOf(metrics, axis.before?.text ?? '', small) + 2 * metrics.gap + small * 1.8,
    widthBefore(contents, metrics),
  )
  const before = isBefore ? Math.min(wanted, plot * 0.24) : pad
  const afterText = widthOf(metrics, axis.after?.text ?? '', micro)
  const isAfter = axis.after !== null || board.systemic.some(treatment => treatment.ongoing)
  const after = isAfter ? Math.min(Math.max(small * 6, afterText * 0.62), plot * 0.16) : pad
  return { before, after }
}

function isOpenBefore(place: Place | undefined): boolean {
  return place !== undefined && !place.lowKnown && place.highKnown
}

function isEmptyLane(board: Board, name: LaneName): boolean {
  switch (name) {
    case 'sites':
      return board.sites.length === 0
    case 'receptors':
      return board.specimens.length === 0
    case 'treatment':
      return board.systemic.length === 0 && board.local.length === 0
    case 'imaging':
      return board.imaging.length === 0 && board.assessments.length === 0
  }
}

/** An empty lane keeps its place and says what is not recorded. */
function drawEmpty({ metrics, canvas, labelWidth }: Context, top: number, name: LaneName): number {
  const style = { role: 'text.missing', size: metrics.text.small, weight: 400 } as const
  const x = metrics.gutter + metrics.edge
  const place = {
    x,
    centre: top + metrics.row / 2,
    maxWidth: labelWidth - metrics.edge - x,
    lineHeight: metrics.row,
  }
  const laid = layPieces([words(EMPTY[name], style)], place, metrics, null)
  canvas.words.push(...laid.shapes)
  return top + laid.lines * metrics.row
}

/** Everything behind the rows: zones, bands through all lanes, grid, and the lanes' names and edges. */
function frameOf(
  of: Context,
  lanes: readonly Readonly<{ name: LaneName; top: number; height: number }>[],
  bottom: number,
) {
  const { axis, metrics, scale, selected, width } = of
  const { head } = metrics
  const zone = (from: number, to: number) =>
    rect('zone', { x: from, y: head, width: to - from, height: bottom - head })
  const bands = new Map<string, Axis['bands'][number]>()
  for (const band of axis.bands) {
    const key = `${band.from} ${band.to}`
    if (!bands.has(key) || band.entry === selected) bands.set(key, band)
  }
  const drawn = [...bands.values()]
    .toSorted((a, b) => Number(a.entry === selected) - Number(b.entry === selected))
    .map(band => {
      const [from, to] = [scale.at(band.from), scale.at(band.to)]
      const box = { x: from, y: head, width: to - from, height: bottom - head }
      return rect(band.entry === selected ? 'band.selected' : 'band', box, band.entry)
    })
  const grid = axis.ticks
    .filter(tick => tick.weight === 'grid' || tick.at === 0)
    .map(tick => {
      const x = scale.at(tick.at)
      const isZero = tick.at === 0 && axis.id !== 'calendar'
      return line(isZero ? 'grid.zero' : 'grid', [x, head], [x, bottom])
    })
  const edges = lanes.flatMap(({ name, top, height }, i) => {
    const isLast = i === lanes.length - 1
    const rule = isLast ? [] : [line('lane', [0, top + height], [width, top + height])]
    if (metrics.gutter === 0) return rule
    const { gutter } = metrics
    const title = LANE_TITLE[name]
    const size = metrics.text.micro
    const y = top + height / 2 + widthOf(metrics, title, size, 700) / 2
    return [
      rect('gutter', { x: 0, y: top, width: gutter, height }),
      line('gutter.edge', [gutter, top], [gutter, top + height]),
      text(title, [{ x: gutter / 2 + size * 0.36, y, text: title }], {
        role: 'text.lane',
        size,
        weight: 700,
        turned: true,
      }),
      ...rule,
    ]
  })
  return [zone(scale.left, scale.from), zone(scale.to, scale.right), ...drawn, ...grid, ...edges]
}
