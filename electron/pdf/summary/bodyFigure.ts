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
import type { SvgNode } from '../definition.ts'
import { escapeSvg } from '../svgText.ts'
import { diamondSvg } from './marks.ts'
import { THIN } from './paper.ts'

/** Half a marker's diagonal, points; a crowded figure takes smaller ones. */
const RADIUS = 6.6
const INKS: Record<FigureRole, string> = {
  line: 'fill="#8c8c8c"',
  organ: 'fill="#e6e6e6"',
  organ2: 'fill="#d8d8d8"',
  bone: 'fill="#efefef"',
  skull: 'fill="none" stroke="#c4c4c4" stroke-width="0.6"',
}

/** The body with a numbered diamond at each site, as vectors; the words are those of the site list. */
export function bodyFigure(sites: readonly BoardSite[], width: number): SvgNode {
  const geometry = scaleGeometry(BOARD_GEOMETRY, width / BOARD_GEOMETRY.box.width)
  const height = Math.round((geometry.front.y + geometry.front.height + 6) * 10) / 10
  const { radius, markers } = placeMarkers(
    sites.map(site => ({ site, siteId: site.bodySite, side: site.side, part: partOf(site) })),
    RADIUS,
    geometry,
  )
  const marks = markers.map(({ site, x, y, leader }) => {
    const line =
      leader === null
        ? ''
        : `<line x1="${round(leader.x1)}" y1="${round(leader.y1)}" x2="${round(leader.x2)}" y2="${round(leader.y2)}" stroke="#000" stroke-width="${THIN}"/>`
    return `${line}${diamondSvg(site.certainty, x, y, radius)}${numberSvg(site, x, y, radius)}`
  })
  return {
    svg: `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${[
      figureSvg('front', FRONT_FIGURE, geometry),
      insetSvg(geometry),
      figureSvg('head', HEAD_FIGURE, geometry),
      ...marks,
      sideSvg('R', 0.13 * width, height - 8),
      sideSvg('L', 0.87 * width, height - 8),
    ].join('')}</svg>`,
    width,
    height,
    alt: `Body figure from the front, the patient’s right on the left side. ${sites
      .map(site => `${site.number} ${site.name.text}: ${site.certaintyWord.text}`)
      .join('; ')}`,
  }
}

function partOf(site: BoardSite) {
  return sitePartOf(site.name.text)
}

function figureSvg(name: FigureName, drawing: FigureDrawing, geometry: FigureGeometry): string {
  const { scale, dx, dy } = fitOf(name, geometry)
  const paths = drawing.paths.map(({ role, d }) => `<path ${INKS[role]} d="${d}"/>`)
  return `<g transform="translate(${round(dx)} ${round(dy)}) scale(${scale.toFixed(5)})">${paths.join('')}</g>`
}

function insetSvg({ inset }: FigureGeometry): string {
  return `<rect x="${round(inset.x)}" y="${round(inset.y)}" width="${round(inset.width)}" height="${round(inset.height)}" rx="3" fill="#fff" stroke="#8f8f8f" stroke-width="${THIN}"/>`
}

/** White on a filled diamond, black on white in the others. */
function numberSvg(site: BoardSite, x: number, y: number, radius: number): string {
  const size = radius * (site.number.length > 1 ? 0.84 : 1.04)
  const ink = site.certainty === 'confirmed' ? '#fff' : '#000'
  // A number that a stroke crosses cannot be read.
  const half = size * 0.3 * site.number.length
  const ground =
    site.certainty === 'excluded'
      ? `<rect x="${round(x - half)}" y="${round(y - size * 0.42)}" width="${round(2 * half)}" height="${round(size * 0.84)}" fill="#fff"/>`
      : ''
  return `${ground}<text x="${round(x)}" y="${round(y + size * 0.36)}" font-size="${round(size)}" font-weight="600" text-anchor="middle" fill="${ink}">${escapeSvg(site.number)}</text>`
}

function sideSvg(letter: string, x: number, y: number): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="10" font-weight="600" text-anchor="middle">${letter}</text>`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
