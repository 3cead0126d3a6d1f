import type { EntryId } from '../ids.ts'
import type { Weight } from './measureText.ts'
import type {
  Fade,
  LineRole,
  PathRole,
  Point,
  RectRole,
  Shape,
  TextRole,
  TimelineItem,
} from './shape.ts'
import { SHARP } from './shape.ts'

type Box = Readonly<{ x: number; y: number; width: number; height: number }>
type RectOptions = Readonly<{ radius?: number; fade?: Fade }>

/** Collects shapes in three layers, so that a later row cannot cover an earlier one's words. */
export type Canvas = Readonly<{
  behind: Shape[]
  marks: Shape[]
  words: Shape[]
  items: TimelineItem[]
  /** What stands in the lanes but has no place in time, so that it stays where it is while time moves. */
  pinned: Shape[]
}>

export function createCanvas(): Canvas {
  return { behind: [], marks: [], words: [], items: [], pinned: [] }
}

export function shapesOf(canvas: Canvas): Shape[] {
  return [...canvas.behind, ...canvas.marks, ...canvas.words]
}

export function rect(
  role: RectRole,
  box: Box,
  entry: EntryId | null = null,
  { radius = 0, fade = SHARP }: RectOptions = {},
): Shape {
  const { x, y, width, height } = box
  const rounded = { x: r(x), y: r(y), width: r(Math.max(0, width)), height: r(Math.max(0, height)) }
  return { kind: 'rect', role, entry, ...rounded, radius, fade: roundFade(fade) }
}

export function line(
  role: LineRole,
  from: Point,
  to: Point,
  entry: EntryId | null = null,
  fade: Fade = SHARP,
): Shape {
  const [x1, y1] = from
  const [x2, y2] = to
  const ends = { x1: r(x1), y1: r(y1), x2: r(x2), y2: r(y2) }
  return { kind: 'line', role, entry, ...ends, fade: roundFade(fade) }
}

export function path(
  role: PathRole,
  points: readonly Point[],
  entry: EntryId | null = null,
  closed = true,
): Shape {
  return { kind: 'path', role, entry, points: points.map(([x, y]) => [r(x), r(y)]), closed }
}

export type TextOptions = Readonly<{
  role: TextRole
  size: number
  weight?: Weight
  facts?: readonly string[]
  entry?: EntryId | null
  turned?: boolean
}>

export function text(
  content: string,
  spans: readonly Readonly<{ x: number; y: number; text: string }>[],
  options: TextOptions,
): Shape {
  const { role, size, weight = 400, facts = [], entry = null, turned = false } = options
  const placed = spans.map(span => ({ x: r(span.x), y: r(span.y), text: span.text }))
  return { kind: 'text', role, entry, text: content, facts, size, weight, turned, spans: placed }
}

/** Baseline of a text whose capitals are centred on a height. */
export function baseline(centre: number, size: number): number {
  return centre + size * 0.362
}

function r(value: number): number {
  return Math.round(value * 100) / 100
}

function roundFade(fade: Fade): Fade {
  return { left: r(fade.left), right: r(fade.right) }
}
