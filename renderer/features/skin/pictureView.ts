/** How a picture lies in its stage: enlarged, turned and moved. `x` and `y` are parts of the stage from its centre. */
export type PictureView = Readonly<{ zoom: number; angle: number; x: number; y: number }>

export const WHOLE: PictureView = { zoom: 1, angle: 0, x: 0, y: 0 }
const MOST = 40
/** From this enlargement on the small picture is not enough, and the original is shown. */
export const NEEDS_ORIGINAL = 1.8

type Point = Readonly<{ x: number; y: number }>

/** Enlarged about a point of the stage, which stays where it is. */
export function zoomed(
  view: PictureView,
  factor: number,
  about: Point = { x: 0, y: 0 },
): PictureView {
  const zoom = Math.min(MOST, Math.max(1, view.zoom * factor))
  const grown = zoom / view.zoom
  return kept({
    ...view,
    zoom,
    x: about.x - (about.x - view.x) * grown,
    y: about.y - (about.y - view.y) * grown,
  })
}

export function moved(view: PictureView, dx: number, dy: number): PictureView {
  return kept({ ...view, x: view.x + dx, y: view.y + dy })
}

/** Turned clockwise by so many degrees about the middle of the stage. */
export function turned(view: PictureView, degrees: number, aspect = 1): PictureView {
  const angle = (((view.angle + degrees) % 360) + 360) % 360
  const turn = (degrees / 180) * Math.PI
  // Parts of the stage are not square: turning is done in its own units.
  const [x, y] = [view.x * aspect, view.y]
  return kept({
    ...view,
    angle,
    x: (x * Math.cos(turn) - y * Math.sin(turn)) / aspect,
    y: x * Math.sin(turn) + y * Math.cos(turn),
  })
}

/** What two fingers do: their distance enlarges, their direction turns, their middle moves. */
export function pinched(
  view: PictureView,
  before: readonly [Point, Point],
  after: readonly [Point, Point],
  aspect = 1,
): PictureView {
  const across = ([a, b]: readonly [Point, Point]) => ({ x: (b.x - a.x) * aspect, y: b.y - a.y })
  const [was, is] = [across(before), across(after)]
  const length = (at: Point) => Math.max(1e-6, Math.hypot(at.x, at.y))
  const degrees = ((Math.atan2(is.y, is.x) - Math.atan2(was.y, was.x)) / Math.PI) * 180
  const middle = ([a, b]: readonly [Point, Point]) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
  const [from, to] = [middle(before), middle(after)]
  const grown = zoomed(view, length(is) / length(was), from)
  return turned(moved(grown, to.x - from.x, to.y - from.y), degrees, aspect)
}

/** A picture is never moved out of its stage altogether. */
function kept(view: PictureView): PictureView {
  const most = view.zoom / 2
  const within = (at: number) => Math.min(most, Math.max(-most, at))
  return { ...view, x: within(view.x), y: within(view.y) }
}
