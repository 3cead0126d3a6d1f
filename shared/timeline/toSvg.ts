import { FAMILIES, type Family } from '../board/board.ts'
import { FAMILY_PATTERN, type FamilyPattern } from './families.ts'
import { paperStyle } from './paperStyle.ts'
import {
  type Drawing,
  type Fade,
  fadeStops,
  type LineShape,
  pathData,
  type RectShape,
  type Role,
  type Shape,
  type TextShape,
} from './shape.ts'

export const SVG_STYLES = ['paper'] as const
export type SvgStyle = (typeof SVG_STYLES)[number]

type Part = Pick<Drawing, 'width' | 'height' | 'shapes'>

/** Patterns are drawn for the screen; on paper everything is smaller. */
const PATTERN_SCALE = 0.55

/**
 * A drawing as an SVG document of its own, in black on white with Noto Sans: for the summary, and for a file. The same
 * drawing gives the same text.
 */
export function drawingToSvg(drawing: Part, _style: SvgStyle): string {
  const { width, height, shapes } = drawing
  const defs: string[] = []
  const families = FAMILIES.filter(
    family => !isPlain(family) && shapes.some(shape => shape.role === `bar.${family}`),
  )
  defs.push(...families.map(familyPattern))
  if (shapes.some(shape => shape.role === 'hatch')) defs.push(hatchPattern())
  if (shapes.some(shape => shape.role === 'meter.open')) defs.push(stripePattern())
  const body = shapes.map((shape, i) => shapeSvg(shape, i, defs)).filter(part => part !== '')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Noto Sans">`,
    `<defs>${defs.join('')}</defs>`,
    ...body,
    '</svg>',
  ].join('\n')
}

function shapeSvg(shape: Shape, index: number, defs: string[]): string {
  switch (shape.kind) {
    case 'rect':
      return rectSvg(shape, index, defs)
    case 'line':
      return lineSvg(shape, index, defs)
    case 'path': {
      const look = lookOf(shape.role)
      return look === '' ? '' : `<path d="${pathData(shape)}"${look}/>`
    }
    case 'text':
      return textSvg(shape)
  }
}

function rectSvg(shape: RectShape, index: number, defs: string[]): string {
  const { x, y, width, height, radius, role, fade } = shape
  const pattern = patternOf(role)
  const family = familyOf(role)
  const fill = pattern === null ? (family === null ? null : groundOf(family)) : `url(#${pattern})`
  const look =
    fill === null ? lookOf(role) : attributes({ fill, ...(family === null ? {} : edge()) })
  if (look === '') return ''
  const box = attributes({
    x,
    y,
    width,
    height,
    ...(radius > 0 ? { rx: Math.min(radius, 1) } : {}),
  })
  if (fade.left === 0 && fade.right === 0) return `<rect${box}${look}/>`
  const id = `fade${index}`
  const around = {
    x: round(x - 2),
    y: round(y - 2),
    width: round(width + 4),
    height: round(height + 4),
  }
  const area = attributes(around)
  defs.push(gradient(`${id}g`, x, x + width, fade, null))
  defs.push(
    `<mask id="${id}" maskUnits="userSpaceOnUse"${area}><rect${area} fill="url(#${id}g)"/></mask>`,
  )
  return `<g mask="url(#${id})"><rect${box}${look}/></g>`
}

function edge() {
  return { stroke: '#000000', 'stroke-width': 0.6 } as const
}

function lineSvg(shape: LineShape, index: number, defs: string[]): string {
  const { x1, y1, x2, y2, role, fade } = shape
  const look = lookOf(role)
  if (look === '') return ''
  const ends = attributes({ x1, y1, x2, y2 })
  if (fade.left === 0 && fade.right === 0) return `<line${ends}${look}/>`
  const id = `line${index}`
  defs.push(gradient(id, x1, x2, fade, paperStyle(role).stroke ?? '#000000'))
  return `<line${ends}${look.replace(/stroke="[^"]*"/, `stroke="url(#${id})"`)}/>`
}

