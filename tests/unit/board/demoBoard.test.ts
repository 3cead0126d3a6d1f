import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoCase } from '../../../electron/demo/demoCase.ts'
import type { Board } from '../../../shared/board/board.ts'
import { boardOf } from '../../../shared/board/boardOf.ts'
import { collectFacts } from '../../../shared/board/fact.ts'
import type { Case } from '../../../shared/case/entry.ts'
import type { CutoffId } from '../../../shared/receptors/cutoffId.ts'

const DEMO = join(import.meta.dirname, '../../../resources/demo/wu-2024.json')

let demo: Case
beforeAll(async () => {
  demo = await demoCase(DEMO)
})

function board(cutoff: CutoffId = '>=1'): Board {
  return boardOf(demo, { cutoff, today: '2026-11-22' })
}

/** The calls of one marker in the order A, C, D, E: what is reported alone where the call adds nothing. */
function calls(marker: string, cutoff: CutoffId): string[] {
  return board(cutoff)
    .specimens.filter(specimen => specimen.hasReceptors)
    .map(specimen => {
      const result = specimen.results.find(one => one.marker === marker)
      return result?.call?.text ?? result?.value.text ?? ''
    })
}

describe('the published case on its board', () => {
  it('counts what the paper reports', () => {
    const { counts, specimens, conflicts, missing, systemic, local } = board()
    expect(counts.confirmed.text).toBe('3 confirmed')
    expect(counts.suspected.text).toBe('8 suspected')
    expect(counts.excluded).toBeNull()
    expect(counts.specimens.text).toBe('5 specimens, 4 with receptors')
    expect(specimens.map(specimen => specimen.label)).toEqual(['A', 'B', 'C', 'D', 'E'])
    expect(conflicts.map(conflict => conflict.label)).toEqual(
      Array.from({ length: 24 }, (_, i) => `X${i + 1}`),
    )
    expect(systemic.length + local.length).toBe(8)
    expect(missing.map(item => item.fact.text)).toEqual([
      'question',
      'identifiers',
      'ECOG',
      'allergies',
      'germline',
      'TNM',
      'HER2 of E',
      'HER2 IHC score and ISH',
      'bone lesion type',
      'radiotherapy dose and field',
      'treatment dates',
      'response: method and date',
      'tumour markers',
      'skin lesion size, presentation',
      'key worker',
      'patient’s wishes',
    ])
  })

  it('tells the course in one line of recorded facts', () => {
    expect(board().story.map(fact => fact.text)).toEqual([
      'Right breast cancer',
      'right chest wall, 11th month',
      'scalp, 32nd month (May-2022)',
      '8 more sites suspected, none biopsied',
    ])
  })

  // CLINICAL 1.8, row by row.
  it.each([
    ['ER', '>=1', ['positive', 'positive', 'positive', 'low positive']],
    ['ER', '>10', ['positive', 'positive', 'positive', 'negative']],
    ['ER', '>=10', ['positive', 'positive', 'positive', 'positive']],
    ['PR', '>=1', ['positive', 'positive', 'positive', 'negative']],
    ['PR', '>10', ['negative', 'undecidable (90 or 9)', 'positive', 'negative']],
    ['HER2', '>=1', ['negative', 'negative', 'negative', 'not reported']],
    ['HER2', '>10', ['negative', 'negative', 'negative', 'not reported']],
  ] as const)('calls %s at %s as CLINICAL 1.8 says', (marker, cutoff, expected) => {
    expect(calls(marker, cutoff)).toEqual(expected)
  })

  it('flags the changes of the scalp specimen under each rule', () => {
    const flags = (cutoff: CutoffId) =>
      board(cutoff)
        .specimens.at(-1)
        ?.results.map(result => result.flag?.fact.text ?? null)
    expect(flags('>=1')).toEqual(['positive → low positive', 'positive → negative', null, null])
    expect(flags('>10')).toEqual(['positive → negative', 'positive → negative', null, null])
    expect(flags('>=10')).toEqual([null, 'positive → negative', null, null])
  })

  it('classifies no subtype from a missing receptor, under any rule', () => {
    for (const cutoff of ['>=1', '>=10', '>10'] as const) {
      const of = board(cutoff)
      expect(of.specimens.at(-1)?.subtype?.label.text).toBe('not classifiable')
      const words = collectFacts(of).map(fact => fact.text.toLowerCase())
      expect(words.filter(text => /triple.?negative|tnbc/.test(text))).toEqual([])
    }
  })

  it('keeps both readings and the digits of the report', () => {
    const pr = board().specimens.map(
      specimen => specimen.results.find(result => result.marker === 'PR')?.value,
    )
    expect(pr[0]).toMatchObject({
      text: '3\u2009% | 5\u2009%',
      conflicts: ['X1'],
    })
    expect(pr[2]).toMatchObject({ text: '90\u2009% | 9\u2009%', conflicts: ['X2'] })
    const sizes = board().sites[0]?.details.map(fact => fact.text)
    expect(sizes).toContain('2.6 × 2.2 × 2.0 cm (pathology)')
  })

  it('prints no day that the paper does not state', () => {
    const texts = collectFacts(board()).map(fact => fact.text)
    expect(texts.filter(text => /\d\d-[A-Z][a-z]{2}-\d{4}/.test(text))).toEqual([])
    const months = texts.flatMap(text => text.match(/[A-Z][a-z]{2}-\d{4}/g) ?? [])
    expect([...new Set(months)].toSorted()).toEqual(['Mar-2023', 'May-2022'])
  })

  it('gives every fact an id of its own', () => {
    const byId = new Map<string, Set<string>>()
    for (const fact of collectFacts(board())) {
      byId.set(fact.id, (byId.get(fact.id) ?? new Set()).add(fact.text))
    }
    const twice = [...byId].filter(([id, texts]) => texts.size > 1 && !SHORT_FORMS.test(id))
    expect(twice).toEqual([])
  })

  it('places what counts from surgery as stated, and the calendar as derived', () => {
    const [axis] = board().axes
    const scalp = board().sites.find(site => site.name.text.startsWith('Scalp'))?.entry
    const radiotherapy = board().local.at(-1)?.entry
    expect(axis?.id).toBe('surgery')
    expect(axis?.places[`${scalp ?? missing()}:start`]).toMatchObject({
      low: 31,
      high: 32,
      derived: false,
    })
    // March 2023 lies 10 to 10.97 months after the first of May 2022, which lies in the 32nd month.
    expect(axis?.places[`${radiotherapy ?? missing()}:start`]?.derived).toBe(true)
  })
})

/** A site's date and name have a short form beside the full one. */
const SHORT_FORMS = /^site\..*\.(firstSeen|name)$/

function missing(): never {
  throw new Error('not on the board')
}
