import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WritableDb } from '../../../electron/db/connection.ts'
import { matchPatients } from '../../../electron/db/queries/patientMatches.ts'
import { foldForSearch } from '../../../electron/db/queries/patientSearch.ts'
import { insertPatient, setPatientArchived } from '../../../electron/db/queries/patients.ts'
import { newWorkspace } from './support.ts'

async function newDb(): Promise<WritableDb> {
  return (await newWorkspace()).workspace.db
}

function addPatient(db: WritableDb, id: string, name: string, more = ''): void {
  insertPatient(db, {
    id,
    body: {},
    sortName: foldForSearch(name),
    born: null,
    searchText: `${name} ${more}`,
    updatedAt: 'now',
  })
}

function idsFor(db: WritableDb, text: string, limit = 20): string[] {
  return matchPatients(db, text, { archived: false, limit })
}

describe('a search finds a patient', () => {
  test('by the start of every word, in any order, by numbers and by birth date', async () => {
    const db = await newDb()
    addPatient(db, 'a', 'Vandermolen, Anna Maria', 'H-7741-553 943 476 5919 9434765919 1950-02-03')
    addPatient(db, 'b', 'Vandenberg, Olga', 'H-7742-001 1951-02-03')
    const asked = [
      'vand',
      'anna vand',
      'mar vander',
      'H-7741',
      '9434',
      '476 5919',
      '1950-02-03',
      '1950',
    ]
    expect(asked.map(text => idsFor(db, text))).toEqual([
      ['b', 'a'],
      ...Array(asked.length - 1).fill(['a']),
    ])
    expect(['molen', 'anna olga', 'vandx', '1952'].flatMap(text => idsFor(db, text))).toEqual([])
  })

  test('whatever the accents, the case, the width and the composition', async () => {
    const db = await newDb()
    addPatient(db, 'vi', 'Nguyễn, Thị Hồng')
    addPatient(db, 'de', 'Müller, Käthe')
    addPatient(db, 'ru', 'Иванова, Ольга')
    addPatient(db, 'el', 'Παπαδοπούλου, Ελένη')
    addPatient(db, 'pl', 'Øłęga-Straßer, Đorđe')
    addPatient(db, 'zh', '王, 小明')
    addPatient(db, 'ko', '김, 영희')
    const found = [
      'nguyen hong',
      'MÜLLER',
      'muller ka',
      'mu\u0308l',
      'иван',
      'ελενη',
      '王',
      '小明',
      '김',
      'olega strasser dord',
    ]
      .concat('ｍｕｌｌｅｒ')
      .map(text => idsFor(db, text).join())
    expect(found).toEqual(['vi', 'de', 'de', 'de', 'ru', 'el', 'zh', 'zh', 'ko', 'pl', 'de'])
  })

  test('first where the name starts so, then by other words; archived patients apart', async () => {
    const db = await newDb()
    addPatient(db, '1', 'Zander, Rosa')
    addPatient(db, '2', 'Rosario, Eva')
    addPatient(db, '3', 'Rosa, Ida')
    addPatient(db, '4', 'Rosa, Archived')
    setPatientArchived(db, { id: '4', expectedRevision: 1, archived: true, updatedAt: 'now' })
    expect(idsFor(db, 'rosa')).toEqual(['3', '2', '1'])
    expect(matchPatients(db, 'rosa', { archived: true, limit: 9 })).toEqual(['4'])
    expect(idsFor(db, 'rosa', 2)).toEqual(['3', '2'])
  })
})

describe('nothing that is typed', () => {
  test('breaks the search or is read as its syntax', async () => {
    const db = await newDb()
    addPatient(db, 'a', 'Near, Anna')
    const syntax = fc.constantFrom(
      '"',
      '*',
      'AND',
      'OR',
      'NOT',
      'NEAR(',
      ')',
      '^',
      '-',
      ':',
      'text:',
      "'",
      '\0',
    )
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.oneof(syntax, fc.string())).map(parts => parts.join(' ')),
    )
    fc.assert(
      fc.property(typed, text => {
        expect(idsFor(db, text, 5).length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 500 },
    )
    expect(
      ['near', 'NEAR(anna', 'anna OR', '"anna', 'text:anna'].map(text => idsFor(db, text)),
    ).toEqual([['a'], ['a'], [], ['a'], []])
    expect(['', ' ', '""', '***', '()'].flatMap(text => idsFor(db, text))).toEqual([])
  })

  test('takes long, however long it is', async () => {
    const db = await newDb()
    addPatient(db, 'a', 'Near, Anna')
    expect(idsFor(db, 'a'.repeat(10_000_000))).toEqual([])
    expect(idsFor(db, 'anna '.repeat(1_000_000))).toEqual(['a'])
  })
})

test('every patient is found by each of the words of the name', async () => {
  const db = await newDb()
  let n = 0
  fc.assert(
    fc.property(fc.stringMatching(/^[\p{Lu}\p{Ll}]{1,12}( [\p{Lu}\p{Ll}]{1,12})?$/u), name => {
      const id = `p${n++}`
      addPatient(db, id, name, `only${id}x`)
      for (const word of name.split(' ')) {
        expect(idsFor(db, `only${id}x ${word}`)).toEqual([id])
      }
    }),
    { numRuns: 100 },
  )
})
