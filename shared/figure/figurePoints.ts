import type { Side } from '../case/common.ts'
import { BODY_PATHS } from './art/bodyPaths.ts'
import { regionOf, rightOf } from './bodyRegions.ts'
import type { FigureView, PlateName } from './figureDrawing.ts'
import { flipPath, isInPath } from './pathData.ts'
import { PLATES } from './plates.ts'
import { regionPath } from './regionPaths.ts'
import type { Point } from './spreadDiamonds.ts'
import { fitOf, toView, VIEW_GEOMETRY } from './viewGeometry.ts'

/** What lies at a point of the figure: a body site of the list, and its side where the place has one. */
export interface PlaceOnFigure {
  readonly siteId: string
  readonly side: Side | null
}

/** A region that can be pressed, `paired` where the figure has one on each side. */
type Target = Readonly<{ siteId: string; region: string; paired: boolean }>

function one(siteId: string, region = siteId): Target {
  return { siteId, region, paired: false }
}

function two(siteId: string, region = siteId): Target {
  return { siteId, region, paired: true }
}

const SKIN = [two('skin-neck'), two('skin-upper-limb'), two('skin-lower-limb')]
/** Heights in the frame of the body. */
const BROW = 10.4
const NAPE = 20
const CHIN = 24.7
/** The first that holds the point is meant: smaller ones stand before those that they lie in. */
const TARGETS: Readonly<Record<PlateName, readonly Target[]>> = {
  front: [two('skin-axilla'), two('breast'), two('skin-chest'), two('skin-abdomen'), ...SKIN],
  back: [two('skin-back'), ...SKIN],
  skeleton: [
    ...[one('sternum'), two('clavicle'), two('acetabulum'), two('femur'), one('sacrum')],
    ...[two('ilium'), one('pelvis'), two('humerus'), one('cervical-vertebra')],
    ...[one('thoracic-vertebra'), one('lumbar-vertebra'), two('rib'), two('scapula')],
    one('skull'),
  ],
  organs: [
    ...[one('bladder'), two('ovary'), one('uterus'), one('gallbladder'), one('pancreas')],
    ...[one('duodenum'), one('large-intestine'), one('small-intestine'), two('adrenal')],
    ...[two('kidney'), one('spleen'), one('stomach'), one('liver'), one('heart'), two('lung')],
    ...[one('thyroid'), one('peritoneum')],
  ],
  chest: [
    ...[two('skin-axilla'), two('breast'), one('sternum'), two('clavicle'), two('chest-wall')],
    ...[two('chest-wall', 'rib'), two('skin-chest'), two('skin-abdomen')],
  ],
  headFront: [two('orbit', 'eye'), two('skin-face', 'face'), two('skin-scalp', 'scalp')],
  headBack: [],
  headRight: [one('skin-face', 'face'), one('skin-scalp', 'scalp')],
  headLeft: [one('skin-face', 'face'), one('skin-scalp', 'scalp')],
}

/**
 * The place at a point of a view (in the units of `VIEW_GEOMETRY`), or null where the point lies beside the figure. Front,
 * back and head answer with the surface, the skeleton with bones, the organs with organs.
 */
export function regionAt(view: FigureView, point: Point): PlaceOnFigure | null {
  const found = plateAt(view, point)
  return found === null ? null : onPlate(found.plate, found.at)
}

/** The drawing of a view that a point lies on, and the point in that drawing's units; null beside the figure. */
export function plateAt(
  view: FigureView,
  point: Point,
): Readonly<{ plate: PlateName; at: Point }> | null {
  const geometry = VIEW_GEOMETRY[view]
  // What stands in a cell lies over what stands in the whole view.
  const place = geometry.plates
    .toSorted((a, b) => Number(b.cell !== null) - Number(a.cell !== null))
    .find(({ cell }) => cell === null || isIn(cell, point))
  if (place === undefined) return null
  const { scale, dx, dy } = fitOf(place)
  const at = { x: (point.x - dx) / scale, y: (point.y - dy) / scale }
  return isOnSurface(place.plate, at) ? { plate: place.plate, at } : null
}

/** Where a site is drawn in a view, in the units of `VIEW_GEOMETRY`; null where the view does not show it. */
export function pointFor(siteId: string, side: Side | null, view: FigureView): Point | null {
  const spot = regionOf(siteId, side, null, view)
  return spot === null ? null : toView(VIEW_GEOMETRY[view], spot)
}

function onPlate(plate: PlateName, at: Point): PlaceOnFigure | null {
  for (const { siteId, region, paired } of TARGETS[plate]) {
    if (!paired) {
      if (holds(plate, region, at)) return { siteId, side: wholeSide(plate) }
      continue
    }
    for (const side of ['right', 'left'] as const)
      if (holds(plate, `${region}.${side}`, at)) return { siteId, side }
  }
  return beyondAreas(plate, at)
}

/** On the crown, on the forehead and on the nape no area is drawn, but they are scalp or face. */
function beyondAreas(plate: PlateName, at: Point): PlaceOnFigure | null {
  const fromBack = plate === 'back' || plate === 'headBack'
  if (!fromBack && plate !== 'front' && plate !== 'headFront') return null
  const side = at.x < PLATES[plate].midline === (rightOf(plate) === -1) ? 'right' : 'left'
  if (at.y < (fromBack ? NAPE : BROW)) return { siteId: 'skin-scalp', side }
  return !fromBack && at.y < CHIN ? { siteId: 'skin-face', side } : null
}

function holds(plate: PlateName, region: string, at: Point): boolean {
  const path = regionPath(plate, region)
  return path !== null && isInPath(path, at)
}

function wholeSide(plate: PlateName): Side | null {
  if (plate === 'headRight') return 'right'
  return plate === 'headLeft' ? 'left' : null
}

function isOnSurface(plate: PlateName, at: Point): boolean {
  if (rightOf(plate) === 0) return true
  const isTurned = PLATES[plate].isMirrored
  const shape = isTurned ? flipPath(BODY_PATHS.shape, PLATES[plate].midline) : BODY_PATHS.shape
  return isInPath(shape, at)
}

function isIn(
  rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  { x, y }: Point,
): boolean {
  return x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height
}
