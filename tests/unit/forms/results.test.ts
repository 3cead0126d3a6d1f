import { describe, expect, it } from 'vitest'
import type { MarkerReading, MarkerResult } from '../../../shared/case/specimen.ts'
import { formContext } from '../../../shared/forms/anchors.ts'
import { NOT_STATED } from '../../../shared/forms/readingFields.ts'
import {
  BLANK_READING,
  blankResult,
  echoResult,
  type ReadingTyped,
  results,
} from '../../../shared/forms/resultFields.ts'
import { buildQuantity, buildReading, entryId } from '../../support/builders.ts'

const context = formContext([], { today: '2026-11-22' })
const source = { document: entryId(1), locator: 'text' }

function typed(marker: string, ...readings: readonly Partial<ReadingTyped>[]) {
  return [
    {
      key: 'new',
      value: {
        marker,
        readings: readings.map((reading, at) => ({
          key: `new ${at}`,
          value: { ...BLANK_READING, ...reading },
        })),
      },
    },
  ]
}
function read(marker: string, ...readings: readonly Partial<ReadingTyped>[]) {
  return results.read(typed(marker, ...readings), null, context, 'results')
}
function onlyReading(marker: string, reading: Partial<ReadingTyped>): MarkerReading {
  const found = read(marker, reading)
  const [result] = found.ok ? found.value : []
  const [only] = result?.readings ?? []
  if (only === undefined) throw new Error(JSON.stringify(found))
  return only
}

describe('a receptor row', () => {
  it('reads what a report says and keeps its words', () => {
    expect(onlyReading('ER', { text: '80 %' })).toMatchObject({
      percent: { low: 80, unit: '%' },
      verbatim: '80 %',
    })
    expect(onlyReading('HER2', { text: '2+ ISH not amplified' })).toMatchObject({
      ihc: { low: '2+', high: null },
      ish: { result: 'notAmplified' },
      interpretation: null,
    })
    expect(onlyReading('PR', { text: 'negative', words: 'the PR was negative' })).toMatchObject({
      interpretation: 'negative',
      verbatim: 'the PR was negative',
    })
  })

  it('keeps each kind of missing as that kind', () => {
    for (const [text, missing] of [
      ['not done', 'notDone'],
      ['pending', 'pending'],
      ['not reported', 'notReported'],
      ['unknown', 'unknown'],
      ['not assessable', 'notAssessable'],
    ])
      expect(read('HER2', { text: text ?? '' })).toEqual({
        ok: true,
        value: [{ marker: 'HER2', missing, missingAsReported: null, readings: [] }],
      })
  })

  it('keeps the words of a missing result, and asks where its details should go', () => {
    expect(read('HER2', { text: 'Not done (decalcified)' })).toEqual({
      ok: true,
      value: [
        {
          marker: 'HER2',
          missing: 'notDone',
          missingAsReported: 'Not done (decalcified)',
          readings: [],
        },
      ],
    })
    expect(read('HER2', { text: 'not done', method: 'IHC' }).ok).toBe(false)
  })

  it('says nothing where it is empty', () => {
    expect(read('ER', {})).toEqual({ ok: true, value: [] })
    expect(results.read(results.blank, null, context, '')).toEqual({ ok: true, value: [] })
  })

  it('keeps two readings of one result, each with its source', () => {
    const found = read(
      'PR',
      { text: '3 %', source: { document: entryId(1), locator: 'text' } },
      {
        text: '5 %',
        source: { document: entryId(1), locator: 'Figure 3c' },
      },
    )
    expect(found).toMatchObject({
      ok: true,
      value: [
        {
          missing: null,
          readings: [
            { percent: { low: 3 }, source: { locator: 'text' } },
            { percent: { low: 5 }, source: { locator: 'Figure 3c' } },
          ],
        },
      ],
    })
  })

  it('does not take a reason for none beside a reading', () => {
    expect(read('PR', { text: '3 %' }, { text: 'pending' }).ok).toBe(false)
  })

  it('asks for the marker’s name', () => {
    expect(read('', { text: '3 %' })).toMatchObject({
      ok: false,
      error: [{ path: 'results.0.value.marker' }],
    })
  })

  it('does not take one marker twice', () => {
    const twice = [...typed('ER', { text: '3 %' }), ...typed('er', { text: '5 %' })]
    expect(results.read(twice, null, context, 'results')).toMatchObject({
      ok: false,
      error: [{ path: 'results.1.value.marker' }],
    })
  })

  it('refuses a percentage and a score that cannot be', () => {
    expect(read('ER', { text: '130 %' }).ok).toBe(false)
    expect(
      read('ER', { text: '80 %', details: { ...BLANK_READING.details, allred: '1' } }),
    ).toMatchObject({
      ok: false,
      error: [{ path: 'results.0.value.readings.0.value.details.allred' }],
    })
  })
})

