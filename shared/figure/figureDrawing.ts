/** What the figure's switch chooses from, in its order; the first is the default. */
export const FIGURE_VIEWS = ['front', 'back', 'skeleton', 'organs', 'chest', 'head'] as const
export type FigureView = (typeof FIGURE_VIEWS)[number]

/** One drawing. A view shows one or several: the head has four. */
export type PlateName =
  | 'front'
  | 'back'
  | 'skeleton'
  | 'organs'
  | 'chest'
  | 'headFront'
  | 'headBack'
  | 'headRight'
  | 'headLeft'

/**
 * What a path is, so that the screen and the paper each give it their own ink. `line` is the outline, `fine` what lies on
 * the surface, `edge` a quiet line on a bone or an organ, `behind` what something else hides. `rib` and `gut` are bands,
 * drawn as a stroke with an edge.
 */
export type FigureRole =
  | 'line'
  | 'fine'
  | 'edge'
  | 'behind'
  | 'organ'
  | 'organ2'
  | 'bone'
  | 'hollow'
  | 'rib'
  | 'gut'

export interface FigurePath {
  readonly role: FigureRole
  /** SVG path data in absolute M, L, C and Z, in the units of the drawing's view box. */
  readonly d: string
  /** Of a band, edge to edge, in the same units. */
  readonly width?: number
}

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface FigureDrawing {
  readonly viewBox: Rect
  /** The x that parts one side of the patient from the other. */
  readonly midline: number
  /** Seen from the back: the patient's right is the viewer's right. */
  readonly isMirrored: boolean
  /** In drawing order, the outline last. */
  readonly paths: readonly FigurePath[]
}

/** A view box as the `viewBox` attribute of SVG writes it. */
export function viewBoxText(box: Rect): string {
  return `${box.x} ${box.y} ${box.width} ${box.height}`
}
