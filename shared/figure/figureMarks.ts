import type { BoardSite } from '../board/board.ts'
import type { EntryId } from '../ids.ts'
import { type BodySpot, regionOf, sitePartOf } from './bodyRegions.ts'
import { FIGURE_VIEWS, type FigureView } from './figureDrawing.ts'
import { type MarkerPlace, placeMarkers } from './placeMarkers.ts'
import { isShownIn, viewsOf } from './siteViews.ts'
import type { ViewGeometry } from './viewGeometry.ts'

/** More sites than this at one place are drawn as one mark with their count, until it is opened. */
const MOST_APART = 2

/** What the figure needs to know of a site of the board. */
export type FigureSite = Pick<
  BoardSite,
  'entry' | 'number' | 'bodySite' | 'side' | 'certainty' | 'name' | 'certaintyWord' | 'details'
>

/** One mark: a site, or several that lie at one place. */
export type FigureMark<S extends FigureSite = FigureSite> = MarkerPlace &
  Readonly<{
    /** The place that its sites share: the same in every drawing of the same case. */
    place: string
    sites: readonly S[]
    side: S['side']
    spot: BodySpot
  }>

export type FigureMarks<S extends FigureSite = FigureSite> = Readonly<{
  view: FigureView
  radius: number
  marks: readonly FigureMark<S>[]
  /** Sites that another view shows, but not this one. */
  elsewhere: readonly S[]
  /** Sites that no view has a place for; they are listed in words. */
  unplaced: readonly S[]
}>

type Options = Readonly<{
  geometry: ViewGeometry
  radius: number
  /** The place whose sites are drawn apart though they are many. */
  open?: string | null
  /** Paper cannot be opened: every site has a mark of its own. */
  isFlat?: boolean
}>

/** The marks of one view: every site that the view shows, at its place and on its side. */
export function figureMarks<S extends FigureSite>(
  sites: readonly S[],
  { geometry, radius, open = null, isFlat = false }: Options,
): FigureMarks<S> {
  const { view } = geometry
  const places = new Map<string, { spot: BodySpot; sites: S[] }>()
  for (const site of sites) {
    const spot = spotOf(site, view)
    if (spot === null) continue
    const place = placeOf(spot, site)
    const there = places.get(place)
    if (there === undefined) places.set(place, { spot, sites: [site] })
    else there.sites.push(site)
  }
  const given = [...places].flatMap(([place, { spot, sites: there }]) => {
    const isOpen = isFlat || there.length <= MOST_APART || place === open
    const groups = isOpen ? there.map(site => [site]) : [there]
    return groups.map(group => ({ place, spot, sites: group, side: group[0]?.side ?? null }))
  })
  const order = ({ sites: [first] }: { sites: readonly S[] }) =>
    first === undefined ? 0 : sites.indexOf(first)
  const placed = placeMarkers(
    given.toSorted((a, b) => order(a) - order(b)),
    radius,
    geometry,
  )
  return {
    view,
    radius: placed.radius,
    marks: placed.markers,
    elsewhere: sites.filter(
      ({ bodySite }) => !isShownIn(view, bodySite) && viewsOf(bodySite).length > 0,
    ),
    unplaced: sites.filter(({ bodySite }) => viewsOf(bodySite).length === 0),
  }
}

/** Where a site of the board lies in a view; null where the view does not show it. */
export function spotOf(site: FigureSite, view: FigureView): BodySpot | null {
  return regionOf(site.bodySite, site.side, sitePartOf(site.name.text), view)
}

/** The place that a site shares with others in a view; null where the view does not show it. */
export function placeIn(site: FigureSite, view: FigureView): string | null {
  const spot = spotOf(site, view)
  return spot === null ? null : placeOf(spot, site)
}

function placeOf(spot: BodySpot, { side }: FigureSite): string {
  return `${spot.plate} ${spot.x} ${spot.y} ${side ?? 'not stated'}`
}

/** How many of the sites each view shows. */
export function viewCounts(sites: readonly FigureSite[]): Readonly<Record<FigureView, number>> {
  const count = (view: FigureView) =>
    sites.filter(({ bodySite }) => isShownIn(view, bodySite)).length
  return {
    front: count('front'),
    back: count('back'),
    skeleton: count('skeleton'),
    organs: count('organs'),
    chest: count('chest'),
    head: count('head'),
  }
}

/** The view to turn to so that a site is seen: the present one where it shows it; null where none does. */
export function viewShowing(
  sites: readonly FigureSite[],
  entry: EntryId | null,
  present: FigureView,
): FigureView | null {
  const site = sites.find(one => one.entry === entry)
  if (site === undefined) return null
  if (isShownIn(present, site.bodySite)) return present
  return FIGURE_VIEWS.find(view => isShownIn(view, site.bodySite)) ?? null
}

/** How many lesions are recorded of a site, as recorded, such as "3" or "≥ 3"; null where no number is, or one. */
export function lesionsOf({ details }: FigureSite): string | null {
  const fact = details.find(({ id }) => id.endsWith('.lesions'))
  const words = fact === undefined ? null : fact.text.replace(/ lesions?$/, '')
  return words === '1' ? null : words
}
