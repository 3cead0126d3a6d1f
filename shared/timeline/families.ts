import type { Family } from '../board/board.ts'

/** Stroke of a pattern's tile, from a point to a point. */
type Stroke = readonly [x1: number, y1: number, x2: number, y2: number]

/**
 * How a drug family's bars are filled: strokes and dots on a square tile. Hue is added on screen only; the pattern alone
 * tells the families apart.
 */
export type FamilyPattern = Readonly<{
  tile: number
  /** `full` is a plain fill, `tint` a light ground under the strokes, `none` the surface. */
  ground: 'full' | 'tint' | 'none'
  strokes: readonly Stroke[]
  strokeWidth: number
  dots: readonly Readonly<{ x: number; y: number; radius: number }>[]
}>

const plain = { tile: 6, ground: 'full', strokes: [], strokeWidth: 0, dots: [] } as const

function falling(tile: number): readonly Stroke[] {
  const over = tile / 4
  return [
    [-over, over, over, -over],
    [0, tile, tile, 0],
    [tile - over, tile + over, tile + over, tile - over],
  ]
}

function rising(tile: number): readonly Stroke[] {
  const over = tile / 4
  return [
    [-over, tile - over, over, tile + over],
    [0, 0, tile, tile],
    [tile - over, -over, tile + over, over],
  ]
}

export const FAMILY_PATTERN = {
  endocrine: plain,
  chemotherapy: { ...plain, tile: 7, ground: 'tint', strokes: falling(7), strokeWidth: 2.7 },
  cdk46: { ...plain, tile: 5, ground: 'tint', dots: [{ x: 2.5, y: 2.5, radius: 1.5 }] },
  her2: { ...plain, ground: 'tint', strokes: [[1.5, 0, 1.5, 6]], strokeWidth: 3 },
  adc: { ...plain, ground: 'tint', strokes: [...falling(6), ...rising(6)], strokeWidth: 1.2 },
  immunotherapy: { ...plain, tile: 4, ground: 'tint', strokes: [[0, 1, 4, 1]], strokeWidth: 2 },
  targeted: { ...plain, tile: 8, ground: 'none', strokes: rising(8), strokeWidth: 1.2 },
  radiopharmaceutical: {
    ...plain,
    tile: 8,
    ground: 'none',
    strokes: [
      [2, 4, 6, 4],
      [4, 2, 4, 6],
    ],
    strokeWidth: 1.2,
  },
  bone: { ...plain, ground: 'none' },
  supportive: { ...plain, tile: 8, ground: 'none', strokes: [[1, 4, 5, 4]], strokeWidth: 1.2 },
  unknown: { ...plain, tile: 12, ground: 'none', dots: [{ x: 6, y: 5.5, radius: 1.6 }] },
} as const satisfies Record<Family, FamilyPattern>

export const FAMILY_LABEL = {
  endocrine: 'endocrine',
  chemotherapy: 'chemotherapy',
  cdk46: 'CDK4/6 inhibitor',
  her2: 'HER2-directed',
  adc: 'antibody-drug conjugate',
  immunotherapy: 'immunotherapy',
  targeted: 'other targeted',
  radiopharmaceutical: 'radiopharmaceutical',
  bone: 'bone agent',
  supportive: 'supportive',
  unknown: 'family not known',
} as const satisfies Record<Family, string>
