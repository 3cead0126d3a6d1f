import type { Family } from '../board/board.ts'
import type { Certainty } from '../case/site.ts'
import type { EntryId } from '../ids.ts'
import type { CutoffId } from '../receptors/cutoffId.ts'
import type { Weight } from './measureText.ts'
import type { TimeFrame } from './scale.ts'

/** What a shape means. The screen and the paper each say how a role looks; the drawing has no colours. */
export type RectRole =
  | 'zone'
  | 'band'
  | 'band.selected'
  | 'row.selected'
  | 'row.rule'
  | 'fold'
  | 'new'
  | 'new.dot'
  | 'head'
  | 'gutter'
  | 'hatch'
  | 'surface'
  | `bar.${Certainty}`
  | `bar.${Family}`
  | 'square'
  | 'box.surgery'
  | 'box.local'
  | 'flag'
  | 'conflictTag'
  | 'missingBox'
  | 'letter'
  | 'letter.selected'
  | 'meter'
  | 'meter.empty'
  | 'meter.fill'
  | 'meter.open'
  | 'trend.value'
  | 'trend.range'

export type LineRole =
  | 'grid'
  | 'grid.zero'
  | 'lane'
  | 'lane.head'
  | 'gutter.edge'
  | 'row.divider'
  | 'possible'
  | 'interval'
  | 'leader'
  | 'collected'
  | 'collected.tick'
  | 'missingLine'
  | 'strike'
  | 'assessment'
  | 'byRule'
  | 'meter.cut'
  | 'trend.frame'
  | 'trend.cut'
  | 'trend.link'
  | 'today'

export type PathRole =
  | 'bracket'
  | 'bracket.together'
  | `diamond.${Certainty}`
  | 'arrow'
  | 'triangle'
  | 'triangle.flag'
  | 'notEqual'
  | 'fold.edge'

export type TextRole =
  | 'text'
  | 'text.strong'
  | 'text.quiet'
  | 'text.missing'
  | 'text.group'
  | 'text.number'
  | 'text.lane'
  | 'text.tick'
  | 'text.tick.key'
  | 'text.tick.lower'
  | 'text.value'
  | 'text.marker'
  | 'text.tag'
  | 'text.flag'
  | 'text.mark'
  | 'text.mark.inverse'
  | 'text.letter'
  | 'text.letter.selected'

export type Role = RectRole | LineRole | PathRole | TextRole

/** Lengths over which a shape fades in from its left end and out to its right: a bound that was not recorded. */
export type Fade = Readonly<{ left: number; right: number }>
export const SHARP: Fade = { left: 0, right: 0 }

type Common = Readonly<{
  /** What selecting the shape selects. */
  entry: EntryId | null
}>

export type RectShape = Common &
  Readonly<{
    kind: 'rect'
    role: RectRole
    x: number
    y: number
    width: number
    height: number
    radius: number
    fade: Fade
  }>

export type LineShape = Common &
  Readonly<{
    kind: 'line'
    role: LineRole
    x1: number
    y1: number
    x2: number
    y2: number
    fade: Fade
  }>

export type Point = readonly [x: number, y: number]

export type PathShape = Common &
  Readonly<{
    kind: 'path'
    role: PathRole
    points: readonly Point[]
    closed: boolean
  }>

/** A text; several spans where it runs over several lines. Each span begins at `x` on the baseline `y`. */
export type TextShape = Common &
  Readonly<{
    kind: 'text'
    role: TextRole
    /** Exactly the fact's text, where it is one. */
    text: string
    /** Ids of the facts that it says. */
    facts: readonly string[]
    size: number
    weight: Weight
    /** Letters run upwards when turned. */
    turned: boolean
    spans: readonly Readonly<{ x: number; y: number; text: string }>[]
  }>

export type Shape = RectShape | LineShape | PathShape | TextShape

export const LANE_NAMES = [
  'sites',
  'receptors',
  'treatment',
  'imaging',
  'skin',
  'meetings',
] as const
export type LaneName = (typeof LANE_NAMES)[number]

export const ITEM_KINDS = [
  'site',
  'specimen',
  'local',
  'systemic',
  'imaging',
  'assessment',
  'lesion',
  'skinNote',
  'meeting',
] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/** Something that can be selected, with the box it takes and what a screen reader says of it. */
export type TimelineItem = Readonly<{
  entry: EntryId
  kind: ItemKind
  x: number
  width: number
  top: number
  height: number
  label: string
  /** It lies in time and moves with it; a whole row and what has no date stay in the window. */
  moves: boolean
  /** Key of the folded rows that it stands for: pressing it opens them. */
  opens: string | null
  /** Everything that stands in one mark with a count, itself included; empty where it stands alone. */
  stack: readonly Readonly<{ entry: EntryId; label: string }>[]
}>

export type Drawing = Readonly<{
  width: number
  height: number
  labelWidth: number
  /** Height of the scale above the lanes. */
  headHeight: number
  /** Where the note at the head's lower row has to end. */
  noteEnd: number
  shapes: readonly Shape[]
  lanes: readonly Readonly<{
    name: LaneName
    top: number
    height: number
    isCollapsed: boolean
    /** Entries that the lane has. */
    count: number
  }>[]
  /** How months lie on the drawing at any zoom, and the zoom that it was drawn at. */
  time: TimeFrame
  zoom: number
  /** From here on, shapes stay in the window however time is moved. */
  pinnedFrom: number
  /** In reading order. */
  rows: readonly TimelineItem[]
  /** Where a switch between the cut-offs belongs: one box for each choice; empty where there is none. */
  ruleSwitch: readonly Readonly<{
    cutoff: CutoffId
    label: string
    x: number
    y: number
    width: number
    height: number
  }>[]
  /** Where the switch between values and their charts belongs; null where there is nothing to chart. */
  viewSwitch: Readonly<{ x: number; y: number; width: number; height: number }> | null
  /** The same story in words, in order. */
  texts: readonly string[]
}>

/** A path through points, as the `d` of an SVG path. */
export function pathData({ points, closed }: PathShape): string {
  return `M${points.map(([x, y]) => `${x} ${y}`).join('L')}${closed ? 'Z' : ''}`
}

/** Offsets and opacities of a fade over shares of a length. It is gone just before its end, so that no edge closes it. */
export function fadeStops({ left, right }: Fade): (readonly [offset: number, opacity: number])[] {
  const from = Math.min(1, Math.max(0, left))
  const to = Math.max(from, 1 - Math.max(0, right))
  return [
    [from * 0.08, left > 0 ? 0 : 1],
    [from, 1],
    [to, 1],
    [1 - (1 - to) * 0.08, right > 0 ? 0 : 1],
  ]
}
