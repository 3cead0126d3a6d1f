import type { Axis, Place } from '../board/axis.ts'
import type { Board } from '../board/board.ts'
import type { EntryId } from '../ids.ts'
import { createCanvas, line, rect, shapesOf, text } from './canvas.ts'
import { drawCollapsed } from './collapsed.ts'
import { type Context, placeOf, type ReceptorView } from './context.ts'
import { drawFolds, foldWidth } from './folds.ts'
import type { Gap } from './gaps.ts'
import { drawHead, drawToday, headHeight, noteLimit, withTicks } from './head.ts'
import { drawImagingLane } from './imagingLane.ts'
import { drawMeetingsLane } from './meetingsLane.ts'
import { type Density, type Metrics, metricsOf, widthOf } from './metrics.ts'
import { layPieces, words } from './pieces.ts'
import { drawReceptorLane, widthBefore } from './receptorLane.ts'
import { drawReceptorTrend } from './receptorTrend.ts'
import { type Scale, scaleOf, type TimeFrame } from './scale.ts'
import type { Drawing, LaneName, Shape, TimelineItem } from './shape.ts'
import { drawSitesLane } from './sitesLane.ts'
import { drawSkinLane, lesionsOfLane } from './skinLane.ts'
import { columnContents, sparingLines } from './specimenColumns.ts'
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
  /** How many times wider than its window time is drawn; 1 when left out. */
  zoom?: number
  /** Long empty stretches that are drawn as a fold. */
  folds?: readonly Gap[]
  /** Lanes drawn as one row that says how many rows it stands for. */
  collapsed?: ReadonlySet<LaneName>
  /** Keys of folded rows that a person opened. */
  opened?: ReadonlySet<string>
  /** New or changed since the chosen date. */
  marked?: ReadonlySet<EntryId>
  /** Today in months of the axis; null where the axis does not know the calendar. */
  today?: number | null
  /** How the receptors are drawn; values when left out. */
  receptors?: ReceptorView
}>

const NONE: ReadonlySet<never> = new Set()

const LANE_TITLE = {
  sites: 'SITES',
  receptors: 'RECEPTORS',
  treatment: 'TREATMENT',
  imaging: 'IMAGING',
  skin: 'SKIN',
  meetings: 'MEETINGS',
} as const satisfies Record<LaneName, string>

const EMPTY = {
  sites: 'No site is recorded.',
  receptors: 'No specimen is recorded.',
  treatment: 'No treatment is recorded.',
  imaging: 'No study is recorded.',
  skin: 'No skin lesion is recorded.',
  meetings: 'No meeting is recorded.',
} as const satisfies Record<LaneName, string>

/**
 * The time axis of a board as one drawing without colours: the screen and the paper draw the same shapes. Its height
 * follows from what there is; nothing is left out for want of room.
 */
