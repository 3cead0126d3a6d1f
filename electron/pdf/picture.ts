/**
 * A drawing of lines, boxes and words, drawn straight into the page: no markup is written for it and read again. Points,
 * from the picture's top left corner, y downwards.
 */
export type Picture = Readonly<{ width: number; height: number; marks: readonly Mark[] }>

/** Colours are `#rrggbb`. */
export type Pen = Readonly<{
  fill: string | null
  stroke: string | null
  strokeWidth: number
  /** Lengths of dash and gap. */
  dash: readonly number[] | null
}>

/** Lengths over which a mark fades in from its left end and out to its right. */
export type Fading = Readonly<{ left: number; right: number }>

/** Strokes and dots on square tiles, over a box's fill. */
export type Hatch = Readonly<{
  tile: number
  colour: string
  strokeWidth: number
  strokes: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[]
  dots: readonly Readonly<{ x: number; y: number; radius: number }>[]
}>

export type BoxMark = Readonly<{
  kind: 'box'
  x: number
  y: number
  width: number
  height: number
  radius: number
  pen: Pen
  hatch: Hatch | null
  fading: Fading | null
}>
export type LineMark = Readonly<{
  kind: 'line'
  x1: number
  y1: number
  x2: number
  y2: number
  pen: Pen
  fading: Fading | null
}>
export type PolygonMark = Readonly<{
  kind: 'polygon'
  points: readonly (readonly [x: number, y: number])[]
  closed: boolean
  pen: Pen
}>
/** Outlines that never change, as SVG path data in absolute M, L, C and Z. */
export type OutlineMark = Readonly<{
  kind: 'outline'
  paths: readonly Readonly<{ d: string; pen: Pen }>[]
  scale: number
  dx: number
  dy: number
}>
export type WordsMark = Readonly<{
  kind: 'words'
  text: string
  x: number
  /** The baseline. */
  y: number
  size: number
  bold: boolean
  colour: string
  anchor: 'start' | 'middle'
  /** Letters run upwards. */
  turned: boolean
}>

/** The number of pages of the whole document, known only once the last one is drawn. Its size is that of the first mark. */
export type PageTotalMark = Readonly<{ kind: 'pageTotal'; x: number; y: number; size: number }>

export type Mark = BoxMark | LineMark | PolygonMark | OutlineMark | WordsMark | PageTotalMark

/** A pen that only fills. */
export function filled(fill: string): Pen {
  return { fill, stroke: null, strokeWidth: 0, dash: null }
}

/** A pen that only draws lines. */
export function stroked(stroke: string, strokeWidth: number): Pen {
  return { fill: null, stroke, strokeWidth, dash: null }
}
