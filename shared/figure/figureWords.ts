import type { Side } from '../case/common.ts'
import { CERTAINTIES, type Certainty } from '../case/site.ts'
import { bodySiteById } from '../codes/bodySites.ts'
import type { FigureView } from './figureDrawing.ts'
import { type FigureMark, type FigureMarks, type FigureSite, lesionsOf } from './figureMarks.ts'

/** The view in the switch. */
export const VIEW_LABEL = {
  front: 'Front',
  back: 'Back',
  skeleton: 'Skeleton',
  organs: 'Organs',
  chest: 'Chest',
  head: 'Head',
} as const satisfies Record<FigureView, string>

/** What a view draws, and on which side of it the patient's left lies. */
export const VIEW_WORDS = {
  front: 'Front of the body and the head; the patient’s left is at the right',
  back: 'Back of the body; the patient’s left is at the left',
  skeleton: 'Skeleton from the front; the patient’s left is at the right',
  organs: 'Organs of the trunk from the front; the patient’s left is at the right',
  chest: 'Chest wall from the front; the patient’s left is at the right',
  head: 'Head from the front, from the back and from both sides; each side is labelled',
} as const satisfies Record<FigureView, string>

const SIDE_WORDS = {
  right: 'right',
  left: 'left',
  bilateral: 'both sides',
  midline: 'midline',
} as const satisfies Record<Side, string>

/** One site in words: number, name, how many lesions where several are recorded, conflicts, certainty. */
export function siteWords(site: FigureSite): string {
  return [`${site.number}: ${site.name.text}`, ...remarks(site), site.certaintyWord.text].join(', ')
}

/** A mark in words; of several sites, how many there are, how certain, and their numbers. */
export function markWords({ sites, side }: Pick<FigureMark, 'sites' | 'side'>): string {
  const [only] = sites
  if (only !== undefined && sites.length === 1) return siteWords(only)
  return `${sites.length} sites, ${regionWords(only?.bodySite ?? null, side)}: ${certaintyCounts(sites)}; ${sites.map(site => site.number).join(', ')}`
}

/** "Kidney, right"; "Scalp, side not stated, on the midline"; "Liver" */
export function regionWords(siteId: string | null, side: Side | null): string {
  const site = siteId === null ? null : bodySiteById(siteId)
  const label = site === null ? 'Place not on the figure' : site.label
  if (side !== null) return `${label}, ${SIDE_WORDS[side]}`
  return site?.hasSides === true ? `${label}, side not stated, on the midline` : label
}

/** "1 confirmed, 3 suspected" */
export function certaintyCounts(sites: readonly { readonly certainty: Certainty }[]): string {
  return CERTAINTIES.flatMap(certainty => {
    const count = sites.filter(site => site.certainty === certainty).length
    return count === 0 ? [] : [`${count} ${certainty}`]
  }).join(', ')
}

/** One line of the text alternative: a region and a side, and every site that is marked there. */
export type RegionLine = Readonly<{ region: string; text: string }>

/** What a view's drawing says, region by region in the order of the sites' numbers. */
export function figureLines(marks: FigureMarks): RegionLine[] {
  const regions = new Map<string, FigureSite[]>()
  for (const { sites } of marks.marks)
    for (const site of sites) {
      const region = regionWords(site.bodySite, site.side)
      regions.set(region, [...(regions.get(region) ?? []), site])
    }
  return [...regions].map(([region, sites]) => ({
    region,
    text: `${region}: ${sites.length === 1 ? '1 site' : `${sites.length} sites`}, ${certaintyCounts(sites)} (${sites.map(siteInRegion).join('; ')})`,
  }))
}

/** What the drawing leaves out, in words; empty where it shows every site. */
export function leftOutLines({ elsewhere, unplaced }: FigureMarks): string[] {
  return [
    ...elsewhere.map(site => `Not in this view: ${siteWords(site)}`),
    ...unplaced.map(site => `Not on the figure: ${siteWords(site)}`),
  ]
}

function siteInRegion(site: FigureSite): string {
  return [`${site.number}: ${site.certaintyWord.text}`, ...remarks(site)].join(', ')
}

function remarks(site: FigureSite): string[] {
  const lesions = lesionsOf(site)
  return [
    ...(lesions === null ? [] : [`${lesions} lesions`]),
    ...contested(site).map(label => `conflict ${label}`),
  ]
}

/** Conflicts over where a site is, or on which side: those that its own mark can be wrong by. */
export function contested({ name }: FigureSite): readonly string[] {
  return name.conflicts
}
