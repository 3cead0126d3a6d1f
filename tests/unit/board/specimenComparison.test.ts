import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoCase } from '../../../electron/demo/demoCase.ts'
import { boardOf } from '../../../shared/board/boardOf.ts'
import {
  type ComparisonRow,
  defaultPair,
  type SpecimenComparison,
  specimenComparison,
} from '../../../shared/board/specimenComparison.ts'
import { type Case, entriesOf } from '../../../shared/case/entry.ts'
import type { Specimen } from '../../../shared/case/specimen.ts'
import type { EntryId } from '../../../shared/ids.ts'
import type { CutoffId } from '../../../shared/receptors/cutoffId.ts'
import { missing, percents, result } from '../receptors/builders.ts'

const DEMO = join(import.meta.dirname, '../../../resources/demo/wu-2024.json')

let demo: Case
beforeAll(async () => {
  demo = await demoCase(DEMO)
})

function idOf(of: Case, label: string): EntryId {
  const found = entriesOf(of, 'specimen').find(({ body }) => body.label === label)
  if (found === undefined) throw new Error(`no specimen ${label}`)
  return found.id
}

function compare(pair: string, cutoff: CutoffId = '>=1', of: Case = demo): SpecimenComparison {
  const [first = '', second = ''] = pair
  const ids = { first: idOf(of, first), second: idOf(of, second) }
  const comparison = specimenComparison(of, { cutoff, ...ids })
  if (comparison === null) throw new Error('not compared')
  return comparison
}

function rowOf({ receptors, pathology }: SpecimenComparison, key: string): ComparisonRow {
  const row = [...receptors, ...pathology].find(one => one.key === key)
  if (row === undefined) throw new Error(`no row ${key}`)
  return row
}

/** A row as it reads: likeness, remarks, flag. */
function said(pair: string, key: string, cutoff: CutoffId = '>=1', of: Case = demo): string {
  const { likeness, remarks, flag } = rowOf(compare(pair, cutoff, of), key)
  const words = remarks.map(fact => fact.text.replaceAll('\u2009', ' ')).join('; ')
  return [likeness, words, ...(flag === null ? [] : [`${flag.direction} ${flag.fact.text}`])].join(
    ' / ',
  )
}

/** The demo with one specimen written otherwise. */
function changed(label: string, change: Partial<Specimen>): Case {
  const id = idOf(demo, label)
  const entries = demo.entries.map(entry =>
    entry.id === id && entry.body.kind === 'specimen'
      ? { ...entry, body: { ...entry.body, ...change } }
      : entry,
  )
  return { ...demo, entries }
}

const BOUNDARY = '10 % in E lies on a boundary: the call turns on the rule'

