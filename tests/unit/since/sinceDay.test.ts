import { expect, test } from 'vitest'
import { sinceDay } from '../../../shared/since/sinceDay.ts'

const TODAY = '2026-11-22'

test.each([
  ['12-Nov-2026', '2026-11-12'],
  ['12/11/2026', '2026-11-12'],
  ['12 November 2026', '2026-11-12'],
  ['2026-11-12', '2026-11-12'],
  ['t', '2026-11-22'],
  ['-7d', '2026-11-15'],
  ['22-Nov-2026', '2026-11-22'],
])('“%s” is a day', (text, day) => {
  expect(sinceDay(text, TODAY)).toEqual({ ok: true, value: day })
})

test.each([
  ['', 'Type a day'],
  ['last meeting', 'Type a day'],
  ['Nov 2026', 'one whole day'],
  ['2026', 'one whole day'],
  ['about 12-Nov-2026', 'one whole day'],
  ['unknown', 'one whole day'],
  ['31-Nov-2026', 'does not have this day'],
  ['23-Nov-2026', 'still to come'],
])('“%s” is none, and it says why', (text, words) => {
  const read = sinceDay(text, TODAY)
  expect(read.ok ? read : read.error).toContain(words)
})
