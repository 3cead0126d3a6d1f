import { expect, test } from 'vitest'
import { dateProblems } from '../../../shared/dates/dateProblems.ts'
import type { DateStatement } from '../../../shared/dates/when.ts'

function dated(date: string): DateStatement {
  return { kind: 'date', date, approximate: false, verbatim: null, source: null }
}
const life = { born: '1971-03-15', deceased: '2023-06', today: '2024-03-31' }

test('a date before birth, after death or in the future asks, by the statement that says so', () => {
  expect(dateProblems([dated('2022-05'), dated('1971-03-14')], life)).toEqual([
    { kind: 'beforeBirth', statement: 1 },
  ])
  expect(dateProblems([dated('2023-07-01')], life)).toEqual([{ kind: 'afterDeath', statement: 0 }])
  expect(dateProblems([dated('2024-04-01')], life)).toEqual([
    { kind: 'afterDeath', statement: 0 },
    { kind: 'inFuture', statement: 0 },
  ])
})

test('a date that only may lie there does not ask', () => {
  const open: DateStatement = {
    kind: 'between',
    from: null,
    to: '1971',
    approximate: false,
    verbatim: null,
    source: null,
  }
  expect(
    dateProblems([dated('1971'), dated('2023-06-30'), dated('1971-03-15'), open], life),
  ).toEqual([])
  expect(dateProblems([dated('2024')], { ...life, deceased: null })).toEqual([])
  expect(dateProblems([dated('2024-03-31')], { ...life, deceased: null })).toEqual([])
})

test('nothing is asked where birth and death are not recorded, or no date is given', () => {
  const unknown = { born: null, deceased: null, today: '2024-03-31' }
  expect(dateProblems([dated('1066')], unknown)).toEqual([])
  expect(dateProblems([], life)).toEqual([])
})
