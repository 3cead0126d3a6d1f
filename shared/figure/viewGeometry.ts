import type { FigureView, PlateName, Rect } from './figureDrawing.ts'
import { PLATES } from './plates.ts'

/** Where a plate stands in a view, in the view's units. */
export interface PlatePlace {
  readonly plate: PlateName
  /** What the plate's view box is fitted into, centred, without distortion. */
  readonly into: Rect
  /** The markers of this plate stay in it, those of the others keep out. */
  readonly cell: Rect | null
  /** A close-up beside the figure has a frame. */
  readonly isFramed: boolean
}

/** A letter in the drawing with words below it, centred on x. */
export interface SideLabel {
  readonly letter: 'R' | 'L' | null
  readonly words: string
  readonly x: number
  readonly y: number
  /** The words stand in one line. */
  readonly isWide: boolean
}

/** How a view is laid out. */
export interface ViewGeometry {
  readonly view: FigureView
  /** No marker leaves it. */
  readonly box: Rect
  readonly plates: readonly PlatePlace[]
  readonly labels: readonly SideLabel[]
  /** Places for words, which markers leave free while there is room. */
  readonly keepOut: readonly Rect[]
}

const BOX: Rect = { x: 0, y: 0, width: 344, height: 512 }
const WHOLE: Rect = { x: 4, y: 34, width: 336, height: 478 }
const TALLY: Rect = { x: 0, y: 0, width: 140, height: 110 }
const LOWER_CORNERS: readonly Rect[] = [
  { x: 6, y: 440, width: 66, height: 72 },
  { x: 272, y: 440, width: 66, height: 72 },
]

const AT_VIEWERS_LEFT = { x: 38, y: 440 } as const
const AT_VIEWERS_RIGHT = { x: 306, y: 440 } as const
const RIGHT = { letter: 'R', words: 'patient’s right', isWide: false } as const
const LEFT = { letter: 'L', words: 'patient’s left', isWide: false } as const
const FROM_THE_FRONT: readonly SideLabel[] = [
  { ...RIGHT, ...AT_VIEWERS_LEFT },
  { ...LEFT, ...AT_VIEWERS_RIGHT },
]
const FROM_THE_BACK: readonly SideLabel[] = [
  { ...LEFT, ...AT_VIEWERS_LEFT },
  { ...RIGHT, ...AT_VIEWERS_RIGHT },
]

function alone(plate: PlateName, into: Rect): PlatePlace {
  return { plate, into, cell: null, isFramed: false }
}

function bodyView(view: 'back' | 'skeleton', labels: readonly SideLabel[]): ViewGeometry {
  return {
    view,
    box: BOX,
    plates: [alone(view, WHOLE)],
    labels,
    keepOut: [TALLY, ...LOWER_CORNERS],
  }
}

/** A close-up leaves the line above it to the counts, and its corners below to the letters. */
function closeUp(view: 'organs' | 'chest', into: Rect): ViewGeometry {
  return {
    view,
    box: BOX,
    plates: [alone(view, into)],
    labels: FROM_THE_FRONT.map(label => ({ ...label, y: 444 })),
    keepOut: [{ x: 0, y: 0, width: 344, height: 34 }, ...LOWER_CORNERS],
  }
}

function headCell(plate: PlateName, x: number, y: number): PlatePlace {
  return {
    plate,
    into: { x: x + 8, y: y + 8, width: 152, height: 164 },
    cell: { x, y, width: 168, height: 178 },
    isFramed: false,
  }
}

/** Every view, as drawn in the panel of the board at 1920 x 1080. */
export const VIEW_GEOMETRY: Readonly<Record<FigureView, ViewGeometry>> = {
  front: {
    view: 'front',
    box: BOX,
    plates: [
      alone('front', WHOLE),
      {
        plate: 'headFront',
        into: { x: 223, y: 16, width: 112, height: 136 },
        cell: { x: 222, y: 14, width: 114, height: 139 },
        isFramed: true,
      },
    ],
    labels: FROM_THE_FRONT,
    keepOut: [TALLY, ...LOWER_CORNERS],
  },
  back: bodyView('back', FROM_THE_BACK),
  skeleton: bodyView('skeleton', FROM_THE_FRONT),
  organs: closeUp('organs', { x: 4, y: 44, width: 336, height: 408 }),
  chest: closeUp('chest', { x: 4, y: 58, width: 336, height: 372 }),
  head: {
    view: 'head',
    box: BOX,
    plates: [
      headCell('headFront', 0, 56),
      headCell('headBack', 176, 56),
      headCell('headRight', 0, 274),
      headCell('headLeft', 176, 274),
    ],
    labels: [
      { letter: 'R', words: '', x: 16, y: 198, isWide: true },
      { letter: null, words: 'from the front', x: 84, y: 240, isWide: true },
      { letter: 'L', words: '', x: 152, y: 198, isWide: true },
      { letter: 'L', words: '', x: 192, y: 198, isWide: true },
      { letter: null, words: 'from the back', x: 260, y: 240, isWide: true },
      { letter: 'R', words: '', x: 328, y: 198, isWide: true },
      { letter: 'R', words: 'patient’s right side', x: 84, y: 450, isWide: true },
      { letter: 'L', words: 'patient’s left side', x: 260, y: 450, isWide: true },
    ],
    keepOut: [{ x: 0, y: 0, width: 344, height: 54 }],
  },
}

/** The same layout at another size, such as for paper. */
export function scaleGeometry(geometry: ViewGeometry, factor: number): ViewGeometry {
  const scaled = (rect: Rect): Rect => ({
    x: rect.x * factor,
    y: rect.y * factor,
    width: rect.width * factor,
    height: rect.height * factor,
  })
  return {
    view: geometry.view,
    box: scaled(geometry.box),
    plates: geometry.plates.map(place => ({
      ...place,
      into: scaled(place.into),
      cell: place.cell === null ? null : scaled(place.cell),
    })),
    labels: geometry.labels.map(label => ({ ...label, x: label.x * factor, y: label.y * factor })),
    keepOut: geometry.keepOut.map(scaled),
  }
}

export interface Fit {
  readonly scale: number
  readonly dx: number
  readonly dy: number
}

/** How a plate's units become the view's units: times `scale`, plus `dx` and `dy`. */
export function fitOf({ plate, into }: PlatePlace): Fit {
  const { viewBox } = PLATES[plate]
  const scale = Math.min(into.width / viewBox.width, into.height / viewBox.height)
  return {
    scale,
    dx: into.x + (into.width - viewBox.width * scale) / 2 - viewBox.x * scale,
    dy: into.y + (into.height - viewBox.height * scale) / 2 - viewBox.y * scale,
  }
}

/** Where a plate stands in a view; throws where the view does not show it. */
export function plateIn(geometry: ViewGeometry, plate: PlateName): PlatePlace {
  const place = geometry.plates.find(one => one.plate === plate)
  if (place === undefined) throw new RangeError(`The view ${geometry.view} does not show ${plate}`)
  return place
}

/** A spot on a plate, in the view's units. */
export function toView(
  geometry: ViewGeometry,
  spot: { readonly plate: PlateName; readonly x: number; readonly y: number },
): { readonly x: number; readonly y: number } {
  const { scale, dx, dy } = fitOf(plateIn(geometry, spot.plate))
  return { x: spot.x * scale + dx, y: spot.y * scale + dy }
}

/** The x of a plate's midline in the view's units. */
export function midlineInView(geometry: ViewGeometry, plate: PlateName): number {
  const { scale, dx } = fitOf(plateIn(geometry, plate))
  return PLATES[plate].midline * scale + dx
}
