import { describe, expect, it } from 'vitest'
import type { SourceRef } from '../../../shared/case/source.ts'
import type { DateStatement } from '../../../shared/dates/when.ts'
import { formContext } from '../../../shared/forms/anchors.ts'
import { dateStatement, echoDate, optionalPartialDate } from '../../../shared/forms/dateFields.ts'
import { drugCourse } from '../../../shared/forms/drugFields.ts'
import { place, UNLISTED } from '../../../shared/forms/placeField.ts'
import { optionalQuantity } from '../../../shared/forms/quantityFields.ts'
import { lineList } from '../../../shared/forms/siteForm.ts'
import { parseSize, sizeReading } from '../../../shared/forms/sizeFields.ts'
import { NO_SOURCE } from '../../../shared/forms/sourceFields.ts'
import { optionalCount, optionalLine } from '../../../shared/forms/textFields.ts'
import {
  buildLocal,
  buildQuantity,
  buildSpecimen,
  buildSystemic,
  entryId,
} from '../../support/builders.ts'

const [surgery, rt1, rt2, biopsy, drug, document] = [1, 2, 3, 4, 5, 6].map(entryId)
if (!surgery || !rt1 || !rt2 || !biopsy || !drug || !document) throw new Error('six ids')
const radiotherapy = (text: string) =>
  buildLocal({ modality: 'radiotherapy', what: [{ text, source: null }] })
const entries = [
  { id: surgery, body: buildLocal({ modality: 'surgery' }) },
  { id: rt1, body: radiotherapy('six rounds') },
  { id: rt2, body: radiotherapy('to bone') },
  { id: biopsy, body: buildSpecimen({ label: 'D' }) },
  { id: drug, body: buildSystemic() },
].map(entry => ({ ...entry, revision: 1 }))
const context = formContext(entries, { today: '2026-11-22' })
const source: SourceRef = { document, locator: 'page 2' }

describe('a date field', () => {
  const typed = (text: string, words = '') =>
    dateStatement.read({ text, words, source: NO_SOURCE }, null, context, 'firstSeen.0.value')

  it('keeps what was typed as the words of the date', () => {
    expect(typed('May 2022')).toEqual({
      ok: true,
      value: {
        kind: 'date',
        date: '2022-05',
        approximate: false,
        verbatim: 'May 2022',
        source: null,
      },
    })
  })

  it('keeps the report’s own words where they are given', () => {
    expect(typed('before surgery', 'found for two years')).toMatchObject({
      ok: true,
      value: { kind: 'relative', offset: { type: 'before' }, verbatim: 'found for two years' },
    })
  })

  it('says what it understood', () => {
    expect(echoDate('month 32 after surgery', context)).toEqual({
      ok: true,
      value: '32nd month after surgery',
    })
    expect(echoDate('month 32', context)).toEqual({ ok: true, value: '32nd month after surgery' })
    expect(echoDate('03/05/2022', context)).toEqual({
      ok: true,
      value: '03-May-2022 (read as day/month/year)',
    })
    expect(echoDate('31 Feb 2022', context).ok).toBe(false)
  })

  it('asks which event is meant where two have the same name, and takes the longer name', () => {
    expect(echoDate('1 month after radiotherapy', context)).toEqual({
      ok: false,
      error: 'Several events have that name; choose one from the list.',
    })
    expect(typed('1 month after radiotherapy (to bone)')).toMatchObject({
      ok: true,
      value: { anchor: { entry: rt2, end: 'start' } },
    })
    expect(typed('after the end of radiotherapy (six rounds)')).toMatchObject({
      ok: true,
      value: { anchor: { entry: rt1, end: 'end' } },
    })
  })

  it('does not count a date from the entry that it belongs to', () => {
    const own = formContext(entries, { today: '2026-11-22', self: surgery })
    expect(echoDate('1 month after surgery', own).ok).toBe(false)
  })

  it('refuses words or a source without a date', () => {
    expect(typed('', 'found for two years')).toMatchObject({
      ok: false,
      error: [{ path: 'firstSeen.0.value.text' }],
    })
  })

  const stored: DateStatement = {
    kind: 'relative',
    anchor: { entry: surgery, end: 'start' },
    offset: { type: 'at' },
    approximate: false,
    verbatim: null,
    source,
  }

  it('changes the place of a source without touching date or words', () => {
    const shown = dateStatement.show(stored, context)
    const next = { ...shown, source: { ...shown.source, locator: 'page 3' } }
    expect(dateStatement.read(next, { value: stored, shown }, context, '')).toEqual({
      ok: true,
      value: { ...stored, source: { document, locator: 'page 3' } },
    })
  })

  it('keeps the report’s words when its meaning is put right', () => {
    const worded = { ...stored, verbatim: 'intraoperative freezing' }
    const shown = dateStatement.show(worded, context)
    expect(shown).toMatchObject({ text: 'at surgery', words: 'intraoperative freezing' })
    expect(
      dateStatement.read(
        { ...shown, text: 'after surgery' },
        { value: worded, shown },
        context,
        '',
      ),
    ).toMatchObject({ ok: true, value: { offset: { type: 'after' }, verbatim: worded.verbatim } })
  })

  it('never reads an old shorthand from another day', () => {
    const old: DateStatement = {
      kind: 'date',
      date: '2022-05-01',
      approximate: false,
      verbatim: 't-2d',
      source: null,
    }
    const shown = dateStatement.show(old, context)
    expect(shown).toEqual({ text: '01-May-2022', words: '', source: NO_SOURCE })
    expect(dateStatement.read(shown, { value: old, shown }, context, '')).toEqual({
      ok: true,
      value: old,
    })
  })

  it('takes only a calendar date for a birth', () => {
    const read = (text: string) => optionalPartialDate.read(text, null, context, 'born')
    expect(read('15/03/1971')).toEqual({ ok: true, value: '1971-03-15' })
    expect(read('March 1971')).toEqual({ ok: true, value: '1971-03' })
    expect(read('')).toEqual({ ok: true, value: null })
    expect(read('about 1971')).toMatchObject({ ok: false, error: [{ path: 'born' }] })
    expect(read('before 1971').ok).toBe(false)
  })
})

