import { assertNever } from '../../../shared/assertNever.ts'
import type { BoardLesion, BoardSite } from '../../../shared/board/board.ts'
import type { FigurePath, FigureView } from '../../../shared/figure/figureDrawing.ts'
import { type FigureMarks, figureMarks } from '../../../shared/figure/figureMarks.ts'
import { figureLines, VIEW_WORDS } from '../../../shared/figure/figureWords.ts'
import {
  type LesionMarks,
  lesionMarks,
  lesionMarkWords,
} from '../../../shared/figure/lesionMarks.ts'
import { PLATES } from '../../../shared/figure/plates.ts'
import {
  fitOf,
  type PlatePlace,
  scaleGeometry,
  VIEW_GEOMETRY,
  type ViewGeometry,
} from '../../../shared/figure/viewGeometry.ts'
import type { PictureNode } from '../definition.ts'
import { filled, type Mark, type Pen, type Picture, stroked } from '../picture.ts'
import { diamondMarks } from './marks.ts'
import { THIN } from './paper.ts'
import { pinMarks } from './pinMarks.ts'

/** Half a marker's diagonal, points; a crowded figure takes smaller ones. */
const RADIUS = 6.6
/** Points: the outline, and what lies within it. */
const OUTLINE = 0.7
const WITHIN = 0.4
/** A second view below the first, to its width. */
const SMALL = 0.62
const GAP = 4

export type FigureContent = Readonly<{
  sites: readonly BoardSite[]
  lesions: readonly BoardLesion[]
}>

/** The body with a numbered diamond at each site and a pin at each skin lesion, as vectors; the words are those of the lists. */
export function bodyFigure(content: FigureContent, width: number): PictureNode {
  const front = drawView('front', content, { width, radius: RADIUS })
  // What the front cannot show is drawn on the back, smaller; a side of the head is in neither.
  const small = { width: width * SMALL, radius: RADIUS * 0.85 }
  const onBack = { sites: front.marks.elsewhere, lesions: front.pins.elsewhere }
  const back = isEmpty(onBack) ? null : drawView('back', onBack, small)
  const onHead = { sites: [], lesions: back?.pins.elsewhere ?? [] }
  const head = isEmpty(onHead) ? null : drawView('head', onHead, small)
  const views = [
    front,
    ...(back === null || !hasMarks(back) ? [] : [back]),
    ...(head === null ? [] : [head]),
  ]
  return stackedViews(views, width)
}

function isEmpty({ sites, lesions }: FigureContent): boolean {
  return sites.length + lesions.length === 0
}

function hasMarks({ marks, pins }: DrawnView): boolean {
  return marks.marks.length + pins.marks.length > 0
}

/** Views below each other, each in the middle of a width. */
function stackedViews(views: readonly DrawnView[], width: number): PictureNode {
  let top = 0
  const drawn = views.flatMap((view, i) => {
    top += i === 0 ? 0 : GAP
    const marks = moved(view.drawn, (width - view.width) / 2, top)
    top += view.height
    return marks
  })
  return pictureOf(views, { width, height: top, marks: drawn })
}

/** Views beside each other, level at their tops. */
export function viewsBeside(views: readonly DrawnView[], gap: number): PictureNode {
  let left = 0
  const drawn = views.flatMap(view => {
    const marks = moved(view.drawn, left, -view.top)
    left += view.width + gap
    return marks
  })
  const height = Math.max(...views.map(view => view.height))
  return pictureOf(views, { width: left - gap, height, marks: drawn })
}

function pictureOf(views: readonly DrawnView[], picture: Picture): PictureNode {
  return {
    picture: { ...picture, height: Math.round(picture.height * 10) / 10 },
    alt: views.map(words).join(' '),
  }
}

export interface DrawnView {
  readonly drawn: readonly Mark[]
  readonly width: number
  readonly height: number
  /** Blank above the drawing that is left out. */
  readonly top: number
  readonly marks: FigureMarks<BoardSite>
  readonly pins: LesionMarks<BoardLesion>
}

/** One view in a width, with the marks of at most a radius. */
export function drawView(
  view: FigureView,
  { sites, lesions }: FigureContent,
  { width, radius: largest }: Readonly<{ width: number; radius: number }>,
): DrawnView {
  const geometry = scaleGeometry(VIEW_GEOMETRY[view], width / VIEW_GEOMETRY[view].box.width)
  const marks = figureMarks(sites, { geometry, radius: largest, isFlat: true })
  const pins = lesionMarks(lesions, {
    geometry,
    radius: marks.radius,
    around: marks.marks.map(({ x, y }) => ({ x, y, reach: marks.radius })),
  })
  const numbered = marks.marks.flatMap(({ sites: [site], x, y, leader }): Mark[] =>
    site === undefined
      ? []
      : [
          ...(leader === null
            ? []
            : [{ kind: 'line' as const, ...leader, pen: stroked('#000000', THIN), fading: null }]),
          ...diamondMarks(site.certainty, x, y, marks.radius),
          ...numberMarks(site, x, y, marks.radius),
        ],
  )
  return {
    drawn: [
      ...geometry.plates.flatMap(plateMarks),
      ...numbered,
      ...pins.marks.flatMap(mark => pinMarks(mark, marks.radius)),
      ...sideMarks(geometry, Math.min(10, width / 10)),
    ],
    width,
    height: geometry.box.height,
    top: 0,
    marks,
    pins,
  }
}

