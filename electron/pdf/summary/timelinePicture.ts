import { FAMILIES, type Family } from '../../../shared/board/board.ts'
import { FAMILY_PATTERN, type FamilyPattern } from '../../../shared/timeline/families.ts'
import { type PaperStyle, paperStyle } from '../../../shared/timeline/paperStyle.ts'
import type {
  Drawing,
  Fade,
  RectShape,
  Role,
  Shape,
  TextShape,
} from '../../../shared/timeline/shape.ts'
import type { Fading, Hatch, Mark, Pen, Picture } from '../picture.ts'

/** Patterns are drawn for the screen; on paper everything is smaller. */
const PATTERN_SCALE = 0.55
const THINNEST = 0.5
const EDGE_WIDTH = 0.6
const INK = '#000000'
const GREY = '#8c8c8c'
const WHITE = '#ffffff'

/** The time axis, or its legend, in black on white: each role as `paperStyle` says, drug families by their pattern. */
export function timelinePicture(part: Pick<Drawing, 'width' | 'height' | 'shapes'>): Picture {
  return {
    width: part.width,
    height: part.height,
    marks: part.shapes.flatMap(marksOf),
  }
}

function marksOf(shape: Shape): Mark[] {
  switch (shape.kind) {
    case 'rect':
      return rectMarks(shape)
    case 'line': {
      const { x1, y1, x2, y2, role, fade } = shape
      const pen = penOf(role)
      return pen === null ? [] : [{ kind: 'line', x1, y1, x2, y2, pen, fading: fadingOf(fade) }]
    }
    case 'path': {
      const pen = penOf(shape.role)
      const { points, closed } = shape
      return pen === null ? [] : [{ kind: 'polygon', points, closed, pen }]
    }
    case 'text':
      return textMarks(shape)
  }
}

function rectMarks({ x, y, width, height, radius, role, fade }: RectShape): Mark[] {
  const look = hatchedLook(role) ?? { pen: penOf(role), hatch: null }
  if (look.pen === null) return []
  return [
    {
      kind: 'box',
      x,
      y,
      width,
      height,
      radius: Math.min(radius, 1),
      pen: look.pen,
      hatch: look.hatch,
      fading: fadingOf(fade),
    },
  ]
}

function textMarks({ size, weight, spans, turned, role }: TextShape): Mark[] {
  const colour = paperStyle(role).fill ?? INK
  return spans.map(({ x, y, text }) => ({
    kind: 'words',
    text,
    x,
    y,
    size,
    bold: weight >= 600,
    colour,
    anchor: 'start',
    turned,
  }))
}

/** Null where a role is not drawn on paper. */
function penOf(role: Role): Pen | null {
  const { fill, stroke, strokeWidth, dash }: PaperStyle = paperStyle(role)
  if (fill === null && stroke === null) return null
  return { fill, stroke, strokeWidth, dash: dash === null ? null : dash.split(' ').map(Number) }
}

function fadingOf({ left, right }: Fade): Fading | null {
  return left === 0 && right === 0 ? null : { left, right }
}

function hatchedLook(role: Role): { pen: Pen; hatch: Hatch | null } | null {
  if (role === 'hatch') return { pen: bare(null), hatch: HATCH }
  if (role === 'meter.open') return { pen: bare(null), hatch: STRIPES }
  const family = FAMILIES.find(one => role === `bar.${one}`)
  return family === undefined ? null : familyLook(family)
}

/** Black on white, told apart by the pattern alone; endocrine, which has none, is an even grey. */
export function familyLook(family: Family): { pen: Pen; hatch: Hatch | null } {
  const { ground, tile, strokes, strokeWidth, dots }: FamilyPattern = FAMILY_PATTERN[family]
  const pen: Pen = {
    fill: ground === 'full' ? GREY : WHITE,
    stroke: INK,
    strokeWidth: EDGE_WIDTH,
    dash: null,
  }
  if (strokes.length === 0 && dots.length === 0) return { pen, hatch: null }
  const scaled = (value: number): number => value * PATTERN_SCALE
  return {
    pen,
    hatch: {
      tile: scaled(tile),
      colour: INK,
      strokeWidth: Math.max(THINNEST, scaled(strokeWidth)),
      strokes: strokes.map(
        ([x1, y1, x2, y2]) => [scaled(x1), scaled(y1), scaled(x2), scaled(y2)] as const,
      ),
      dots: dots.map(({ x, y, radius }) => ({
        x: scaled(x),
        y: scaled(y),
        radius: scaled(radius),
      })),
    },
  }
}

function bare(fill: string | null): Pen {
  return { fill, stroke: null, strokeWidth: 0, dash: null }
}

const HATCH: Hatch = {
  tile: 3,
  colour: '#808080',
  strokeWidth: THINNEST,
  strokes: [
    [-0.75, 0.75, 0.75, -0.75],
    [0, 3, 3, 0],
    [2.25, 3.75, 3.75, 2.25],
  ],
  dots: [],
}
/** Upright stripes, half ink. */
const STRIPES: Hatch = {
  tile: 1.6,
  colour: INK,
  strokeWidth: 0.8,
  strokes: [[0.4, 0, 0.4, 1.6]],
  dots: [],
}
