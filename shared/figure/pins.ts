import { PIN_PLATES, type Pin } from '../case/lesion.ts'
import { FIGURE_VIEWS, type FigureView, type PlateName } from './figureDrawing.ts'
import { plateAt } from './figurePoints.ts'
import { PLATES } from './plates.ts'
import type { Point } from './spreadDiamonds.ts'
import { toView, VIEW_GEOMETRY } from './viewGeometry.ts'

/** Drawings that show the same skin in the same units: a pin set on one stands on the others too. */
const SAME_FRAME: readonly (readonly PlateName[])[] = [
  ['headFront', 'chest', 'front'],
  ['headBack', 'back'],
  ['headRight'],
  ['headLeft'],
]

/** The pin for a press on a view, in the units of `VIEW_GEOMETRY`; null beside the figure and on bones and organs. */
export function pinAt(view: FigureView, point: Point): Pin | null {
  const found = plateAt(view, point)
  const plate = PIN_PLATES.find(one => one === found?.plate)
  // Past the edge of a close-up, nothing is drawn that could be meant.
  if (found === null || plate === undefined || !isOnPlate(plate, found.at)) return null
  return { plate, x: rounded(found.at.x), y: rounded(found.at.y) }
}

function rounded(n: number): number {
  return Math.round(n * 100) / 100
}

/** Where a pin stands in a view, in the units of `VIEW_GEOMETRY`, a close-up first; null where the view does not show it. */
export function pointOfPin(view: FigureView, pin: Pin): Point | null {
  const geometry = VIEW_GEOMETRY[view]
  const frame = SAME_FRAME.find(plates => plates.includes(pin.plate)) ?? []
  const plate = frame.find(
    one => geometry.plates.some(place => place.plate === one) && isOnPlate(one, pin),
  )
  return plate === undefined ? null : toView(geometry, { plate, x: pin.x, y: pin.y })
}

/** The views that show a pin, in the order of the switch. */
export function viewsOfPin(pin: Pin): FigureView[] {
  return FIGURE_VIEWS.filter(view => pointOfPin(view, pin) !== null)
}

function isOnPlate(plate: PlateName, { x, y }: Point): boolean {
  const { viewBox: box } = PLATES[plate]
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
}