// CLINICAL 1.8: the matrix, pair by pair and rule by rule.
describe('two specimens of the published case', () => {
  it.each([
    ['AC', '>=1', 'differs / 80 % → 90 %; call unchanged: positive'],
    ['AC', '>=10', 'differs / 80 % → 90 %; call unchanged: positive'],
    ['AC', '>10', 'differs / 80 % → 90 %; call unchanged: positive'],
    ['CD', '>=1', 'differs / 90 % → 80 %; call unchanged: positive'],
    ['CD', '>10', 'differs / 90 % → 80 %; call unchanged: positive'],
    ['AD', '>=1', 'same / the same value: 80 %; call unchanged: positive'],
    [
      'DE',
      '>=1',
      `differs / 80 % → 10 %; change of category, not a conversion; ${BOUNDARY} / down positive → low positive`,
    ],
    ['DE', '>=10', `differs / 80 % → 10 %; call unchanged: positive; ${BOUNDARY}`],
    [
      'DE',
      '>10',
      `differs / 80 % → 10 %; conversion: receptor lost; ${BOUNDARY} / down positive → negative`,
    ],
  ] as const)('tell of ER in %s at %s', (pair, cutoff, words) => {
    expect(said(pair, 'ER', cutoff)).toBe(words)
  })

  it.each([
    ['AC', '>=1', 'differs / 3 % | 5 % → 90 % | 9 %; call unchanged: positive'],
    [
      'AC',
      '>=10',
      'undecidable / 3 % | 5 % → 90 % | 9 %; change of the call undecidable: negative → undecidable (90 or 9)',
    ],
    [
      'AC',
      '>10',
      'undecidable / 3 % | 5 % → 90 % | 9 %; change of the call undecidable: negative → undecidable (90 or 9)',
    ],
    [
      'CD',
      '>=1',
      'undecidable / 90 % | 9 % → 50 %: down from 90 %, or up from 9 %: undecidable; call unchanged: positive',
    ],
    [
      'CD',
      '>10',
      'undecidable / 90 % | 9 % → 50 %: down from 90 %, or up from 9 %: undecidable; change of the call undecidable: undecidable (90 or 9) → positive',
    ],
    [
      'DE',
      '>=1',
      'differs / 50 % → negative; conversion: receptor lost / down positive → negative',
    ],
    [
      'DE',
      '>=10',
      'differs / 50 % → negative; conversion: receptor lost / down positive → negative',
    ],
    [
      'DE',
      '>10',
      'differs / 50 % → negative; conversion: receptor lost / down positive → negative',
    ],
    [
      'AE',
      '>10',
      'notEvaluable / 3 % | 5 % → negative: values of two kinds, not comparable; call unchanged: negative',
    ],
  ] as const)('tell of PR in %s at %s', (pair, cutoff, words) => {
    expect(said(pair, 'PR', cutoff)).toBe(words)
  })

  it.each(['>=1', '>=10', '>10'] as const)(
    'say nothing of a change of HER2 where it was not reported, at %s',
    cutoff => {
      expect(said('DE', 'HER2', cutoff)).toBe(
        'notEvaluable / change not evaluable: not reported in E',
      )
      expect(said('CD', 'HER2', cutoff)).toBe(
        'same / the same value: negative; call unchanged: negative',
      )
      const { first, second } = rowOf(compare('DE', cutoff), 'HER2')
      expect(first.call?.text).toBe('negative, as reported')
      expect(second.call).toBeNull()
      expect(second.recorded.map(({ text, tone }) => [text, tone])).toEqual([
        ['not reported', 'missing'],
      ])
    },
  )

  it('make no call of Ki-67, and no subtype of a missing receptor', () => {
    expect(said('DE', 'Ki-67')).toBe('differs / 50 % → 20 %')
    expect(rowOf(compare('DE'), 'Ki-67').first.call).toBeNull()
    expect(said('DE', 'subtype')).toBe('notEvaluable / change not evaluable: not classified in E')
    expect(said('CD', 'subtype')).toBe('same / ')
  })

  it('keep both readings, the method of the one it belongs to, and the conflict on the side it touches', () => {
    const { first, second } = rowOf(compare('AC'), 'PR')
    expect(first.recorded.map(({ text }) => text.replaceAll('\u2009', ' '))).toEqual([
      '3 % | 5 %',
      '5 %: immunohistochemistry',
    ])
    expect(first.recorded[0]?.conflicts).toEqual(['X1'])
    expect(second.recorded[0]?.conflicts).toEqual(['X2'])
  })

  it.each([
    ['AC', 'C after A; how long after is not recorded'],
    ['BC', 'taken at the same time'],
    ['CD', 'D after C by at least 10 months'],
    ['CE', 'E after C by at least 31 months'],
    ['AE', 'E after A by at least 31 months'],
    ['DE', 'time between them not evaluable: no latest date of D, E recorded'],
  ])('say of the time between %s only what follows from recorded bounds', (pair, words) => {
    expect(compare(pair).between.text).toBe(words)
  })

  it('tell a change from the older to the newer, on whichever side they stand', () => {
    const [forth, back] = [compare('DE'), compare('ED')]
    expect(back.direction.text).toBe('from D to E')
    expect(back.first.name.text).toBe('E (scalp, after the 32nd month (May-2022))')
    expect(back.second.name.text).toBe('D (right chest wall, after the 11th month)')
    expect(back.between).toEqual(forth.between)
    expect(said('ED', 'PR')).toBe(said('DE', 'PR'))
    expect(rowOf(back, 'PR').first).toEqual(rowOf(forth, 'PR').second)
  })

  it('name what is recorded of one only, of neither, and every conflict about either', () => {
    const comparison = compare('CD')
    expect(said('CD', 'grade')).toBe('notEvaluable / recorded of C only')
    expect(rowOf(comparison, 'grade').second.recorded[0]?.text).toBe('not recorded')
    expect(comparison.neither?.text).toBe(
      'of both specimens, representative, laboratory number, findings, note: not recorded',
    )
    expect(comparison.conflicts.map(({ label, of }) => `${label} ${of.join('')}`)).toEqual([
      'X2 C',
      'X3 C',
      'X5 C',
      'X8 C',
      'X18 CD',
    ])
  })

  it('are the newest with receptors and the one before it, unless others are chosen', () => {
    const { specimens } = boardOf(demo, { cutoff: '>=1', today: '2026-11-22' })
    expect(defaultPair({ specimens })).toEqual({ first: idOf(demo, 'D'), second: idOf(demo, 'E') })
    expect(defaultPair({ specimens: specimens.slice(0, 2) })).toBeNull()
  })

  it('name the rule', () => {
    expect(compare('DE', '>10').rule.text).toBe('Calls at > 10\u2009% (Wu 2024)')
  })
})

