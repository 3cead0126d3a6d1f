import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Application } from '../../../electron/application.ts'
import { createWorkspace } from '../../../electron/db/create.ts'
import { ascii, joined } from '../../../electron/pictures/byteReader.ts'
import { EntryId } from '../../../shared/ids.ts'
import { buildDetails, buildPhotograph, entryId, patientId } from '../../support/builders.ts'
import {
  filesBelow,
  filesWith,
  ownLetters,
  placeNeedle,
  rowNeedles,
  temporaryFilesSince,
} from '../../support/leaks.ts'
import {
  type Asking,
  askingOf,
  PASSPHRASE,
  USER,
  wholeApplication,
} from '../../support/pictures/application.ts'
import { askImport, imported } from '../../support/pictures/importing.ts'
import { exifOf, segment } from '../../support/pictures/jpegFile.ts'
import { noisyJpeg } from '../../support/pictures/noisyJpeg.ts'
import { CHEAP_SCRYPT_N } from '../../support/workspace.ts'

const PATIENT = patientId(7)
const NAME = `Vandermolen-${ownLetters()}`
const LATITUDE = [47, 13, 997] as const
const PLACE = `Oberstockstall ${ownLetters()}`

let root: string
let temporary: string
let data: string
let picture: Uint8Array
let needles: Buffer[]
let app: Application
let asking: Asking
let startedAt: number
const before = process.env.TMPDIR
const folder = () => join(data, 'workspaces', 'Skin')

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'metboard-pictures-'))
  temporary = join(root, 'temporary')
  data = join(root, 'data')
  mkdirSync(temporary)
  // Whatever asks the system for its temporary folder, the worker that reads pictures among it, is given an empty one.
  process.env.TMPDIR = temporary
  startedAt = Date.now() - 2000
  const noise = await noisyJpeg(320, 240)
  const notes = exifOf({ orientation: 6, make: PLACE, artist: NAME, latitude: LATITUDE })
  const xmp = segment(
    0xe1,
    joined([ascii('http://ns.adobe.com/xap/1.0/\0'), ascii(`${NAME} ${PLACE}`)]),
  )
  picture = joined([noise.subarray(0, 2), notes, xmp, noise.subarray(2)])
  needles = [Buffer.from(NAME), Buffer.from(PLACE), placeNeedle(LATITUDE), ...rowNeedles(noise)]
  app = wholeApplication(data)
  asking = askingOf(app)
  const user = { userName: USER, passphrase: PASSPHRASE, scryptN: CHEAP_SCRYPT_N }
  const created = await createWorkspace(folder(), { ...user, role: 'dermatologist' })
  created.workspace.close()
  await unlock()
  await asking.get('patient:create', { id: PATIENT, details: buildDetails({ familyName: NAME }) })
})

afterAll(async () => {
  await app.close()
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  rmSync(root, { recursive: true, force: true })
})

function expectNothingInTheClear(): void {
  const files = filesBelow(data)
  expect(files.some(file => file.includes('attachments'))).toBe(true)
  expect(filesWith(files, needles)).toEqual([])
  expect(filesBelow(temporary)).toEqual([])
}

/** The machine's own temporary folders, in files that were written since the test began. */
function expectNothingOutside(): void {
  const machine = temporaryFilesSince(startedAt)
  expect(machine.length).toBeGreaterThan(0)
  expect(filesWith(machine, needles)).toEqual([])
}

function unlock(): Promise<unknown> {
  return asking.get('workspace:unlock', {
    folder: folder(),
    userName: USER,
    passphrase: PASSPHRASE,
  })
}

async function faults(): Promise<string[]> {
  const { findings } = await asking.get('workspace:verify', {})
  return findings.filter(({ ok }) => !ok).map(({ check }) => check)
}

describe('no file holds a photograph, its place or the patient’s name in the clear', () => {
  test('the search finds what it looks for in the picture itself', () => {
    const found = needles.map(needle => Buffer.from(picture).includes(needle))
    expect(found.filter(Boolean)).toHaveLength(5)
    const sent = Buffer.from(Buffer.from(picture).toString('base64'))
    expect(needles.filter(needle => sent.includes(needle)).length).toBeGreaterThanOrEqual(2)
  })

  test('after an import, one that was refused, a look, a lock and another opening', async () => {
    const found = await imported(asking, PATIENT, picture)
    const body = buildPhotograph({ picture: found.picture, caption: NAME })
    const changes = [{ do: 'create' as const, id: entryId(1), body }]
    await asking.get('case:apply', { patientId: PATIENT, changes })
    const refused = await askImport(asking, PATIENT, picture.subarray(0, picture.length - 100))
    expect(refused).toMatchObject({ ok: false, error: { kind: 'conflict' } })
    expect(JSON.stringify(refused)).not.toMatch(new RegExp(`${NAME}|${PLACE}`))
    const shown = await asking.get('photo:original', { patientId: PATIENT, photograph: entryId(1) })
    // What comes back is the picture, to the row, without the words.
    const given = Buffer.from(shown.bytes)
    expect(needles.map(needle => given.includes(needle)).slice(0, 4)).toEqual([
      false,
      false,
      false,
      true,
    ])
    expectNothingInTheClear()
    await asking.get('workspace:lock', {})
    expectNothingInTheClear()
    await unlock()
    expect(await faults()).toEqual([])
    expectNothingInTheClear()
    expectNothingOutside()
  })

  test('a kill at any moment of an import leaves whole photographs, nothing else, and nothing readable', async () => {
    await asking.get('workspace:lock', {})
    for (const [photographs, wait] of [
      [0, 0],
      [0, 90],
      [1, 40],
      [2, 150],
    ] as const) {
      const acknowledged = await importUntilKilled(photographs, wait)
      expect(acknowledged.length).toBeGreaterThanOrEqual(photographs)
      expectNothingInTheClear()
      await unlock()
      expect(await faults()).toEqual([])
      const { case: of } = await asking.get('case:get', { patientId: PATIENT })
      const recorded = new Map(of.entries.map(({ id, body }) => [String(id), body]))
      const named = new Set<string>()
      for (const [id, attachment] of acknowledged)
        expect(recorded.get(id)).toMatchObject({ picture: { attachment } })
      for (const [id, body] of recorded) {
        if (body.kind !== 'photograph') continue
        named.add(body.picture.attachment)
        const photograph = EntryId.parse(id)
        const { bytes } = await asking.get('photo:original', { patientId: PATIENT, photograph })
        expect(bytes.length).toBe(body.picture.byteSize)
      }
      expect(readdirSync(join(folder(), 'attachments')).toSorted()).toEqual([...named].toSorted())
      await asking.get('workspace:lock', {})
    }
    expectNothingOutside()
  }, 120_000)
})

/** Imports in a process of its own, killed some milliseconds after so many photographs; gives what it had acknowledged. */
function importUntilKilled(
  photographs: number,
  wait: number,
): Promise<[id: string, attachment: string][]> {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, 'importUntilKilled.ts')
    const child = spawn(process.execPath, [script, data, folder(), PATIENT], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, TMPDIR: temporary },
    })
    let said = ''
    let isDue = false
    let isKilled = false
    child.stdin.end(picture)
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      // The first line says that the workspace is open.
      if (isDue || said.split('\n').length - 2 < photographs) return
      isDue = true
      setTimeout(() => {
        isKilled = true
        child.kill('SIGKILL')
      }, wait)
    })
    child.once('close', () => {
      if (!isKilled) return reject(new Error('the import ended by itself'))
      const lines = said.split('\n').slice(1, -1)
      resolve(lines.map(line => line.split(' ') as [string, string]))
    })
  })
}
