import type { Side } from '../case/common.ts'
import { PIN_PLATES, type Pin } from '../case/lesion.ts'
import { regionOf } from './bodyRegions.ts'
import { type PlaceOnFigure, regionAt } from './figurePoints.ts'
import { pointOfPin } from './pins.ts'
import { PLATES } from './plates.ts'

/** The views on which a pin is set, in the order in which they are offered. */
export const PIN_VIEWS = ['front', 'back', 'chest', 'head'] as const
export type PinView = (typeof PIN_VIEWS)[number]

/** The view in which a pin was set. */
const VIEW_OF = {
  front: 'front',
  back: 'back',
  chest: 'chest',
  headFront: 'head',
  headBack: 'head',
  headRight: 'head',
  headLeft: 'head',
} as const satisfies Record<Pin['plate'], PinView>

/** The view to look at a pin in: the one shown now where it shows the pin as well. */
export function viewOfPin(pin: Pin, shown: PinView): PinView {
  return pointOfPin(shown, pin) === null ? VIEW_OF[pin.plate] : shown
}

/** A press on what is drawn below the skin means the skin over it. */
const SKIN_OVER: Readonly<Record<string, string>> = {
  breast: 'skin-breast',
  orbit: 'skin-face',
}
/** Down to the collar, in the frame of the body, what is neither scalp nor face is neck. */
const COLLAR = 33

/** The skin at a pin, and its side; null where the drawing names no place there. */
export function skinAt(pin: Pin): PlaceOnFigure | null {
  const { plate } = pin
  // The close-up of the chest shows bones; it lies in the frame of the front, and has its skin.
  const view = plate === 'chest' ? 'front' : VIEW_OF[plate]
  const point = pointOfPin(view, pin)
  const place = point === null ? null : regionAt(view, point)
  if (place !== null) return { ...place, siteId: SKIN_OVER[place.siteId] ?? place.siteId }
  if (plate === 'headRight' || plate === 'headLeft' || pin.y > COLLAR) return null
  return { siteId: 'skin-neck', side: sideAt(pin) }
}

function sideAt({ plate, x }: Pin): Side {
  const isViewersLeft = x < PLATES[plate].midline
  return isViewersLeft === PLATES[plate].isMirrored ? 'left' : 'right'
}

/** Where the pin of a place stands when it was chosen in words; null where the figure has no spot for it. */
export function pinFor(siteId: string, side: Side | null): Pin | null {
  for (const view of ['front', 'back', 'head'] as const) {
    const spot = regionOf(siteId, side, null, view)
    const plate = PIN_PLATES.find(each => each === spot?.plate)
    if (spot === null || spot.behind || plate === undefined) continue
    const pin = { plate, x: tenth(spot.x), y: tenth(spot.y) }
    // The spot of a numbered mark may lie at the edge of its region: a pin is on it.
    if (side === null || skinAt(pin)?.siteId === siteId) return pin
  }
  return null
}

/** The pin a step away, kept on its drawing. */
export function movedPin(pin: Pin, dx: number, dy: number): Pin {
  const { x, y, width, height } = PLATES[pin.plate].viewBox
  return {
    plate: pin.plate,
    x: tenth(Math.min(x + width, Math.max(x, pin.x + dx))),
    y: tenth(Math.min(y + height, Math.max(y, pin.y + dy))),
  }
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