describe('the details of a reading', () => {
  it('add what the text does not say', () => {
    const details = { ...BLANK_READING.details, allred: '7', intensity: 'strong' }
    expect(onlyReading('ER', { text: '80 %', details })).toMatchObject({
      percent: { low: 80 },
      allred: 7,
      intensity: 'strong',
    })
  })

  it('take away what the text would say', () => {
    const details = { ...BLANK_READING.details, interpretation: NOT_STATED }
    expect(onlyReading('ER', { text: '80% positive', details })).toMatchObject({
      percent: { low: 80 },
      interpretation: null,
      verbatim: '80% positive',
    })
  })

  it('stand alone where the report has no words', () => {
    const details = { ...BLANK_READING.details, ishRatio: '1.4', ishGroup: '5', score: 'CPS >=10' }
    expect(onlyReading('HER2', { details })).toMatchObject({
      ish: { ratio: { low: 1.4 }, group: 5 },
      score: { name: 'CPS', value: { comparator: '>=', low: 10 } },
      verbatim: null,
    })
  })
})

describe('a stored result', () => {
  const stored: MarkerResult[] = [
    {
      marker: 'PR',
      missing: null,
      missingAsReported: null,
      readings: [
        buildReading({
          percent: buildQuantity({ low: 90 }),
          interpretation: null,
          verbatim: '90% positive',
          source,
        }),
        buildReading({ percent: buildQuantity({ low: 9 }), verbatim: 'a positive rate of 9%' }),
      ],
    },
    { marker: 'HER2', missing: 'notReported', missingAsReported: null, readings: [] },
  ]
  const shown = results.show(stored, context)
  const was = { value: stored, shown }

  it('stands in words that read as what is stored, with the report’s own beside them', () => {
    expect(shown[0]?.value.readings.map(row => [row.value.text, row.value.words])).toEqual([
      ['90\u2009%', '90% positive'],
      ['9\u2009%', 'a positive rate of 9%'],
    ])
    expect(shown.map(row => row.value.marker)).toEqual(['PR', 'HER2', 'ER', 'Ki-67'])
  })

  it('changes nothing but the reading that was changed', () => {
    const next = shown.map((row, at) =>
      at > 0
        ? row
        : {
            ...row,
            value: {
              ...row.value,
              readings: row.value.readings.map((reading, n) =>
                n === 0 ? reading : { ...reading, value: { ...reading.value, method: 'IHC' } },
              ),
            },
          },
    )
    const read = results.read(next, was, context, '')
    const [pr, her2] = stored
    const [first, second] = pr?.readings ?? []
    expect(read).toEqual({
      ok: true,
      value: [{ ...pr, readings: [first, { ...second, method: 'IHC' }] }, her2],
    })
  })

  it('takes a result in the place of a reason', () => {
    const next = shown.map(row =>
      row.value.marker !== 'HER2'
        ? row
        : {
            ...row,
            value: {
              ...blankResult('HER2'),
              readings: [row.value.readings[0]].flatMap(one =>
                one === undefined ? [] : [{ ...one, value: { ...one.value, text: '1+' } }],
              ),
            },
          },
    )
    const read = results.read(next, was, context, '')
    expect(read.ok && read.value[1]).toMatchObject({
      marker: 'HER2',
      missing: null,
      readings: [{ ihc: { low: '1+' } }],
    })
  })
})

describe('the line beneath a result', () => {
  it('says what was read, what is missing, and what is only kept as words', () => {
    expect(echoResult('HER2', '2+ ISH not amplified')).toEqual({
      ok: true,
      value: '2+, ISH not amplified',
    })
    expect(echoResult('HER2', 'not done')).toEqual({ ok: true, value: 'no result: not done' })
    expect(echoResult('ER', 'see comment')).toEqual({
      ok: true,
      value: 'kept as words; no value is read from it',
    })
    expect(echoResult('ER', '130 %').ok).toBe(false)
  })
})
