import { describe, expect, it } from 'vitest'
import { boardOf } from '../../../shared/board/boardOf.ts'
import { caseCounts } from '../../../shared/rules/caseCounts.ts'
import { missingReceptors } from '../../../shared/rules/missingReceptors.ts'
import { parseMarkerText } from '../../../shared/values/parseMarkerText.ts'
import { result } from '../receptors/builders.ts'
import { buildCase, buildSpecimen } from '../rules/builders.ts'

/** A case with one specimen, its result typed as a report words it. */
function caseWith(marker: string, typed: string) {
  const read = parseMarkerText(marker, typed)
  if (!read.ok || read.value.kind !== 'reading') throw new Error('not a reading')
  return buildCase([buildSpecimen({ results: [result(marker, read.value.reading)] })])
}

function said(marker: string, typed: string) {
  const board = boardOf(caseWith(marker, typed), { cutoff: '>=1', today: '2026-12-01' })
  const found = board.specimens[0]?.results.find(one => one.marker === marker)
  if (found === undefined) throw new Error('no result')
  const quotes = found.details.filter(({ tone }) => tone === 'quote').map(({ text }) => text)
  return { value: found.value.text, call: found.call?.text ?? null, quotes }
}

describe('what a report says beyond the value stands on the board', () => {
  it.each([
    ['ER', '80 % (heterogeneous)', '80 %'],
    ['ER', '80 %, weak to moderate', '80 %'],
    ['HER2', 'Negative (Outside Positive)', 'negative'],
    ['HER2', '1+ (outside 3+)', 'IHC 1+'],
  ])('%s %s', (marker, typed, value) => {
    const { value: shown, quotes } = said(marker, typed)
    expect(shown.replaceAll(/\s/g, ' ')).toBe(value)
    expect(quotes.join()).toContain(typed)
  })

  it.each([
    ['ER', '80 % positive'],
    ['ER', '80 % of tumour cells, strongly positive'],
    ['PR', 'a positive rate of 5%'],
    ['HER2', 'Her-2 was negative'],
    ['HER2', '2+, FISH not amplified'],
  ])('nothing is said twice of %s %s', (marker, typed) => {
    expect(said(marker, typed).quotes).toEqual([])
  })
})

describe('HER2 whose words were not read', () => {
  const WORDS = '3+ heterogeneous 20%'
  const detailsOf = (typed: string) => {
    const board = boardOf(caseWith('HER2', typed), { cutoff: '>=1', today: '2026-12-01' })
    const her2 = board.specimens[0]?.results.find(one => one.marker === 'HER2')
    return [...(her2?.details ?? []), ...board.receptorRemarks].map(({ text }) => text).join('; ')
  }
  it('is not said to lack the score and the ISH that its words may hold', () => {
    expect(said('HER2', WORDS).value).toBe(WORDS)
    expect(detailsOf(WORDS)).toContain('IHC score and ISH not read from the words')
    expect(detailsOf(WORDS)).not.toContain('not recorded')
    expect(detailsOf('negative')).toContain('IHC score, ISH not recorded')
  })
  it('is still among what is missing, by its words', () => {
    const missing = missingReceptors(caseWith('HER2', WORDS))
    expect(missing.find(({ id }) => id === 'her2Method')?.detail).toContain('only in words')
    const bare = missingReceptors(caseWith('HER2', 'negative'))
    expect(bare.find(({ id }) => id === 'her2Method')?.detail).not.toContain('only in words')
  })
})

describe('an ISH that the report awaits', () => {
  it('is a part of the value and the reason of the call', () => {
    expect(said('HER2', '2+ ISH pending')).toMatchObject({
      value: 'IHC 2+, ISH pending',
      call: 'equivocal, ISH pending',
    })
  })
  it('counts as an awaited result', () => {
    expect(caseCounts(caseWith('HER2', '2+ ISH pending')).awaited).toBe(1)
    expect(caseCounts(caseWith('HER2', '2+ ISH not done')).awaited).toBe(0)
  })
})