describe('what is absent stays absent', () => {
  const kinds = ['notRecorded', 'notDone', 'pending', 'unknown', 'notAssessable'] as const
  it.each(kinds)('%s is said in its own words on its side, and no change is claimed', kind => {
    const words = {
      notRecorded: 'not recorded',
      notDone: 'not done',
      pending: 'pending',
      unknown: 'unknown',
      notAssessable: 'not assessable',
    }[kind]
    for (const marker of ['ER', 'Ki-67']) {
      const of = changed('E', { results: [missing(marker, kind), percents('PR', 50)] })
      expect(said('DE', marker, '>=1', of)).toBe(
        `notEvaluable / change not evaluable: ${words} in E`,
      )
    }
  })

  it('a specimen without any receptors has no value to compare', () => {
    for (const marker of ['ER', 'PR', 'HER2', 'Ki-67'])
      expect(rowOf(compare('BE'), marker)).toMatchObject({ likeness: 'notEvaluable', flag: null })
    expect(said('BE', 'HER2')).toBe(
      'notEvaluable / change not evaluable: not recorded in B, not reported in E',
    )
  })

  it('an undated specimen has no time between', () => {
    const of = changed('D', { collected: [] })
    expect(compare('DE', '>=1', of).between).toMatchObject({
      text: 'time between them not evaluable: date of D not recorded',
      tone: 'missing',
    })
  })

  it('two specimens on days are as many whole months apart as lie between the days', () => {
    const on = (date: string) => ({
      collected: [
        { kind: 'date', date, approximate: false, verbatim: null, source: null } as const,
      ],
    })
    const { entries } = changed('C', on('2020-01-15'))
    const of = {
      ...demo,
      entries: entries.map(entry =>
        entry.id === idOf(demo, 'D') && entry.body.kind === 'specimen'
          ? { ...entry, body: { ...entry.body, ...on('2020-11-20') } }
          : entry,
      ),
    }
    expect(compare('CD', '>=1', of).between.text).toBe('D after C by 10 to 11 months')
  })

  it('a value of another kind is not compared with a percentage where the calls say nothing of it', () => {
    const of = changed('E', { results: [result('Ki-67', { interpretation: 'low' })] })
    expect(said('DE', 'Ki-67', '>=1', of)).toBe(
      'notEvaluable / 50 % → low: values of two kinds, not comparable',
    )
  })
})
