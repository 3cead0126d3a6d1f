import { describe, expect, test } from 'vitest'
import { RATES, type RatedMarker } from '../../../electron/demo/synthetic/rates.ts'
import { syntheticCase } from '../../../electron/demo/synthetic/syntheticCase.ts'
import { boardOf } from '../../../shared/board/boardOf.ts'
import { Case, entriesOf } from '../../../shared/case/entry.ts'
import type { Specimen } from '../../../shared/case/specimen.ts'
import { brokenRules } from '../../../shared/history/caseRules.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { nhsNumberProblem } from '../../../shared/patient/nhsNumber.ts'
import { statusOf } from '../../../shared/receptors/callKind.ts'
import { callIn } from '../../../shared/receptors/compare.ts'

const SEEDS = Array.from({ length: 120 }, (_, seed) => seed)
const MARKERS = ['ER', 'PR', 'HER2'] as const satisfies readonly RatedMarker[]

type Status = boolean | null

/** Positive or negative at 1 %, as the product itself calls it; null where it cannot be said. */
function statusIn({ id, body }: { id: EntryId; body: Specimen }, marker: RatedMarker): Status {
  const { label, results } = body
  const { possible } = callIn({ id, label, results, settled: new Map() }, marker, '>=1')
  const statuses = new Set(possible.map(statusOf))
  return statuses.size === 1 ? statuses.has('positive') : null
}

function share(of: readonly boolean[]): number {
  return of.filter(Boolean).length / of.length
}

/** Four standard errors of a share: one run in many thousands would lie outside, and this run is always the same. */
function tolerance(rate: number, n: number): number {
  return 4 * Math.sqrt((rate * (1 - rate)) / n)
}

describe('a synthetic case', () => {
  test('is the same at every run for a seed, and another for another seed', () => {
    expect(syntheticCase(7)).toEqual(syntheticCase(7))
    expect(syntheticCase(7)).not.toEqual(syntheticCase(8))
  })

  test('parses by the schemas without a change, keeps the rules of a case and gives a board', () => {
    for (const seed of SEEDS) {
      const made = syntheticCase(seed)
      expect(Case.parse(made)).toEqual(made)
      expect(brokenRules(made.entries, new Set(made.entries.map(entry => entry.id)))).toEqual([])
      expect(boardOf(made, { cutoff: '>=1', today: '2026-11-22' }).specimens).toHaveLength(
        entriesOf(made, 'specimen').length,
      )
    }
  })

  test('has as many entries as asked for, each under an id of its own', () => {
    for (const seed of SEEDS) {
      const { entries } = syntheticCase(seed, { entries: 60 })
      expect(new Set(entries.map(entry => entry.id)).size).toBe(60)
    }
    expect(() => syntheticCase(1, { entries: 5 })).toThrow(RangeError)
  })

  test('is plainly synthetic by its name and its numbers', () => {
    for (const seed of SEEDS) {
      const { details } = syntheticCase(seed).patient
      expect(details.familyName).toMatch(/ Testfall-\d{4}$/)
      for (const { kind, value } of details.identifiers)
        if (kind === 'nhs')
          expect([value.slice(0, 3), nhsNumberProblem(value)]).toEqual(['999', null])
        else expect(value).toMatch(/^TEST \d{7}$/)
    }
  })

  test('holds what makes real cases hard: dates of every precision, and results missing for every reason', () => {
    const text = SEEDS.map(seed => JSON.stringify(syntheticCase(seed))).join('')
    for (const piece of [
      ...['"kind":"date"', '"kind":"between"', '"kind":"relative"', '"kind":"missing"'],
      ...['"date":"2015"', '"approximate":true', '"type":"ordinal"', '"type":"elapsed"'],
      ...['"missing":"notDone"', '"missing":"pending"', '"missing":"notAssessable"'],
    ])
      expect(text, piece).toContain(piece)
  })
})

describe('receptors of many synthetic cases', () => {
  const specimens = Array.from({ length: 2500 }, (_, seed) =>
    entriesOf(syntheticCase(seed), 'specimen'),
  )
  const pairsOf = (marker: RatedMarker, which: 'first' | 'later') =>
    specimens
      .flatMap(row =>
        row
          .slice(1)
          .map((metastasis, at) => [row[at], metastasis] as const)
          .slice(...(which === 'first' ? [0, 1] : [1])),
      )
      .flatMap(([from, to]) => {
        if (from === undefined) return []
        const [before, after] = [statusIn(from, marker), statusIn(to, marker)]
        return before === null || after === null ? [] : [{ before, after }]
      })

  test.each(MARKERS)(
    '%s is lost and gained between primary and metastasis as published',
    marker => {
      const pairs = pairsOf(marker, 'first')
      const changesFrom = (before: boolean) =>
        pairs.filter(pair => pair.before === before).map(pair => pair.after !== before)
      const { loss, gain, positiveInPrimary } = RATES[marker]
      const [lost, gained] = [changesFrom(true), changesFrom(false)]
      expect(Math.abs(share(lost) - loss)).toBeLessThan(tolerance(loss, lost.length))
      expect(Math.abs(share(gained) - gain)).toBeLessThan(tolerance(gain, gained.length))
      const positive = share(pairs.map(pair => pair.before))
      expect(Math.abs(positive - positiveInPrimary)).toBeLessThan(
        tolerance(positiveInPrimary, pairs.length),
      )
    },
  )

  test.each(MARKERS)('%s differs from one metastasis to the next as published', marker => {
    const changed = pairsOf(marker, 'later').map(({ before, after }) => before !== after)
    const { laterChange } = RATES[marker]
    expect(Math.abs(share(changed) - laterChange)).toBeLessThan(
      tolerance(laterChange, changed.length),
    )
  })
})