export function drawTimeline(options: TimelineOptions): Drawing {
  const { board, axis, width, rowHeight, labelWidth, density, selected } = options
  const base = metricsOf(density, rowHeight)
  const { zoom = 1, folds = [], collapsed = NONE, opened = NONE, marked = NONE } = options
  const { today = null, receptors = 'values' } = options
  const columns = columnsOf(options, base)
  const time: TimeFrame = {
    left: labelWidth,
    width: width - labelWidth,
    ...zones(options, base, columns),
    from: axis.from,
    to: axis.to,
    folds: folds.map(gap => ({ ...gap, width: foldWidth(gap, base) })),
  }
  const scale = scaleOf(time, zoom)
  const shown = zoom > 1 || folds.length > 0 ? withTicks(axis, scale, base) : axis
  const reaches = base.reaches && zoom <= 1
  const noteEnd = noteLimit({ axis: shown, metrics: base, scale, labelWidth }, reaches)
  const head = headHeight({ axis, metrics: base, labelWidth, noteEnd })
  const metrics = { ...base, head }
  const canvas = createCanvas()
  const of: Context = {
    board,
    axis: shown,
    metrics,
    scale,
    canvas,
    width,
    labelWidth,
    selected,
    marked,
    opened,
    reaches,
    isPinned: false,
    receptors,
    columns,
  }
  const lanes: Drawing['lanes'][number][] = []
  let ruleSwitch: Drawing['ruleSwitch'] = []
  let viewSwitch: Drawing['viewSwitch'] = null
  let y = metrics.head
  function lane(name: LaneName, draw: (top: number) => number): void {
    const top = y
    const inside = top + metrics.laneTop
    const count = entriesOfLane(board, name).length
    const isCollapsed = count > 0 && collapsed.has(name)
    const end =
      count === 0
        ? drawEmpty(of, inside, name)
        : isCollapsed
          ? drawCollapsed(of, inside, name, entriesOfLane(board, name))
          : draw(inside)
    const title = widthOf(metrics, LANE_TITLE[name], metrics.text.micro, 700) + metrics.toggle
    const least = metrics.gutter > 0 ? title : 0
    y = Math.max(end + metrics.laneBottom, top + least)
    lanes.push({ name, top, height: y - top, isCollapsed, count })
  }
  lane('sites', top => drawSitesLane(of, top))
  lane('receptors', top => {
    const drawn = (receptors === 'trend' ? drawReceptorTrend : drawReceptorLane)(of, top)
    ruleSwitch = drawn.ruleSwitch
    viewSwitch = drawn.viewSwitch
    return drawn.bottom
  })
  lane('treatment', top => drawTreatmentLane(of, top))
  lane('imaging', top => drawImagingLane(of, top))
  // Most cases have no skin lesion, and then there is no lane for them.
  if (lesionsOfLane(board).length > 0) lane('skin', top => drawSkinLane(of, top))
  // A case that no meeting of this axis has listed needs no row for them.
  if (
    entriesOfLane(board, 'meetings').some(
      ({ entry }) => placeOf(axis, entry, 'start') !== undefined,
    )
  )
    lane('meetings', top => drawMeetingsLane(of, top))
  const frame = frameOf(of, lanes, y)
  drawHead({ ...of, noteEnd })
  drawToday(of, today, y)
  drawFolds(of, y)
  const moving = [...frame, ...shapesOf(canvas)]
  return {
    width,
    height: y,
    labelWidth,
    headHeight: metrics.head,
    noteEnd,
    shapes: [...moving, ...canvas.pinned],
    pinnedFrom: moving.length,
    time,
    zoom,
    lanes,
    rows: canvas.items,
    ruleSwitch,
    viewSwitch,
    texts: [
      axis.label,
      ...(axis.lowerNote === null ? [] : [axis.lowerNote.text]),
      ...wordsOf(canvas.items),
    ],
  }
}

/** What every item says, and everything in a stack that is listed as one. */
function wordsOf(items: readonly TimelineItem[]): string[] {
  const listed = new Set(items.map(item => item.entry))
  return items.flatMap(item => {
    const rest = item.stack.filter(({ entry }) => entry !== item.entry && !listed.has(entry))
    return [item.label, ...rest.map(({ label }) => label)]
  })
}

/**
 * The scale and its grid at another zoom, for while a hand still moves it: the lanes follow when it rests.
 */
export function drawScaleAt(
  drawing: Drawing,
  { axis, density, rowHeight }: Pick<TimelineOptions, 'axis' | 'density' | 'rowHeight'>,
  zoom: number,
): Readonly<{ head: readonly Shape[]; grid: readonly Shape[] }> {
  const { width, labelWidth, headHeight, height, noteEnd } = drawing
  const metrics = { ...metricsOf(density, rowHeight), head: headHeight }
  const scale = scaleOf(drawing.time, zoom)
  const canvas = createCanvas()
  const shown = withTicks(axis, scale, metrics)
  drawHead({ axis: shown, metrics, canvas, scale, width, labelWidth, noteEnd })
  return { head: shapesOf(canvas), grid: gridOf(shown, scale, headHeight, height) }
}

