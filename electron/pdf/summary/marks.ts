import type { Fact } from '../../../shared/board/fact.ts'
import type { Certainty } from '../../../shared/case/site.ts'
import type { SvgNode } from '../definition.ts'

/** A diamond around a centre: filled when confirmed, hollow when suspected, hollow and struck through when excluded. */
export function diamondSvg(certainty: Certainty, x: number, y: number, radius: number): string {
  const points = [
    [x, y - radius],
    [x + radius, y],
    [x, y + radius],
    [x - radius, y],
  ]
  const outline = `<polygon points="${points.map(point => point.map(round).join()).join(' ')}" fill="${certainty === 'confirmed' ? '#000' : '#fff'}" stroke="#000" stroke-width="0.9"/>`
  if (certainty !== 'excluded') return outline
  const ends = { x1: x - radius, y1: y + radius, x2: x + radius, y2: y - radius }
  const place = Object.entries(ends).map(([name, value]) => `${name}="${round(value)}"`)
  return `${outline}<line ${place.join(' ')} stroke="#000" stroke-width="0.9"/>`
}

/** The mark of a site in a list, with its certainty in words for those who do not see it. */
export function diamondNode(certainty: Certainty, word: Fact): SvgNode {
  return {
    svg: `<svg width="8" height="8" viewBox="0 0 8 8">${diamondSvg(certainty, 4, 4, 3.2)}</svg>`,
    width: 8,
    alt: word.text,
    margin: [0, 0.9, 0, 0],
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