describe('a number field', () => {
  const cycles = optionalQuantity('cycles')

  it('keeps comparator, band and words', () => {
    expect(cycles.read({ text: '>4', words: '' }, null, context, 'cycles')).toEqual({
      ok: true,
      value: { comparator: '>', low: 4, high: null, unit: 'cycles', verbatim: '>4' },
    })
    expect(cycles.read({ text: '4 cycles', words: 'four-cycle' }, null, context, '')).toMatchObject(
      {
        ok: true,
        value: { low: 4, verbatim: 'four-cycle' },
      },
    )
  })

  it('refuses what is no number, and words without one', () => {
    expect(cycles.read({ text: 'some', words: '' }, null, context, 'cycles')).toMatchObject({
      ok: false,
      error: [{ path: 'cycles.text' }],
    })
    expect(cycles.read({ text: '', words: 'several' }, null, context, 'cycles').ok).toBe(false)
  })

  it('keeps a stored number whose words were never typed', () => {
    const stored = buildQuantity({ low: 14, unit: 'odd unit', verbatim: 'fourteen or so' })
    const shown = cycles.show(stored, context)
    const next = { ...shown, words: 'about fourteen' }
    expect(cycles.read(next, { value: stored, shown }, context, '')).toEqual({
      ok: true,
      value: { ...stored, verbatim: 'about fourteen' },
    })
  })

  it('takes a line number from 1 to 30 only', () => {
    const line = optionalCount(1, 30)
    expect(line.read('2', null, context, 'line')).toEqual({ ok: true, value: 2 })
    for (const text of ['0', '31', '2.5', 'two'])
      expect(line.read(text, null, context, 'line').ok).toBe(false)
  })
})

