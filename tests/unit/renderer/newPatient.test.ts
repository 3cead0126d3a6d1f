import { describe, expect, test } from 'vitest'
import {
  detailsOf,
  NewPatientFields,
  NO_FIELDS,
} from '../../../renderer/features/patients/newPatient.ts'

function fields(part: Partial<NewPatientFields>): NewPatientFields {
  return { ...NO_FIELDS, familyName: 'Example', ...part }
}

function errorsOf(part: Partial<NewPatientFields>) {
  const read = detailsOf(fields(part))
  return read.ok ? {} : read.error
}

describe('the form of a new patient', () => {
  test('what is left empty is null, and never an empty text', () => {
    expect(detailsOf(fields({}))).toEqual({
      ok: true,
      value: {
        familyName: 'Example',
        givenName: null,
        caseName: null,
        title: null,
        born: null,
        ageAsReported: null,
        sex: 'notRecorded',
        gender: null,
        deceased: null,
        identifiers: [],
      },
    })
  })

  test.each([
    ['15-Mar-1971', '1971-03-15'],
    ['15/03/1971', '1971-03-15'],
    ['Mar 1971', '1971-03'],
    ['1971', '1971'],
  ])('a birth date typed as %s is kept as %s, no more exactly than it was typed', (typed, born) => {
    const read = detailsOf(fields({ born: typed }))
    expect(read.ok && read.value.born).toBe(born)
  })

  test.each(['31/02/1971', 'yesterday-ish', '71'])('refuses %s as a birth date', born => {
    expect(Object.keys(errorsOf({ born }))).toEqual(['born'])
  })

  test('keeps gender and age as they were stated, and a death with its date or without', () => {
    const read = detailsOf(
      fields({ gender: ' woman ', ageAsReported: '36 at diagnosis', isDeceased: true }),
    )
    expect(read.ok && read.value).toMatchObject({
      gender: 'woman',
      ageAsReported: '36 at diagnosis',
      deceased: { on: null },
    })
    const dated = detailsOf(fields({ isDeceased: true, diedOn: 'Mar 2024' }))
    expect(dated.ok && dated.value.deceased).toEqual({ on: '2024-03' })
  })

  test('refuses a date of death that is none, and one of a patient who is not said to have died', () => {
    expect(Object.keys(errorsOf({ isDeceased: true, diedOn: '31/02/2024' }))).toEqual(['diedOn'])
    expect(Object.keys(errorsOf({ diedOn: '2024' }))).toEqual(['isDeceased'])
  })

  test('takes back a draft that was kept before every field was asked for', () => {
    const { gender: _, ageAsReported: __, isDeceased: ___, diedOn: ____, ...older } = fields({})
    expect(NewPatientFields.parse(older)).toEqual(fields({}))
  })

  test('keeps the digits of an NHS number and refuses one with a wrong check digit', () => {
    const read = detailsOf(fields({ nhs: '943 476 5919' }))
    expect(read.ok && read.value.identifiers).toEqual([
      { kind: 'nhs', label: 'NHS No.', value: '9434765919' },
    ])
    expect(Object.keys(errorsOf({ nhs: '943 476 5918' }))).toEqual(['nhs'])
  })

  test('asks what another number is called', () => {
    expect(Object.keys(errorsOf({ otherValue: '77' }))).toEqual(['otherLabel'])
  })

  test('needs a family name or what the case is called', () => {
    expect(Object.keys(errorsOf({ familyName: ' ' }))).toEqual(['familyName'])
    expect(detailsOf(fields({ familyName: '', caseName: 'Case 7' })).ok).toBe(true)
  })
})
