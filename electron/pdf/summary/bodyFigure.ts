import type { BoardSite } from '../../../shared/board/board.ts'
import { sitePartOf } from '../../../shared/figure/bodyRegions.ts'
import type { FigureDrawing, FigureName, FigureRole } from '../../../shared/figure/figureDrawing.ts'
import {
  BOARD_GEOMETRY,
  type FigureGeometry,
  fitOf,
  scaleGeometry,
} from '../../../shared/figure/figureGeometry.ts'
import { FRONT_FIGURE } from '../../../shared/figure/frontFigure.ts'
import { HEAD_FIGURE } from '../../../shared/figure/headFigure.ts'
import { placeMarkers } from '../../../shared/figure/placeMarkers.ts'
import type { PictureNode } from '../definition.ts'
import { filled, type Mark, type Pen, stroked } from '../picture.ts'
import { diamondMarks } from './marks.ts'
import { THIN } from './paper.ts'

/** Half a marker's diagonal, points; a crowded figure takes smaller ones. */
const RADIUS = 6.6
const PENS: Record<FigureRole, Pen> = {
  line: filled('#8c8c8c'),
  organ: filled('#e6e6e6'),
  organ2: filled('#d8d8d8'),
  bone: filled('#efefef'),
  skull: stroked('#c4c4c4', 0.6),
}

/** The body with a numbered diamond at each site, as vectors; the words are those of the site list. */
export function bodyFigure(sites: readonly BoardSite[], width: number): PictureNode {
  const geometry = scaleGeometry(BOARD_GEOMETRY, width / BOARD_GEOMETRY.box.width)
  const height = Math.round((geometry.front.y + geometry.front.height + 6) * 10) / 10
  const { radius, markers } = placeMarkers(
    sites.map(site => ({ site, siteId: site.bodySite, side: site.side, part: partOf(site) })),
    RADIUS,
    geometry,
  )
  const numbered = markers.flatMap(({ site, x, y, leader }): Mark[] => [
    ...(leader === null
      ? []
      : [{ kind: 'line' as const, ...leader, pen: stroked('#000000', THIN), fading: null }]),
    ...diamondMarks(site.certainty, x, y, radius),
    ...numberMarks(site, x, y, radius),
  ])
  return {
    picture: {
      width,
      height,
      marks: [
        figureMark('front', FRONT_FIGURE, geometry),
        insetMark(geometry),
        figureMark('head', HEAD_FIGURE, geometry),
        ...numbered,
        sideMark('R', 0.13 * width, height - 8),
        sideMark('L', 0.87 * width, height - 8),
      ],
    },
    alt: `Body figure from the front, the patient’s right on the left side. ${sites
      .map(site => `${site.number} ${site.name.text}: ${site.certaintyWord.text}`)
      .join('; ')}`,
  }
}

function partOf(site: BoardSite) {
  return sitePartOf(site.name.text)
}

function figureMark(name: FigureName, drawing: FigureDrawing, geometry: FigureGeometry): Mark {
  const { scale, dx, dy } = fitOf(name, geometry)
  const paths = drawing.paths.map(({ role, d }) => ({ d, pen: PENS[role] }))
  return { kind: 'outline', paths, scale, dx, dy }
}

function insetMark({ inset }: FigureGeometry): Mark {
  const pen = { ...stroked('#8f8f8f', THIN), fill: '#ffffff' }
  return { kind: 'box', ...inset, radius: 3, pen, hatch: null, fading: null }
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

function sideMark(letter: string, x: number, y: number): Mark {
  return letters(letter, x, y, 10, '#000000')
}

function letters(text: string, x: number, y: number, size: number, colour: string): Mark {
  return { kind: 'words', text, x, y, size, bold: true, colour, anchor: 'middle', turned: false }
}
