import { type BodySpot, midlineOf } from './bodyRegions.ts'
import type { FigureName, Rect } from './figureDrawing.ts'
import { FRONT_FIGURE } from './frontFigure.ts'
import { HEAD_FIGURE } from './headFigure.ts'

/** Where the figures stand in a drawing, in the drawing's own units. */
export interface FigureGeometry {
  /** No marker leaves it. */
  readonly box: Rect
  /** What the front figure's view box is fitted into, centred, without distortion. */
  readonly front: Rect
  /** What the head figure's view box is fitted into. */
  readonly head: Rect
  /** The frame around the head; markers of the front figure keep out of it, those of the head in. */
  readonly inset: Rect
  /** Places for words, which markers leave free while there is room. */
  readonly keepOut: readonly Rect[]
}

/** The figure's panel on the board at 1920 x 1080. */
export const BOARD_GEOMETRY: FigureGeometry = {
  box: { x: 0, y: 0, width: 344, height: 540 },
  front: { x: 4, y: 34, width: 336, height: 478 },
  head: { x: 223, y: 16, width: 112, height: 136 },
  inset: { x: 222, y: 14, width: 114, height: 139 },
  keepOut: [
    { x: 0, y: 0, width: 140, height: 110 },
    { x: 6, y: 440, width: 66, height: 72 },
    { x: 272, y: 440, width: 66, height: 72 },
    { x: 0, y: 512, width: 344, height: 28 },
  ],
}

/** The same layout at another width, such as for paper. */
export function scaleGeometry(geometry: FigureGeometry, factor: number): FigureGeometry {
  const scaled = (rect: Rect): Rect => ({
    x: rect.x * factor,
    y: rect.y * factor,
    width: rect.width * factor,
    height: rect.height * factor,
  })
  return {
    box: scaled(geometry.box),
    front: scaled(geometry.front),
    head: scaled(geometry.head),
    inset: scaled(geometry.inset),
    keepOut: geometry.keepOut.map(scaled),
  }
}

interface Fit {
  readonly scale: number
  readonly dx: number
  readonly dy: number
}

/** How a figure's units become drawing units: times `scale`, plus `dx` and `dy`. */
export function fitOf(figure: FigureName, geometry: FigureGeometry): Fit {
  const { viewBox } = figure === 'front' ? FRONT_FIGURE : HEAD_FIGURE
  const into = figure === 'front' ? geometry.front : geometry.head
  const scale = Math.min(into.width / viewBox.width, into.height / viewBox.height)
  return {
    scale,
    dx: into.x + (into.width - viewBox.width * scale) / 2 - viewBox.x * scale,
    dy: into.y + (into.height - viewBox.height * scale) / 2 - viewBox.y * scale,
  }
}

/** A spot on a figure, in drawing units. */
export function toDrawing(
  spot: Pick<BodySpot, 'figure' | 'x' | 'y'>,
  geometry: FigureGeometry,
): { readonly x: number; readonly y: number } {
  const { scale, dx, dy } = fitOf(spot.figure, geometry)
  return { x: spot.x * scale + dx, y: spot.y * scale + dy }
}

/** The x of a figure's midline in drawing units. */
export function midlineInDrawing(figure: FigureName, geometry: FigureGeometry): number {
  const { scale, dx } = fitOf(figure, geometry)
  return midlineOf(figure) * scale + dx
}