/** What a view says, region by region, then each skin lesion that it shows. */
function words({ marks, pins }: DrawnView): string {
  const lines = [
    ...figureLines(marks).map(({ text }) => text),
    ...pins.marks.map(({ lesion }) => lesionMarkWords(lesion)),
  ]
  return `${VIEW_WORDS[marks.view]}. ${lines.length === 0 ? 'No site is marked' : lines.join('; ')}.`
}

function plateMarks(place: PlatePlace): Mark[] {
  const { scale, dx, dy } = fitOf(place)
  const paths = PLATES[place.plate].paths.flatMap(path => strokes(path, 1 / scale))
  const { cell, isFramed } = place
  const frame: Mark[] =
    cell === null || !isFramed
      ? []
      : [
          {
            kind: 'box',
            ...cell,
            radius: 3,
            pen: { ...stroked('#8f8f8f', THIN), fill: '#ffffff' },
            hatch: null,
            fading: null,
          },
        ]
  return [...frame, { kind: 'outline', paths, scale, dx, dy }]
}

/** One path in greys; `point` is how many of the plate's units a point is. */
function strokes({ role, d, width = 1 }: FigurePath, point: number): { d: string; pen: Pen }[] {
  const edged = (fill: string, edge: string): { d: string; pen: Pen }[] => [
    { d, pen: { ...stroked(edge, WITHIN * point), fill } },
  ]
  switch (role) {
    case 'line':
      return [{ d, pen: stroked('#8c8c8c', OUTLINE * point) }]
    case 'fine':
      return [{ d, pen: stroked('#8c8c8c', WITHIN * point) }]
    case 'edge':
    case 'behind':
      return [{ d, pen: stroked('#c4c4c4', WITHIN * point) }]
    case 'organ':
      return edged('#ececec', '#cfcfcf')
    case 'organ2':
    case 'hollow':
      return edged('#dedede', '#cfcfcf')
    case 'bone':
      return edged('#f6f6f6', '#c4c4c4')
    case 'rib':
    case 'gut':
      return [
        { d, pen: stroked('#c4c4c4', width) },
        { d, pen: stroked('#f6f6f6', Math.max(width - 2 * WITHIN * point, width / 4)) },
      ]
    default:
      return assertNever(role)
  }
}

/** Marks at another place of the picture. */
function moved(marks: readonly Mark[], dx: number, dy: number): Mark[] {
  return marks.map(mark => {
    switch (mark.kind) {
      case 'line':
        return { ...mark, x1: mark.x1 + dx, x2: mark.x2 + dx, y1: mark.y1 + dy, y2: mark.y2 + dy }
      case 'polygon':
        return { ...mark, points: mark.points.map(([x, y]) => [x + dx, y + dy] as const) }
      case 'outline':
        return { ...mark, dx: mark.dx + dx, dy: mark.dy + dy }
      case 'box':
      case 'pageTotal':
      case 'words':
        return { ...mark, x: mark.x + dx, y: mark.y + dy }
      default:
        return assertNever(mark)
    }
  })
}

/** White on a filled diamond, black on white in the others. */
function numberMarks(site: BoardSite, x: number, y: number, radius: number): Mark[] {
  const size = radius * (site.number.length > 1 ? 0.84 : 1.04)
  const colour = site.certainty === 'confirmed' ? '#ffffff' : '#000000'
  const half = size * 0.3 * site.number.length
  // A number that a stroke crosses cannot be read.
  const ground: Mark[] =
    site.certainty === 'excluded'
      ? [
          {
            kind: 'box',
            x: x - half,
            y: y - size * 0.42,
            width: 2 * half,
            height: size * 0.84,
            radius: 0,
            pen: filled('#ffffff'),
            hatch: null,
            fading: null,
          },
        ]
      : []
  return [...ground, letters(site.number, x, y + size * 0.36, size, colour)]
}

/** A letter stands where the screen has it; the words below it are left to the screen. */
function sideMarks({ labels }: ViewGeometry, size: number): Mark[] {
  return labels.flatMap(({ letter, x, y }) =>
    letter === null ? [] : [letters(letter, x, y + 2 * size, size, '#000000')],
  )
}

function letters(text: string, x: number, y: number, size: number, colour: string): Mark {
  return { kind: 'words', text, x, y, size, bold: true, colour, anchor: 'middle', turned: false }
}
