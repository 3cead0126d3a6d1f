import {
  type FigureLesion,
  headWidth,
  type LesionMark,
} from '../../../shared/figure/lesionMarks.ts'
import { filled, type Mark, type Pen, stroked } from '../picture.ts'
import { THIN } from './paper.ts'

const BLACK = '#000000'
const WHITE = '#ffffff'
const EDGE = 0.8
/** Around a lesion with a sign for reassessment, as on screen. */
const WARNING_EDGE = 1.6
/** Lengths of dash and gap of a stem that ends at a region alone. */
const LOOSE = [1.6, 1.3] as const

/** A skin lesion on the figure: a dot exactly where the pin was set, and a head with its label beside it. */
export function pinMarks(
  { lesion, x, y, tip, isPinned }: LesionMark<FigureLesion>,
  radius: number,
): Mark[] {
  const width = headWidth(lesion.label, radius)
  const head: Pen = {
    fill: WHITE,
    stroke: BLACK,
    strokeWidth: lesion.signs.length > 0 ? WARNING_EDGE : EDGE,
    dash: null,
  }
  const size = radius * 0.96
  return [
    {
      kind: 'line',
      x1: tip.x,
      y1: tip.y,
      x2: x,
      y2: y,
      pen: { ...stroked(BLACK, THIN), dash: isPinned ? null : LOOSE },
      fading: null,
    },
    ...(isPinned ? [dot(tip.x, tip.y, radius * 0.3)] : []),
    {
      kind: 'box',
      x: x - width / 2,
      y: y - radius * 0.8,
      width,
      height: radius * 1.6,
      radius: radius * 0.8,
      pen: head,
      hatch: null,
      fading: null,
    },
    {
      kind: 'words',
      text: lesion.label,
      x,
      y: y + size * 0.36,
      size,
      bold: true,
      colour: BLACK,
      anchor: 'middle',
      turned: false,
    },
  ]
}

/** A dot with a white rim, so that it is seen on every ground. */
function dot(x: number, y: number, radius: number): Mark {
  return {
    kind: 'box',
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius,
    radius,
    pen: { ...filled(BLACK), stroke: WHITE, strokeWidth: THIN },
    hatch: null,
    fading: null,
  }
}
