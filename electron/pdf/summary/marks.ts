import type { Fact } from '../../../shared/board/fact.ts'
import type { Certainty } from '../../../shared/case/site.ts'
import type { PictureNode } from '../definition.ts'
import { type Mark, stroked } from '../picture.ts'

const OUTLINE = 0.9
const BLACK = '#000000'
const WHITE = '#ffffff'

/** A diamond around a centre: filled when confirmed, hollow when suspected, hollow and struck through when excluded. */
export function diamondMarks(certainty: Certainty, x: number, y: number, radius: number): Mark[] {
  const outline: Mark = {
    kind: 'polygon',
    closed: true,
    points: [
      [x, y - radius],
      [x + radius, y],
      [x, y + radius],
      [x - radius, y],
    ],
    pen: {
      fill: certainty === 'confirmed' ? BLACK : WHITE,
      stroke: BLACK,
      strokeWidth: OUTLINE,
      dash: null,
    },
  }
  if (certainty !== 'excluded') return [outline]
  return [
    outline,
    {
      kind: 'line',
      x1: x - radius,
      y1: y + radius,
      x2: x + radius,
      y2: y - radius,
      pen: stroked(BLACK, OUTLINE),
      fading: null,
    },
  ]
}

/** The mark of a site in a list, with its certainty in words for those who do not see it. */
export function diamondNode(certainty: Certainty, word: Fact): PictureNode {
  return {
    picture: { width: 8, height: 8, marks: diamondMarks(certainty, 4, 4, 3.2) },
    width: 8,
    alt: word.text,
    margin: [0, 0.9, 0, 0],
  }
}
