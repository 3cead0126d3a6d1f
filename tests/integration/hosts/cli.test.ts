import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../../../electron/build.ts'
import { DEMO_PASSPHRASE } from '../../../electron/demo/demoWorkspace.ts'

type Outcome = Readonly<{ code: number; out: string; err: string }>

let folder: string
let workspace: string

/** Runs the command line as a person does, in a process of its own. */
function cli(args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  const { METBOARD_PASSPHRASE: _, ...rest } = process.env
  return new Promise(resolve => {
    execFile(
      process.execPath,
      [join(ROOT, 'electron', 'cli', 'index.ts'), ...args],
      {
        cwd: folder,
        env: { ...rest, METBOARD_HOME: join(folder, 'home'), ...env },
        maxBuffer: 2 ** 26,
      },
      (error, out, err) =>
        resolve({ code: error === null ? 0 : Number(error.code ?? -1), out, err }),
    )
  })
}

const unlocking = { METBOARD_PASSPHRASE: DEMO_PASSPHRASE }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'metboard-cli-test-'))
  workspace = join(folder, 'demo workspace')
  expect(await cli(['demo', '--workspace', workspace])).toMatchObject({ code: 0, err: '' })
})

afterAll(() => rm(folder, { recursive: true }))

describe.concurrent('usage', () => {
  test('help prints it and succeeds', async () => {
    const { code, out, err } = await cli(['help'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('summary --demo --out FILE.pdf')
  })

  test.each([
    ['no command', []],
    ['an unknown command', ['explode']],
    ['an unknown option', ['board', '--demo', '--json', '--colour']],
    ['a stray word', ['board', '--demo', '--json', 'MUSTERFRAU']],
    ['an option without its value', ['summary', '--demo', '--out']],
    ['a missing option', ['summary', '--demo']],
    ['an empty option', ['summary', '--demo', '--out', '']],
    ['an unknown cut-off', ['board', '--demo', '--json', '--cutoff', '>=5']],
    ['an unknown paper', ['summary', '--demo', '--out', 'x.pdf', '--paper', 'A3']],
    ['a board that is not data', ['board', '--demo']],
    ['demo and workspace at once', ['board', '--demo', '--json', '--workspace', 'x']],
    ['a workspace without a patient', ['board', '--json', '--workspace', 'x']],
    ['a workspace without a passphrase', ['verify', '--workspace', 'x']],
  ])('%s ends with 2, says why, and shows it', async (_, args) => {
    const { code, out, err } = await cli(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^[A-Z-].+\.\nusage: /)
    expect(err).not.toContain('MUSTERFRAU')
  })
})

describe('board', () => {
  test('prints the model of the published case under the cut-off that is asked for', async () => {
    const outcomes = await Promise.all(
      ['>=1', '>=10', '>10'].map(cutoff => cli(['board', '--demo', '--json', '--cutoff', cutoff])),
    )
    expect(outcomes.map(({ code, err }) => [code, err])).toEqual(Array(3).fill([0, '']))
    const boards = outcomes.map(({ out }) => JSON.parse(out))
    expect(boards.map(board => board.specimens.length)).toEqual([5, 5, 5])
    expect(new Set(boards.map(board => JSON.stringify(board.rule))).size).toBe(3)
  })

  test('says the same of the case in memory and of the case in a workspace', async () => {
    const inMemory = await cli(['board', '--demo', '--json'])
    const { patient } = JSON.parse(
      await readFile(join(ROOT, 'resources/demo/wu-2024.json'), 'utf8'),
    )
    expect(patient.id).toBe('@patient')
    const { idOfSymbol } = await import('../../../electron/demo/symbols.ts')
    const stored = await cli(
      ['board', '--workspace', workspace, '--patient', idOfSymbol('@patient'), '--json'],
      unlocking,
    )
    expect(stored.err).toBe('')
    expect(JSON.parse(stored.out)).toEqual(JSON.parse(inMemory.out))
  })
})

describe('summary', () => {
  test('writes the PDF of the published case, over an older one, and leaves nothing beside it', async () => {
    const place = join(folder, 'out')
    await mkdir(place)
    await writeFile(join(place, 'board.pdf'), 'older')
    const { code, out, err } = await cli(['summary', '--demo', '--out', join(place, 'board.pdf')])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^Written, \d+ pages?\.\n$/)
    expect((await readFile(join(place, 'board.pdf'))).subarray(0, 5).toString()).toBe('%PDF-')
    expect(readdirSync(place)).toEqual(['board.pdf'])
  })

  test('a folder that is not there is refused, and nothing is written', async () => {
    const { code, err } = await cli([
      'summary',
      '--demo',
      '--out',
      join(folder, 'nowhere', 'x.pdf'),
    ])
    expect([code, err]).toEqual([1, 'The folder of --out is not there. Nothing was written.\n'])
    expect(existsSync(join(folder, 'nowhere'))).toBe(false)
  })

  test('of a patient in a workspace is put on record there', async () => {
    const { idOfSymbol } = await import('../../../electron/demo/symbols.ts')
    const args = ['summary', '--workspace', workspace, '--patient', idOfSymbol('@patient')]
    const file = join(folder, 'patient.pdf')
    expect(await cli([...args, '--out', file, '--paper', 'LETTER'], unlocking)).toMatchObject({
      code: 0,
      err: '',
    })
    expect((await readFile(file)).length).toBeGreaterThan(10_000)
  })
})

describe('lesion', () => {
  test('writes the report of the one skin lesion of the published case, on one page', async () => {
    const file = join(folder, 'lesion.pdf')
    expect(await cli(['lesion', '--demo', '--out', file])).toEqual({
      code: 0,
      out: 'Written, 1 page.\n',
      err: '',
    })
    expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('of a patient in a workspace is found by its label; another label is refused', async () => {
    const { idOfSymbol } = await import('../../../electron/demo/symbols.ts')
    const file = join(folder, 'lesion-of.pdf')
    const args = ['lesion', '--workspace', workspace, '--patient', idOfSymbol('@patient')]
    const missing = await cli([...args, '--lesion', 'L9', '--out', file], unlocking)
    expect(missing).toMatchObject({ code: 1, err: 'This patient has no such skin lesion.\n' })
    expect(existsSync(file)).toBe(false)
    const found = await cli([...args, '--lesion', 'L1', '--out', file], unlocking)
    expect(found).toMatchObject({ code: 0, err: '' })
  })
})

describe('a workspace', () => {
  test('is verified, check by check', async () => {
    const { code, out, err } = await cli(['verify', '--workspace', workspace], unlocking)
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^(ok {5}\w+: .+\n)+$/)
  })

  test('opens with a passphrase from a file, whose last line end does not count', async () => {
    await writeFile(join(folder, 'passphrase'), `${DEMO_PASSPHRASE}\n`)
    const given = ['--passphrase-file', join(folder, 'passphrase')]
    expect(await cli(['verify', '--workspace', workspace, ...given])).toMatchObject({ code: 0 })
  })

  test('a damaged one is a fault that ends with 1', async () => {
    const { cp } = await import('node:fs/promises')
    const damaged = join(folder, 'damaged')
    await cp(workspace, damaged, { recursive: true })
    const file = join(damaged, 'board.db')
    const bytes = await readFile(file)
    bytes.fill(0x5a, bytes.length - 8_192)
    await writeFile(file, bytes)
    const { code, err } = await cli(['verify', '--workspace', damaged], unlocking)
    expect(code).toBe(1)
    expect(err).toMatch(/^\S.+\.\n$/)
  })

  test.each([
    [
      'a wrong passphrase',
      ['--workspace', 'demo workspace'],
      { METBOARD_PASSPHRASE: 'wrong one!' },
    ],
    ['an unknown user', ['--workspace', 'demo workspace', '--user', 'Nobody'], unlocking],
    ['a folder that is not there', ['--workspace', 'elsewhere'], unlocking],
    ['a folder that is no workspace', ['--workspace', '.'], unlocking],
    [
      'a passphrase file that is not there',
      ['--workspace', 'demo workspace', '--passphrase-file', 'no'],
      {},
    ],
  ])('%s is refused with 1 and one sentence or two, which repeat nothing', async (_, args, env) => {
    const { code, out, err } = await cli(['verify', ...args], env)
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^[A-Z].+\.\n$/)
    expect(err).not.toMatch(/wrong one|Nobody|elsewhere| {4}at /)
  })

  test('an unknown patient is refused with 1, without repeating the number', async () => {
    const args = ['board', '--json', '--workspace', workspace, '--patient']
    for (const patient of ['943 476 5919', 'MUSTERFRAU', '00000000-0000-4000-8000-000000000000']) {
      const { code, out, err } = await cli([...args, patient], unlocking)
      expect([code, out]).toEqual([1, ''])
      expect(err).not.toContain(patient)
    }
  })

  test('is made in an empty folder or a new one, never over files', async () => {
    const empty = join(folder, 'empty')
    await mkdir(empty)
    expect(
      await cli(['demo', '--workspace', empty], { METBOARD_PASSPHRASE: 'own passphrase' }),
    ).toMatchObject({ code: 0 })
    const files = readdirSync(empty).sort()
    const again = await cli(['demo', '--workspace', empty])
    expect(again.code).toBe(1)
    expect(again.err).toContain('not empty')
    expect(readdirSync(empty).sort()).toEqual(files)
    expect(await cli(['verify', '--workspace', empty], unlocking)).toMatchObject({ code: 1 })
    expect(readdirSync(folder).filter(name => name.startsWith('.'))).toEqual([])
  })
})
