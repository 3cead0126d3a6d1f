import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLog, fileSink } from '../../../electron/services/log.ts'

const clock = { now: () => new Date('2026-11-22T14:32:00Z') }

function logged(error: unknown) {
  const lines: string[] = []
  const id = createLog(line => lines.push(line), clock).bug('case:get', error)
  return { id, text: lines.join('\n'), record: JSON.parse(lines[0] ?? '') }
}

describe('a bug in the log', () => {
  test('has its number, time, place, class and frames', () => {
    const { id, record } = logged(new RangeError('Testfall'))
    expect(record).toMatchObject({
      at: '2026-11-22T14:32:00.000Z',
      id,
      where: 'case:get',
      error: { class: 'RangeError', code: null, cause: null },
    })
    expect(record.error.frames[0]).toMatch(
      /^(logged )?tests\/integration\/services\/log\.test\.ts:\d+:\d+$|^.*log\.test\.ts:\d+:\d+$/,
    )
  })

  test.each([
    ['its message', new Error('Testfall, Anna')],
    [
      'a message of several lines that look like frames',
      new Error('x\n    at Testfall (Anna.ts:1:1)\n    at Testfall'),
    ],
    ['its cause', new Error('a', { cause: new Error('Testfall', { cause: 'Anna' }) })],
    ['its name', Object.assign(new Error('a'), { name: 'Testfall' })],
    ['its code', Object.assign(new Error('a'), { code: 'Testfall' })],
    [
      'fields of its own',
      Object.assign(new Error('a'), { patient: 'Testfall', path: '/home/Anna' }),
    ],
    ['a text that was thrown', 'Testfall, Anna'],
    ['an object that was thrown', { Testfall: 'Anna' }],
  ])('never shows %s', (_, error) => {
    expect(logged(error).text).not.toMatch(/Testfall|Anna/)
  })

  test('shows the codes of the system and the database', () => {
    const error = Object.assign(new Error('a'), { code: 'SQLITE_CORRUPT_VTAB' })
    expect(logged(error).record.error.code).toBe('SQLITE_CORRUPT_VTAB')
  })

  test('shows no folder above the program', () => {
    expect(logged(new Error('a')).text).not.toContain(process.cwd())
  })

  test('that cannot be written still has its number', () => {
    const log = createLog(() => {
      throw new Error('disk full')
    }, clock)
    expect(log.bug('case:get', new Error('a'))).toMatch(/^[0-9a-f]{8}$/)
  })
})

describe('the log file', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'metboard-log-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('grows by a line, for this account alone', () => {
    const file = join(folder, 'metboard.log')
    const sink = fileSink(file)
    sink('one')
    sink('two')
    expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n')
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  test('is put aside when it has grown large', () => {
    const file = join(folder, 'metboard.log')
    writeFileSync(file, 'x'.repeat(3_000_000))
    fileSink(file)('new')
    expect(readFileSync(file, 'utf8')).toBe('new\n')
    expect(statSync(`${file}.old`).size).toBe(3_000_000)
  })
})
