import type { BoardLesion } from '../board/board.ts'
import { regionOf, sitePartOf } from './bodyRegions.ts'
import { FIGURE_VIEWS, type FigureView, type Rect } from './figureDrawing.ts'
import { pointOfPin } from './pins.ts'
import { viewsOf } from './siteViews.ts'
import type { Point } from './spreadDiamonds.ts'
import { toView, VIEW_GEOMETRY, type ViewGeometry } from './viewGeometry.ts'

/** What the figure needs to know of a skin lesion of the board. */
export type FigureLesion = Pick<
  BoardLesion,
  'entry' | 'label' | 'bodySite' | 'side' | 'pin' | 'name' | 'what' | 'certainty' | 'signs'
>

/** A lesion on the figure: its head with the label, and the point that it stands for. */
export type LesionMark<L extends FigureLesion = FigureLesion> = Readonly<{
  lesion: L
  /** Centre of the head, in the view's units. */
  x: number
  y: number
  /** Where the lesion is. */
  tip: Point
  /** Set by a person on the figure; else the tip is only where its region is drawn. */
  isPinned: boolean
}>

export type LesionMarks<L extends FigureLesion = FigureLesion> = Readonly<{
  marks: readonly LesionMark<L>[]
  /** Lesions that another view shows, but not this one. */
  elsewhere: readonly L[]
  /** Lesions that no view has a place for. */
  unplaced: readonly L[]
}>

type Options = Readonly<{
  geometry: ViewGeometry
  /** Of a head. */
  radius: number
  /** What heads keep clear of, such as the marks of sites: their centres and reach. */
  around: readonly Readonly<{ x: number; y: number; reach: number }>[]
}>

const DIRECTIONS = 16
/** Distances of a head from its tip, in radii; a head on its tip would hide it. */
const DISTANCES = [2.2, 3, 3.8, 4.8, 6, 7.5, 9, 11]

/** The lesions of a view: a pin stands exactly where it was set, and its head where there is room. */
export function lesionMarks<L extends FigureLesion>(
  lesions: readonly L[],
  { geometry, radius, around }: Options,
): LesionMarks<L> {
  const marks: LesionMark<L>[] = []
  const taken = [...around]
  const tips = lesions.flatMap(lesion => {
    const tip = tipOf(lesion, geometry)
    return tip === null ? [] : [{ lesion, tip }]
  })
  for (const { lesion, tip } of tips) {
    const reach = headWidth(lesion.label, radius) / 2
    const others = tips
      .filter(one => one.lesion !== lesion)
      .map(one => ({ ...one.tip, reach: radius * 0.3 }))
    const head = headFor(tip, { radius, reach }, geometry, [...taken, ...others])
    taken.push({ ...head, reach })
    marks.push({ lesion, ...head, tip, isPinned: lesion.pin !== null })
  }
  const shown = new Set<FigureLesion>(tips.map(({ lesion }) => lesion))
  return {
    marks,
    elsewhere: lesions.filter(lesion => !shown.has(lesion) && viewsOfLesion(lesion).length > 0),
    unplaced: lesions.filter(lesion => viewsOfLesion(lesion).length === 0),
  }
}

/** Where a lesion lies in a view: its pin, else where its region is drawn; null where the view shows neither. */
function tipOf(
  { pin, bodySite, side, name }: Pick<FigureLesion, 'pin' | 'bodySite' | 'side' | 'name'>,
  geometry: ViewGeometry,
): Point | null {
  if (pin !== null) {
    const point = pointOfPin(geometry.view, pin)
    return point === null ? null : scaled(point, geometry)
  }
  const spot = regionOf(bodySite, side, sitePartOf(name.text), geometry.view)
  return spot === null ? null : toView(geometry, spot)
}

/** A view at another size, such as on paper, has its pins there too. */
function scaled({ x, y }: Point, geometry: ViewGeometry): Point {
  const factor = geometry.box.width / VIEW_GEOMETRY[geometry.view].box.width
  return { x: x * factor, y: y * factor }
}

/** The views that show a lesion, in the order of the switch. */
export function viewsOfLesion(lesion: Pick<FigureLesion, 'pin' | 'bodySite'>): FigureView[] {
  const { pin, bodySite } = lesion
  if (pin === null) return viewsOf(bodySite)
  return FIGURE_VIEWS.filter(view => pointOfPin(view, pin) !== null)
}

type Obstacle = Options['around'][number]

/** Width of a head with its label, in the view's units. */
export function headWidth(label: string, radius: number): number {
  return Math.max(radius * 2, radius * (0.8 + 0.62 * label.length))
}

function headFor(
  tip: Point,
  { radius, reach: own }: Readonly<{ radius: number; reach: number }>,
  { box, keepOut }: ViewGeometry,
  obstacles: readonly Obstacle[],
): Point {
  const candidates = DISTANCES.flatMap(distance =>
    Array.from({ length: DIRECTIONS }, (_, i) => {
      // Straight up first, then to either side in turn.
      const turn = (i % 2 === 0 ? 1 : -1) * Math.ceil(i / 2)
      const angle = -Math.PI / 2 + (turn * 2 * Math.PI) / DIRECTIONS
      return {
        x: tip.x + Math.cos(angle) * (distance * radius + own - radius),
        y: tip.y + Math.sin(angle) * distance * radius,
      }
    }),
  ).filter(head => isInside(box, head, own))
  const isClear = (head: Point) =>
    obstacles.every(({ x, y, reach }) => Math.hypot(head.x - x, head.y - y) >= reach + own + 1)
  const isFree = (head: Point) => !keepOut.some(rect => touches(rect, head, own))
  return (
    candidates.find(head => isClear(head) && isFree(head)) ??
    candidates.find(isClear) ??
    candidates[0] ??
    tip
  )
}

function isInside(rect: Rect, { x, y }: Point, radius: number): boolean {
  return (
    x - radius >= rect.x &&
    y - radius >= rect.y &&
    x + radius <= rect.x + rect.width &&
    y + radius <= rect.y + rect.height
  )
}

function touches(rect: Rect, { x, y }: Point, radius: number): boolean {
  return (
    x + radius > rect.x &&
    x - radius < rect.x + rect.width &&
    y + radius > rect.y &&
    y - radius < rect.y + rect.height
  )
}

/** A mark in words: label, place, what it is by its site, signs for reassessment, and whether the place is only its region's. */
export function lesionMarkWords(lesion: FigureLesion): string {
  const { label, name, what, signs, pin } = lesion
  return [
    `Skin lesion ${label}: ${name.text}`,
    what.text,
    ...signs.map(({ text }) => text),
    ...(pin === null ? ['no pin set, drawn at its region'] : []),
  ].join('; ')
}

/** What the drawing says of lesions, and what it leaves out, in words. */
export function lesionLines({ marks, elsewhere, unplaced }: LesionMarks): string[] {
  return [
    ...marks.map(({ lesion }) => lesionMarkWords(lesion)),
    ...elsewhere.map(lesion => `Not in this view: ${lesionMarkWords(lesion)}`),
    ...unplaced.map(lesion => `Not on the figure: ${lesionMarkWords(lesion)}`),
  ]
}
