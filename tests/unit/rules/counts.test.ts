import { describe, expect, it } from 'vitest'
import type { Site } from '../../../shared/case/site.ts'
import { countSites } from '../../../shared/rules/counts.ts'
import { about, above, below, quantity } from '../receptors/builders.ts'
import { buildSite } from './builders.ts'

const suspected = (bodySite: string) => buildSite({ bodySite, certainty: 'suspected' })
const published: Site[] = [
  buildSite({ role: 'primary', bodySite: 'breast' }),
  buildSite({ role: 'localRecurrence', bodySite: 'chest-wall' }),
  buildSite({ bodySite: 'skin-scalp' }),
  ...['skull', 'clavicle', 'scapula', 'ilium', 'femur', 'cerebellum', 'adrenal', 'kidney'].map(
    suspected,
  ),
]

describe('the published case', () => {
  const counts = countSites(published)
  it('has 3 confirmed and 8 suspected sites', () => {
    expect(counts).toMatchObject({ confirmed: 3, suspected: 8, excluded: 0, roleNotStated: 0 })
  })
  it('counts bones as one organ', () => {
    expect(
      counts.organs.map(({ organ, confirmed, suspected: s }) => [organ, confirmed, s]),
    ).toEqual([
      ['Breast', 1, 0],
      ['Chest wall', 1, 0],
      ['Skin', 1, 0],
      ['Bone', 0, 5],
      ['Brain', 0, 1],
      ['Adrenal', 0, 1],
      ['Kidney', 0, 1],
    ])
  })
  it('says of lesions only what was counted', () => {
    expect(counts.lesionsConfirmed.text).toBe(
      'at least 1 distant lesion in 1 site; number of lesions not recorded for every site',
    )
    expect(counts.lesionsWithSuspected).toMatchObject({
      low: 9,
      high: null,
      band: 'moreThanFive',
      text: 'at least 9 distant lesions in 9 sites: more than 5',
    })
  })
})

describe('the count of distant lesions', () => {
  const lesions = (...numbers: Site['lesions'][]) =>
    countSites(numbers.map(n => buildSite({ lesions: n }))).lesionsConfirmed
  it.each([
    ['no site', [], 'none'],
    ['one lesion', [quantity(1)], 'oneToFive'],
    ['2 and 3', [quantity(2), quantity(3)], 'oneToFive'],
    ['2 and 4', [quantity(2), quantity(4)], 'moreThanFive'],
    ['1 to 5', [quantity(1, 5)], 'oneToFive'],
    ['3 to 8', [quantity(3, 8)], 'notEvaluable'],
    ['fewer than 6', [below(6)], 'oneToFive'],
    ['more than 5', [above(5)], 'moreThanFive'],
    ['more than 4', [above(4)], 'notEvaluable'],
    ['about 3', [about(3)], 'notEvaluable'],
    ['not recorded', [null], 'notEvaluable'],
    ['six sites without a number', [null, null, null, null, null, null], 'moreThanFive'],
  ])('%s', (_name, numbers, band) => {
    expect(lesions(...numbers).band).toBe(band)
  })
  it('is stated as a count', () => {
    expect(lesions(quantity(2), quantity(3)).text).toBe(
      '5 distant lesions in 2 sites: meets the 1–5 count',
    )
    expect(lesions(quantity(1)).text).toBe('1 distant lesion in 1 site: meets the 1–5 count')
  })
  it('is never a diagnosis', () => {
    for (const n of [1, 2, 3, 4, 5]) expect(lesions(quantity(n)).text).not.toMatch(/oligo/i)
  })
  it('leaves out excluded, local and unclear sites', () => {
    const counts = countSites([
      buildSite({ certainty: 'excluded', lesions: quantity(1) }),
      buildSite({ role: 'localRecurrence', lesions: quantity(1) }),
      buildSite({ role: 'notStated', lesions: quantity(1) }),
      buildSite({ role: 'distant', lesions: quantity(1) }),
    ])
    expect(counts.lesionsWithSuspected).toMatchObject({ sites: 1, low: 1, high: 1 })
    expect(counts).toMatchObject({ excluded: 1, roleNotStated: 1 })
  })
})

it('a place that is not in the list is an organ of its own words', () => {
  const counts = countSites([buildSite({ asReported: 'orbital apex' }), buildSite()])
  expect(counts.organs.map(({ organ }) => organ)).toEqual(['orbital apex', 'place not recorded'])
})