/** A fade of a colour; without one, from black to white, as a mask lets through what is light in it. */
function gradient(id: string, from: number, to: number, fade: Fade, colour: string | null): string {
  const length = Math.max(0.01, to - from)
  const stops = fadeStops({ left: fade.left / length, right: fade.right / length })
  const marks = stops.map(([offset, opacity]) => {
    const light = opacity === 1 ? '#ffffff' : '#000000'
    const look =
      colour === null ? `stop-color="${light}"` : `stop-color="${colour}" stop-opacity="${opacity}"`
    return `<stop offset="${round(offset)}" ${look}/>`
  })
  const ends = attributes({ x1: round(from), y1: 0, x2: round(to), y2: 0 })
  return `<linearGradient id="${id}" gradientUnits="userSpaceOnUse"${ends}>${marks.join('')}</linearGradient>`
}

function textSvg(shape: TextShape): string {
  const { size, weight, spans, turned, role } = shape
  const fill = paperStyle(role).fill ?? '#000000'
  const style = attributes({
    'font-size': size,
    ...(weight >= 600 ? { 'font-weight': 600 } : {}),
    fill,
  })
  return spans
    .map(({ x, y, text }) => {
      const turn = turned ? attributes({ transform: `rotate(-90 ${x} ${y})` }) : ''
      return `<text${attributes({ x, y })}${style}${turn}>${escapeXml(text)}</text>`
    })
    .join('')
}

/** Attributes of a role's look; empty where it is not drawn on paper. */
function lookOf(role: Role): string {
  const { fill, stroke, strokeWidth, dash } = paperStyle(role)
  if (fill === null && stroke === null) return ''
  return attributes({
    fill: fill ?? 'none',
    ...(stroke === null ? {} : { stroke, 'stroke-width': strokeWidth }),
    ...(dash === null ? {} : { 'stroke-dasharray': dash }),
  })
}

function patternOf(role: Role): string | null {
  if (role === 'hatch') return 'hatch'
  if (role === 'meter.open') return 'stripes'
  const family = familyOf(role)
  return family === null || isPlain(family) ? null : `family-${family}`
}

function familyOf(role: Role): Family | null {
  return FAMILIES.find(one => role === `bar.${one}`) ?? null
}

/** A family without strokes and dots is filled evenly: tiles would show their seams. */
function isPlain(family: Family): boolean {
  const { strokes, dots }: FamilyPattern = FAMILY_PATTERN[family]
  return strokes.length === 0 && dots.length === 0
}

function groundOf(family: Family): string {
  return FAMILY_PATTERN[family].ground === 'full' ? '#8c8c8c' : '#ffffff'
}

/** Black on white, told apart by the pattern alone; endocrine, which has none, is an even grey. */
function familyPattern(family: Family): string {
  const pattern: FamilyPattern = FAMILY_PATTERN[family]
  const tile = round(pattern.tile * PATTERN_SCALE)
  const scaled = (value: number) => round(value * PATTERN_SCALE)
  const strokes = pattern.strokes.map(([x1, y1, x2, y2]) => {
    const ends = attributes({ x1: scaled(x1), y1: scaled(y1), x2: scaled(x2), y2: scaled(y2) })
    const width = Math.max(0.5, scaled(pattern.strokeWidth))
    return `<line${ends} stroke="#000000" stroke-width="${width}"/>`
  })
  const dots = pattern.dots.map(
    ({ x, y, radius }) =>
      `<circle cx="${scaled(x)}" cy="${scaled(y)}" r="${scaled(radius)}" fill="#000000"/>`,
  )
  return tileSvg(`family-${family}`, tile, [
    `<rect width="${tile}" height="${tile}" fill="${groundOf(family)}"/>`,
    ...strokes,
    ...dots,
  ])
}

function hatchPattern(): string {
  return tileSvg('hatch', 3, [
    '<path d="M-0.75 0.75 0.75 -0.75M0 3 3 0M2.25 3.75 3.75 2.25" fill="none" stroke="#808080" stroke-width="0.5"/>',
  ])
}

function stripePattern(): string {
  return tileSvg('stripes', 1.6, ['<rect width="0.8" height="1.6" fill="#000000"/>'])
}

function tileSvg(id: string, tile: number, content: readonly string[]): string {
  return `<pattern id="${id}" width="${tile}" height="${tile}" patternUnits="userSpaceOnUse">${content.join('')}</pattern>`
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, one => `&#${one.charCodeAt(0)};`)
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
