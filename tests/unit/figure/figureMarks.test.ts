import { describe, expect, it } from 'vitest'
import type { Board, BoardSite } from '../../../shared/board/board.ts'
import { boardOf } from '../../../shared/board/boardOf.ts'
import type { Site } from '../../../shared/case/site.ts'
import { BODY_SITE_IDS } from '../../../shared/codes/bodySites.ts'
import { FIGURE_VIEWS, type FigureView } from '../../../shared/figure/figureDrawing.ts'
import {
  figureMarks,
  placeIn,
  viewCounts,
  viewShowing,
} from '../../../shared/figure/figureMarks.ts'
import {
  certaintyCounts,
  figureLines,
  leftOutLines,
  markWords,
  regionWords,
} from '../../../shared/figure/figureWords.ts'
import { VIEW_GEOMETRY } from '../../../shared/figure/viewGeometry.ts'
import { buildCase, buildEntry, buildQuantity, buildSite, entryId } from '../../support/builders.ts'

const RADIUS = 11.5

type Given = Partial<Pick<Site, 'bodySite' | 'side' | 'certainty' | 'lesions' | 'asReported'>>

function boardWith(sites: readonly Given[]): Board {
  const entries = sites.map((site, i) =>
    buildEntry(
      i + 1,
      buildSite({ role: 'distant', primary: null, lesions: null, asReported: null, ...site }),
    ),
  )
  return boardOf(buildCase(entries), { cutoff: '>=1', today: '2024-06-01' })
}

function marksOf(
  { sites }: Board,
  view: FigureView = 'front',
  open: string | null = null,
): ReturnType<typeof figureMarks<BoardSite>> {
  return figureMarks(sites, { geometry: VIEW_GEOMETRY[view], radius: RADIUS, open })
}

const LIVER = { bodySite: 'liver', side: null, certainty: 'confirmed' } as const
const KIDNEY = { bodySite: 'kidney', side: 'right', certainty: 'suspected' } as const
const BACK = { bodySite: 'skin-back', side: 'left', certainty: 'confirmed' } as const
const BONE = { bodySite: 'bone', side: null, certainty: 'suspected' } as const
const WORDS_ONLY = { bodySite: null, asReported: 'behind the ear', side: null } as const

describe('the marks of a view', () => {
  it('are one a site up to two at a place, and one with a count from three on', () => {
    for (const [count, marks] of [
      [1, 1],
      [2, 2],
      [3, 1],
      [7, 1],
    ] as const) {
      const drawn = marksOf(boardWith(Array.from({ length: count }, () => LIVER)))
      expect([count, drawn.marks.length]).toEqual([count, marks])
      expect(drawn.marks.flatMap(({ sites }) => sites)).toHaveLength(count)
    }
  })

  it('count what is recorded of the same region on another side on its own', () => {
    const left = { ...KIDNEY, side: 'left' } as const
    const drawn = marksOf(boardWith([KIDNEY, left, KIDNEY, left, KIDNEY]))
    expect(drawn.marks.map(({ side, sites }) => [side, sites.length])).toEqual([
      ['right', 3],
      ['left', 1],
      ['left', 1],
    ])
  })

  it('are drawn apart for a place that is opened, and for that place alone', () => {
    const board = boardWith([LIVER, LIVER, LIVER, KIDNEY, KIDNEY, KIDNEY])
    const [first] = board.sites
    if (first === undefined) throw new Error('no site')
    const drawn = marksOf(board, 'front', placeIn(first, 'front'))
    expect(drawn.marks.map(({ sites }) => sites.length).toSorted()).toEqual([1, 1, 1, 3])
  })

  it('have a mark for each site on paper, which cannot be opened', () => {
    const { sites } = boardWith(Array.from({ length: 9 }, () => LIVER))
    const drawn = figureMarks(sites, {
      geometry: VIEW_GEOMETRY.front,
      radius: RADIUS,
      isFlat: true,
    })
    expect(drawn.marks).toHaveLength(9)
  })

  it('leave no site out: each is marked, on another view, or listed in words', () => {
    const every = BODY_SITE_IDS.map(bodySite => ({ ...KIDNEY, bodySite }))
    const board = boardWith([...every, WORDS_ONLY])
    for (const view of FIGURE_VIEWS) {
      const { marks, elsewhere, unplaced } = marksOf(board, view)
      const named = [...marks.flatMap(({ sites }) => sites), ...elsewhere, ...unplaced]
      expect(named.map(({ entry }) => entry).toSorted()).toEqual(
        board.sites.map(({ entry }) => entry).toSorted(),
      )
      expect(viewCounts(board.sites)[view]).toBe(marks.flatMap(({ sites }) => sites).length)
    }
  })

  it('keep a site without a place for the words beside the figure, in every view', () => {
    const board = boardWith([LIVER, BONE, WORDS_ONLY])
    for (const view of FIGURE_VIEWS)
      expect(new Set(marksOf(board, view).unplaced.map(({ bodySite }) => bodySite))).toEqual(
        new Set(['bone', null]),
      )
  })
})

