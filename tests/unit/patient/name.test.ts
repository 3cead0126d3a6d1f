import { describe, expect, test } from 'vitest'
import { formatIdentifierValue, formatName, upperCaseName } from '../../../shared/patient/name.ts'

describe('a name', () => {
  test('reads FAMILY, Given (Title)', () => {
    const name = { familyName: 'Testfall', givenName: 'Anna Maria', caseName: null, title: 'Dr' }
    expect(formatName(name)).toBe('TESTFALL, Anna Maria (Dr)')
  })

  test('leaves out what is not recorded', () => {
    const name = { familyName: 'Testfall', givenName: null, caseName: null, title: null }
    expect(formatName(name)).toBe('TESTFALL')
    expect(formatName({ ...name, title: 'Ms' })).toBe('TESTFALL (Ms)')
  })

  test('of a case without a family name is what its source calls it, in its own letters', () => {
    const name = { familyName: null, givenName: null, caseName: 'Case 3 of a report', title: null }
    expect(formatName(name)).toBe('Case 3 of a report')
  })

  test('is never cut: 35 characters and more come out whole', () => {
    const familyName = 'a'.repeat(60)
    expect(formatName({ familyName, givenName: 'b'.repeat(60), title: null })).toBe(
      `${'A'.repeat(60)}, ${'b'.repeat(60)}`,
    )
  })

  test.each([
    ['Straßer', 'STRAßER', 'ß has no capital of its own here and is not stretched'],
    ['Yıldız', 'YILDIZ', 'a dotless i has one'],
    ['İnci', 'İNCI', 'a dotted capital keeps its dot'],
    ['Παπαδόπουλος', 'ΠΑΠΑΔΌΠΟΥΛΟΣ', 'Greek, with its final sigma'],
    ['Кузнецова', 'КУЗНЕЦОВА', 'Cyrillic'],
    ['Nguyễn', 'NGUYỄN', 'Vietnamese'],
    ['山田', '山田', 'Chinese and Japanese are untouched'],
    ['김', '김', 'Korean is untouched'],
    ['ბერიძე', 'ბერიძე', 'Georgian has no capitals in names'],
    ['O\u2019Brien-müller', 'O\u2019BRIEN-MÜLLER', 'marks stay'],
    ['e\u0301', 'E\u0301', 'a combining accent stays with its letter'],
  ])('%s becomes %s: %s', (text, capitals) => {
    expect(upperCaseName(text)).toBe(capitals)
  })

  test('of a number: an NHS number in its groups, every other as recorded', () => {
    expect(formatIdentifierValue({ kind: 'nhs', label: 'NHS No.', value: '9434765919' })).toBe(
      '943 476 5919',
    )
    expect(formatIdentifierValue({ kind: 'hospital', label: 'No.', value: '9434765919' })).toBe(
      '9434765919',
    )
  })
})
