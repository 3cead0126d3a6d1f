export type FigureName = 'front' | 'head'

/**
 * What a path is, so that the screen and the paper each give it their own ink.
 * `skull` is stroked and never filled; every other role is a filled, closed shape.
 */
export type FigureRole = 'line' | 'organ' | 'organ2' | 'bone' | 'skull'

export interface FigurePath {
  readonly role: FigureRole
  /** SVG path data in absolute M, L, C and Z, in the units of the drawing's view box. */
  readonly d: string
}

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface FigureDrawing {
  readonly viewBox: Rect
  /** The x that parts the patient's right (smaller x, viewer's left) from the patient's left. */
  readonly midline: number
  /** In drawing order, the outline last. */
  readonly paths: readonly FigurePath[]
}

/** A view box as the `viewBox` attribute of SVG writes it. */
export function viewBoxText(box: Rect): string {
  return `${box.x} ${box.y} ${box.width} ${box.height}`
}
