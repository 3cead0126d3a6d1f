import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { buildDetails, patientId } from '../../support/builders.ts'
import { askImport, handOver, imported } from '../../support/pictures/importing.ts'
import { exifOf, jpegFile } from '../../support/pictures/jpegFile.ts'
import { PATIENT, photographWorkspace } from '../../support/pictures/photographWorkspace.ts'
import {
  addTestUser,
  dumpTables,
  PASSPHRASE,
  switchUser,
  type TestApp,
  USER,
} from '../../support/workspace.ts'

const OTHER = patientId(2)
const workspace = photographWorkspace()
const { files, findings, added } = workspace
let app: TestApp
beforeEach(() => {
  app = workspace.app()
})

describe('importing a picture', () => {
  test('tells what it is, shows it small and upright, and offers the day that the camera noted', async () => {
    const file = jpegFile(640, 480, {
      before: [exifOf({ orientation: 6, taken: '2026:02:03 10:11:12' })],
    })
    const found = await imported(app, PATIENT, file)
    expect(found.picture).toMatchObject({ mediaType: 'image/jpeg', width: 480, height: 640 })
    expect(found.picture.byteSize).toBeLessThan(file.length)
    expect(found).toMatchObject({
      takenSuggestion: '2026-02-03',
      remarks: [],
      alreadyIn: { thisCase: 0, otherCases: 0 },
      thumbnail: { mediaType: 'image/jpeg', width: 240, height: 320 },
    })
    expect(Buffer.from(found.thumbnail.bytes.subarray(0, 2)).toString('hex')).toBe('ffd8')
    expect(files()).toEqual([found.picture.attachment])
  })

  test('tells how far it is, up to the end', async () => {
    const upload = await handOver(app, jpegFile(64, 64))
    await app.get('photo:import', { upload, patientId: PATIENT, extension: 'jpg' })
    const told = app.events.flatMap(({ event, payload }) =>
      event === 'photo:progress' ? [payload as { upload: string; done: number }] : [],
    )
    expect(told.every(each => each.upload === upload)).toBe(true)
    const done = told.map(each => each.done)
    expect(done).toEqual(done.toSorted((a, b) => a - b))
    expect(done.at(-1)).toBe(1)
  })

  test('offers no day that lies ahead', async () => {
    const before = [exifOf({ taken: '2031:02:03 10:11:12' })]
    expect((await imported(app, PATIENT, jpegFile(8, 8, { before }))).takenSuggestion).toBeNull()
  })

  test('tells where the name of the file says another kind', async () => {
    const reply = await askImport(app, PATIENT, jpegFile(8, 8), 'png')
    expect(reply).toMatchObject({
      value: {
        picture: { mediaType: 'image/jpeg' },
        remarks: [
          'The name of the file says PNG, yet it is a JPEG picture. It was imported as that.',
        ],
      },
    })
  })

  test('keeps the same picture once, whatever its notes, and tells who has it', async () => {
    await added(1, jpegFile(64, 64))
    await app.get('patient:create', { id: OTHER, details: buildDetails({ familyName: 'Andere' }) })
    const again = jpegFile(64, 64, { before: [exifOf({ make: 'Another camera' })] })
    const here = await imported(app, PATIENT, again)
    expect(here.alreadyIn).toEqual({ thisCase: 1, otherCases: 0 })
    expect((await imported(app, OTHER, again)).alreadyIn).toEqual({ thisCase: 0, otherCases: 1 })
    expect(files()).toEqual([here.picture.attachment])
  })

  test('a picture of 48 megapixels is taken', async () => {
    const { picture } = await imported(app, PATIENT, jpegFile(8000, 6000))
    expect(picture).toMatchObject({ width: 8000, height: 6000 })
  })

  test.each([
    ['an empty file', new Uint8Array(0), /^The file is empty\. Nothing was imported\./],
    ['a text', Buffer.from('no picture at all'), /^The file is no picture\./],
    [
      'a drawing with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      /^The file is a drawing or a page/,
    ],
    ['a cut-off file', jpegFile(800, 600).subarray(0, 2000), /^The file is cut off/],
    [
      'a decompression bomb',
      jpegFile(65_000, 65_000).subarray(0, 4096),
      /^The (picture has|file is cut off)/,
    ],
  ])('%s is refused with a sentence, and nothing of it stays', async (_, file, sentence) => {
    const before = dumpTables(app)
    const reply = await askRefused(file)
    expect(reply).toMatchObject({ ok: false, error: { kind: 'conflict' } })
    expect(reply.ok ? '' : reply.error.message).toMatch(sentence)
    expect(files()).toEqual([])
    expect(dumpTables(app)).toEqual(before)
    expect(app.log).toEqual([])
  })

  async function askRefused(file: Uint8Array) {
    if (file.length > 0) return askImport(app, PATIENT, file)
    const upload = randomUUID()
    return app.ask('photo:upload', { upload, offset: 0, total: 0, bytes: new Uint8Array(file) })
  }

  test('a file that says it is larger than 60 MB is refused before it is handed over', async () => {
    const reply = await app.ask('photo:upload', {
      upload: randomUUID(),
      offset: 0,
      total: 60 * 1024 * 1024 + 1,
      bytes: new Uint8Array(10),
    })
    expect(reply).toMatchObject({ error: { message: expect.stringMatching(/larger than 60 MB/) } })
  })

  test('a part out of order, beyond the end or of an unknown file is refused', async () => {
    const upload = randomUUID()
    const part = { upload, total: 20, bytes: new Uint8Array(10) }
    expect(await app.ask('photo:upload', { ...part, offset: 10 })).toMatchObject({ ok: false })
    expect(await app.get('photo:upload', { ...part, offset: 0 })).toEqual({ received: 10 })
    expect(await app.ask('photo:upload', { ...part, offset: 0 })).toMatchObject({ ok: false })
    expect(await app.ask('photo:upload', { ...part, offset: 10, total: 21 })).toMatchObject({
      ok: false,
    })
    const early = await app.ask('photo:import', { upload, patientId: PATIENT, extension: '' })
    expect(early).toMatchObject({
      error: { message: expect.stringMatching(/not handed over whole/) },
    })
    const beyond = { ...part, offset: 10, bytes: new Uint8Array(11) }
    expect(await app.ask('photo:upload', beyond)).toMatchObject({ ok: false })
    expect(await app.get('photo:upload', { ...part, offset: 10 })).toEqual({ received: 20 })
  })

  test('that is cancelled while it is read leaves nothing', async () => {
    const upload = await handOver(app, jpegFile(4000, 3000))
    const importing = app.ask('photo:import', { upload, patientId: PATIENT, extension: 'jpg' })
    await app.get('photo:cancel', { upload })
    expect(await importing).toMatchObject({ error: { kind: 'cancelled' } })
    expect(files()).toEqual([])
  })

  test('that a lock cuts off is refused, and what it left is gone at the next opening', async () => {
    const upload = await handOver(app, jpegFile(4000, 3000))
    const importing = app.ask('photo:import', { upload, patientId: PATIENT, extension: 'jpg' })
    await app.get('workspace:lock', {})
    expect(await importing).toMatchObject({ ok: false })
    await app.get('workspace:unlock', {
      folder: app.folder,
      userName: USER,
      passphrase: PASSPHRASE,
    })
    expect(files()).toEqual([])
    expect(await findings()).toEqual([])
  })

  test.each(['coordinator', 'administrator', 'readOnly'] as const)(
    'is not for the role %s',
    async role => {
      await addTestUser(app, 'Someone', role)
      await switchUser(app, 'Someone')
      const part = { upload: randomUUID(), offset: 0, total: 3, bytes: new Uint8Array(3) }
      expect(await app.ask('photo:upload', part)).toMatchObject({ error: { kind: 'forbidden' } })
    },
  )
})