describe('the counts at the views', () => {
  it('are the sites that each view shows', () => {
    const board = boardWith([LIVER, KIDNEY, BACK, BONE, { ...KIDNEY, bodySite: 'skull' }])
    expect(viewCounts(board.sites)).toEqual({
      front: 3,
      back: 2,
      skeleton: 1,
      organs: 2,
      chest: 0,
      head: 1,
    })
  })
})

describe('the view that a selection turns to', () => {
  const board = boardWith([LIVER, BACK, BONE])
  const entryOf = (bodySite: string) =>
    board.sites.find(site => site.bodySite === bodySite)?.entry ?? null

  it('is the present one where that shows the site', () => {
    expect(viewShowing(board.sites, entryOf('liver'), 'front')).toBe('front')
    expect(viewShowing(board.sites, entryOf('liver'), 'organs')).toBe('organs')
  })

  it('is the first that shows it where the present one does not', () => {
    expect(viewShowing(board.sites, entryOf('liver'), 'skeleton')).toBe('front')
    expect(viewShowing(board.sites, entryOf('skin-back'), 'front')).toBe('back')
  })

  it('is none for a site without a place, and for what is no site', () => {
    expect(viewShowing(board.sites, entryOf('bone'), 'back')).toBeNull()
    expect(viewShowing(board.sites, entryId(99), 'back')).toBeNull()
    expect(viewShowing(board.sites, null, 'back')).toBeNull()
  })
})

describe('the words of the figure', () => {
  it('name number, place, side and certainty of a site', () => {
    const [mark] = marksOf(boardWith([KIDNEY])).marks
    if (mark === undefined) throw new Error('no mark')
    expect(markWords(mark)).toBe('1: Kidney, right, suspected')
  })

  it('say how many lesions are recorded where there are several, with their comparator', () => {
    const three = { ...KIDNEY, lesions: buildQuantity({ low: 3, unit: null }) }
    const more = { ...LIVER, lesions: buildQuantity({ comparator: '>=', low: 5, unit: null }) }
    // The space after a comparator is one that does not break.
    const words = marksOf(boardWith([three, more])).marks.map(mark =>
      markWords(mark).replace(/≥\s*/, '≥ '),
    )
    expect(words).toEqual([
      '1: Liver, ≥ 5 lesions, confirmed',
      '2: Kidney, right, 3 lesions, suspected',
    ])
  })

  it('say of several sites at one place how many there are, how certain, and their numbers', () => {
    const excluded = { ...LIVER, certainty: 'excluded' } as const
    const [mark] = marksOf(boardWith([LIVER, excluded, LIVER])).marks
    if (mark === undefined) throw new Error('no mark')
    expect(markWords(mark)).toBe('3 sites, Liver: 2 confirmed, 1 excluded; 1, 2, 3')
  })

  it('say that a side is not stated only where a side belongs to a full record', () => {
    expect(regionWords('kidney', null)).toBe('Kidney, side not stated, on the midline')
    expect(regionWords('kidney', 'left')).toBe('Kidney, left')
    expect(regionWords('kidney', 'bilateral')).toBe('Kidney, both sides')
    expect(regionWords('liver', null)).toBe('Liver')
    expect(certaintyCounts([{ certainty: 'suspected' }, { certainty: 'confirmed' }])).toBe(
      '1 confirmed, 1 suspected',
    )
  })

  it('say region, side, count and certainty of every mark of every view, and nothing that is not drawn', () => {
    const board = boardWith([
      LIVER,
      LIVER,
      LIVER,
      KIDNEY,
      { ...KIDNEY, side: 'left' },
      BACK,
      BONE,
      { ...KIDNEY, bodySite: 'scapula', side: null },
    ])
    for (const view of FIGURE_VIEWS) {
      const drawn = marksOf(board, view)
      const expected = new Map<string, BoardSite[]>()
      for (const { sites } of drawn.marks)
        for (const site of sites) {
          const region = regionWords(site.bodySite, site.side)
          expected.set(region, [...(expected.get(region) ?? []), site])
        }
      const lines = figureLines(drawn)
      expect(lines.map(({ region }) => region)).toEqual([...expected.keys()])
      for (const { region, text } of lines) {
        const sites = expected.get(region) ?? []
        expect(text).toContain(`: ${sites.length} site${sites.length === 1 ? '' : 's'}, `)
        expect(text).toContain(certaintyCounts(sites))
        for (const site of sites)
          expect(text).toContain(`${site.number}: ${site.certaintyWord.text}`)
      }
    }
    expect(figureLines(marksOf(board)).map(({ text }) => text)).toEqual([
      'Liver: 3 sites, 3 confirmed (1: confirmed; 2: confirmed; 3: confirmed)',
      'Scapula, side not stated, on the midline: 1 site, 1 suspected (6: suspected)',
      'Kidney, right: 1 site, 1 suspected (7: suspected)',
      'Kidney, left: 1 site, 1 suspected (8: suspected)',
    ])
    expect(leftOutLines(marksOf(board))).toEqual([
      'Not in this view: 4: Skin of the back, left, confirmed',
      'Not on the figure: 5: Bone, not further named, side not stated, suspected',
    ])
  })
})
