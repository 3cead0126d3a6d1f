import { describe, expect, test } from 'vitest'
import { mayBeSamePatient } from '../../../shared/patient/duplicates.ts'
import {
  patientSearchText,
  patientSortName,
  searchWords,
} from '../../../shared/patient/searchText.ts'
import { buildDetails } from '../../support/builders.ts'

/** Whether a query finds these details: each of its words begins one of theirs. */
function finds(query: string, details = buildDetails()): boolean {
  const words = patientSearchText(details).split(' ')
  return searchWords(query).every(word => words.some(own => own.startsWith(word)))
}

describe('the words that find a patient', () => {
  test.each([
    'testfall anna',
    'Anna TESTFALL',
    'testfall, anna',
    'tes an',
    '943 476 5919',
    '9434765919',
    '943-476',
    'test004711',
    'TEST 00 4711',
    '15-Mar-1971',
    '15/03/1971',
    '15.3.1971',
    '15 march 1971',
    '1971-03-15',
    '19710315',
    '15031971',
    'anna 1971',
  ])('"%s" finds Anna Testfall', query => {
    expect(finds(query)).toBe(true)
  })

  test.each(['bertha', '16-Mar-1971', '5919 944', 'estfall'])('"%s" does not', query => {
    expect(finds(query)).toBe(false)
  })

  test('leave accents and special letters out of account, both ways', () => {
    const details = buildDetails({ familyName: 'Müßner-Łąka', givenName: 'Zoë' })
    for (const query of ['mussner laka', 'Müßner', 'łąka zoe', 'ZOË']) {
      expect(finds(query, details)).toBe(true)
    }
  })

  test('join names, for scripts that are typed without spaces', () => {
    const details = buildDetails({ familyName: '山田', givenName: '花子' })
    for (const query of ['山田花子', '花子', '山田 花子', '山']) {
      expect(finds(query, details)).toBe(true)
    }
  })

  test('keep a month and a year as what they are', () => {
    expect(finds('mar 1971', buildDetails({ born: '1971-03' }))).toBe(true)
    expect(finds('1971', buildDetails({ born: '1971' }))).toBe(true)
    expect(finds('01 1971', buildDetails({ born: '1971', identifiers: [] }))).toBe(false)
  })

  test('hold what a case without a name is called', () => {
    const details = buildDetails({ familyName: null, givenName: null, caseName: 'Case 3 (2024)' })
    expect(finds('case 3', details)).toBe(true)
    expect(patientSortName(details)).toBe('case 3 2024')
  })
})

describe('two records may be of one person', () => {
  const anna = buildDetails()

  test('with the same number, however it is spaced', () => {
    const other = buildDetails({
      familyName: 'Other',
      born: null,
      identifiers: [{ kind: 'nhs', label: 'NHS', value: '9434765919' }],
    })
    expect(mayBeSamePatient(anna, other)).toBe(true)
  })

  test('not with the same number of another kind', () => {
    const other = buildDetails({
      familyName: 'Other',
      identifiers: [{ kind: 'other', label: 'Register', value: '9434765919' }],
    })
    expect(mayBeSamePatient(anna, other)).toBe(false)
  })

  test('with the same name and birth date, case and accents apart', () => {
    const other = buildDetails({ familyName: 'TESTFÁLL', givenName: 'anna', identifiers: [] })
    expect(mayBeSamePatient(anna, other)).toBe(true)
  })

  test('with the same name and a birth date known less exactly', () => {
    expect(mayBeSamePatient(anna, buildDetails({ born: '1971', identifiers: [] }))).toBe(true)
    expect(mayBeSamePatient(anna, buildDetails({ born: '1971-04', identifiers: [] }))).toBe(false)
  })

  test('not with a name alone', () => {
    expect(mayBeSamePatient(anna, buildDetails({ born: null, identifiers: [] }))).toBe(false)
  })
})