function gridOf(axis: Axis, scale: Scale, top: number, bottom: number): Shape[] {
  return axis.ticks
    .filter(tick => tick.weight === 'grid' || tick.at === 0)
    .map(tick => {
      const x = scale.at(tick.at)
      const isZero = tick.at === 0 && axis.id !== 'calendar'
      return line(isZero ? 'grid.zero' : 'grid', [x, top], [x, bottom])
    })
}

/** Widths of the zones before and after the scale, by what stands in them. */
function zones(
  { board, axis, width, labelWidth }: TimelineOptions,
  metrics: Metrics,
  columns: Context['columns'],
): Readonly<{ before: number; after: number }> {
  const plot = width - labelWidth
  const { small, micro } = metrics.text
  const pad = metrics.mark
  const wantedBefore = () =>
    Math.max(
      small * 8,
      widthOf(metrics, axis.before?.text ?? '', small) + 2 * metrics.gap + small * 1.8,
      widthBefore(
        columns().filter(({ specimen }) => isOpenBefore(placeOf(axis, specimen.entry, 'start'))),
        metrics,
      ),
    )
  const isBefore = Object.values(axis.places).some(isOpenBefore)
  const before = isBefore ? Math.min(wantedBefore(), plot * 0.24) : pad
  const afterText = widthOf(metrics, axis.after?.text ?? '', micro)
  const isAfter = axis.after !== null || board.systemic.some(treatment => treatment.ongoing)
  const after = isAfter ? Math.min(Math.max(small * 6, afterText * 0.62), plot * 0.16) : pad
  return { before, after }
}

/** What stands in the columns of the specimens, made when it is first asked for; in brief where one line is too short. */
function columnsOf(
  { board, axis, width, labelWidth, selected, marked = NONE }: TimelineOptions,
  metrics: Metrics,
): Context['columns'] {
  const timeOf = (entry: EntryId) => JSON.stringify(placeOf(axis, entry, 'start') ?? entry)
  let made: ReturnType<Context['columns']> | null = null
  return () => {
    if (made !== null) return made
    made = columnContents(board, timeOf, metrics, { selected, marked })
    const room = width - labelWidth - 8
    if (metrics.reaches && widthBefore(made, metrics) > room) {
      const brief = columnContents(board, timeOf, metrics, { selected, marked, isBrief: true })
      made = sparingLines(brief, metrics, room)
    }
    return made
  }
}

function isOpenBefore(place: Place | undefined): boolean {
  return place !== undefined && !place.lowKnown && place.highKnown
}

/** What a lane has, in the order of the board. */
export function entriesOfLane(
  board: Board,
  name: LaneName,
): readonly Readonly<{ entry: EntryId }>[] {
  switch (name) {
    case 'sites':
      return board.sites
    case 'receptors':
      return board.specimens
    case 'treatment':
      return [...board.local, ...board.systemic]
    case 'imaging':
      return [...board.imaging, ...board.assessments]
    case 'skin':
      return [...lesionsOfLane(board), ...board.skinNotes]
    case 'meetings':
      return board.meetings
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
  const grid = gridOf(axis, scale, head, bottom)
  const edges = lanes.flatMap(({ name, top, height }, i) => {
    const isLast = i === lanes.length - 1
    const rule = isLast ? [] : [line('lane', [0, top + height], [width, top + height])]
    if (metrics.gutter === 0) return rule
    const { gutter } = metrics
    const title = LANE_TITLE[name]
    const size = metrics.text.micro
    const length = widthOf(metrics, title, size, 700)
    // In the middle, or below the button over it where the lane is hardly longer than its name.
    const y = top + Math.max(height / 2 + length / 2, length + metrics.toggle - 3)
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