describe('a size field', () => {
  it('reads one to three diameters in one unit', () => {
    expect(parseSize('13 mm')).toEqual({
      ok: true,
      value: { diameters: [13], unit: 'mm', approximate: false },
    })
    expect(parseSize('2.6×2.2×2.0cm')).toEqual({
      ok: true,
      value: { diameters: [2.6, 2.2, 2], unit: 'cm', approximate: false },
    })
    expect(parseSize('approximately 1.3cm in diameter')).toEqual({
      ok: true,
      value: { diameters: [1.3], unit: 'cm', approximate: true },
    })
    expect(parseSize('10.9 mm x 5.4 mm').ok).toBe(true)
  })

  it('refuses a size without a unit, with two, of none, or of more than three diameters', () => {
    for (const text of ['13', '1 cm x 5 mm', '0 mm', '1x2x3x4 mm', 'large', ''])
      expect(parseSize(text).ok).toBe(false)
  })

  it('keeps method, words and source apart from the size', () => {
    const typed = {
      ...sizeReading.blank,
      text: '3 cm',
      words: 'the diameter was 3 cm',
      method: 'examination',
    }
    expect(sizeReading.read(typed, null, context, '')).toEqual({
      ok: true,
      value: {
        diameters: [3],
        unit: 'cm',
        approximate: false,
        method: 'examination',
        when: [],
        verbatim: 'the diameter was 3 cm',
        source: null,
      },
    })
  })
})

describe('a place field', () => {
  const read = (text: string, picked = '', words = '') =>
    place.read({ text, picked, words }, null, context, 'place')

  it('codes a listed name and keeps other words that were typed for it', () => {
    expect(read('Scalp')).toMatchObject({ ok: true, value: { bodySite: 'skin-scalp' } })
    expect(read('Femur', '', 'sub femoral segment')).toEqual({
      ok: true,
      value: { bodySite: 'femur', asReported: 'sub femoral segment' },
    })
  })

  it('keeps a misspelt or unlisted place as typed, uncoded', () => {
    expect(read('fermur')).toEqual({ ok: true, value: { bodySite: null, asReported: 'fermur' } })
  })

  it('codes a typed place once a person picks its place, and keeps the words', () => {
    expect(read('fermur', 'femur')).toEqual({
      ok: true,
      value: { bodySite: 'femur', asReported: 'fermur' },
    })
  })

  it('does not code words that a person left uncoded', () => {
    const stored = { bodySite: null, asReported: 'femur' }
    expect(place.show(stored, context)).toEqual({ text: 'femur', picked: UNLISTED, words: '' })
    expect(read('femur', UNLISTED)).toEqual({ ok: true, value: stored })
  })

  it('asks for one text where the place has no code to stand beside its words', () => {
    expect(read('some fold', '', 'another word')).toMatchObject({
      ok: false,
      error: [{ path: 'place.words' }],
    })
    expect(read(' ')).toMatchObject({ ok: false, error: [{ path: 'place.text' }] })
  })
})

describe('a drug field', () => {
  const read = (name: string, picked = '') =>
    drugCourse.read({ ...drugCourse.blank, name, picked }, null, context, '')

  it('codes an exact name, brand or abbreviation and keeps the name as typed', () => {
    expect(read('Taxol')).toMatchObject({ value: { drug: 'paclitaxel', name: 'Taxol' } })
    expect(read('T-DXd')).toMatchObject({
      value: { drug: 'trastuzumab-deruxtecan', name: 'T-DXd' },
    })
  })

  it('never codes a misspelling by itself', () => {
    expect(read('tamoxifn')).toMatchObject({ value: { drug: null, name: 'tamoxifn' } })
    expect(read('albumin-bound paclitaxel', 'nab-paclitaxel')).toMatchObject({
      value: { drug: 'nab-paclitaxel', name: 'albumin-bound paclitaxel' },
    })
  })
})

describe('text fields', () => {
  it('keep text as typed and take blank as not recorded', () => {
    expect(optionalLine.read(' as typed ', null, context, '')).toEqual({
      ok: true,
      value: ' as typed ',
    })
    expect(optionalLine.read('  ', null, context, '')).toEqual({ ok: true, value: null })
  })

  it('refuse two lines in a line, a null character and a text too long', () => {
    for (const text of ['a\nb', 'a\0b', 'x'.repeat(501)])
      expect(optionalLine.read(text, null, context, 'title')).toMatchObject({
        ok: false,
        error: [{ path: 'title' }],
      })
  })

  it('split a list at commas, or at semicolons where there are any', () => {
    expect(lineList.read('examination, MRI', null, context, '')).toEqual({
      ok: true,
      value: ['examination', 'MRI'],
    })
    expect(lineList.read('a, b; c', null, context, '')).toEqual({ ok: true, value: ['a, b', 'c'] })
    expect(lineList.show(['a, b', 'c'], context)).toBe('a, b; c')
  })
})
