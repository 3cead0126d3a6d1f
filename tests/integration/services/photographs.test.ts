import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { ChangeRequest } from '../../../shared/history/change.ts'
import type { OpenCase } from '../../../shared/ipc/contract.ts'
import {
  buildDetails,
  buildPhotograph,
  buildSite,
  entryId,
  on,
  patientId,
} from '../../support/builders.ts'
import { applied as appliedTo, create, historyOf } from '../../support/changes.ts'
import { heicFile } from '../../support/pictures/heicFile.ts'
import { askImport, handOver, imported, pictureEngine } from '../../support/pictures/importing.ts'
import { exifOf, jpegFile } from '../../support/pictures/jpegFile.ts'
import {
  addTestUser,
  dumpTables,
  openTestWorkspace,
  PASSPHRASE,
  switchUser,
  type TestApp,
  USER,
} from '../../support/workspace.ts'

const PATIENT = patientId(1)
const OTHER = patientId(2)
let app: TestApp

beforeEach(async () => {
  app = await openTestWorkspace({ pictures: pictureEngine() })
  await app.get('patient:create', { id: PATIENT, details: buildDetails() })
})
afterEach(() => app.close())

const applied = (...changes: ChangeRequest[]) => appliedTo(app, PATIENT, changes)
const files = () => {
  try {
    return readdirSync(join(app.folder, 'attachments'))
  } catch {
    return []
  }
}
const findings = async () =>
  (await app.get('workspace:verify', {})).findings.filter(({ ok }) => !ok).map(({ check }) => check)
const reopen = () => switchUser(app, USER)

/** A photograph of the patient with an imported picture. */
async function added(n: number, file = jpegFile(64 + 8 * n, 48)): Promise<OpenCase> {
  const { picture } = await imported(app, PATIENT, file)
  return applied(create(n, buildPhotograph({ picture })))
}

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

describe('a photograph', () => {
  test('is recorded with a picture that was imported, and with no other', async () => {
    const { picture } = await imported(app, PATIENT, jpegFile(64, 64))
    const wrong = [
      { ...picture, attachment: 'f'.repeat(64) },
      { ...picture, width: 65 },
      { ...picture, mediaType: 'image/png' as const },
    ]
    for (const each of wrong) {
      const changes = [create(1, buildPhotograph({ picture: each }))]
      expect(await app.ask('case:apply', { patientId: PATIENT, changes })).toMatchObject({
        error: { kind: 'invalidInput', issues: [{ path: 'changes[0].body.picture' }] },
      })
    }
    const open = await applied(create(1, buildPhotograph({ picture })))
    expect(open.case.entries[0]?.body).toEqual(buildPhotograph({ picture }))
    expect(await findings()).toEqual([])
  })

  test('never becomes another picture, and is not removed as other entries are', async () => {
    await added(1)
    const { picture } = await imported(app, PATIENT, jpegFile(16, 16))
    const swap = { do: 'update', id: entryId(1), revision: 1, body: buildPhotograph({ picture }) }
    const remove = { do: 'remove', id: entryId(1), revision: 1 }
    for (const [change, kind] of [
      [swap, 'invalidInput'],
      [remove, 'conflict'],
    ] as const) {
      const reply = await app.dispatch('case:apply', { patientId: PATIENT, changes: [change] })
      expect(reply).toMatchObject({ ok: false, error: { kind } })
    }
  })

  test('is shown in three sizes and whole, upright and without notes', async () => {
    const notes = exifOf({ orientation: 8, make: 'TestCam Make', artist: 'Testfall Anna' })
    await added(1, jpegFile(2000, 1000, { before: [notes] }))
    const of = { patientId: PATIENT, photograph: entryId(1) }
    for (const [size, width, height] of [
      [96, 48, 96],
      [320, 160, 320],
      [1600, 800, 1600],
    ] as const) {
      const shown = await app.get('photo:thumbnail', { ...of, size })
      expect(shown).toMatchObject({ mediaType: 'image/jpeg', width, height })
    }
    const whole = await app.get('photo:original', of)
    expect(whole).toMatchObject({ mediaType: 'image/jpeg', width: 1000, height: 2000 })
    expect(Buffer.from(whole.bytes).toString('latin1')).not.toMatch(/TestCam|Testfall/)
  })

  test('taken as HEIC is kept as that, and shown as JPEG in every size', async () => {
    const found = await imported(app, PATIENT, heicFile())
    expect(found).toMatchObject({ takenSuggestion: '2024-03-05' })
    expect(found.picture).toMatchObject({ mediaType: 'image/heic', width: 96, height: 64 })
    await applied(create(1, buildPhotograph({ picture: found.picture })))
    const of = { patientId: PATIENT, photograph: entryId(1) }
    const whole = await app.get('photo:original', of)
    expect(whole).toMatchObject({ mediaType: 'image/jpeg', width: 96, height: 64 })
    expect(Buffer.from(whole.bytes.subarray(0, 2)).toString('hex')).toBe('ffd8')
  })

  test('of another patient, or another kind of entry, is not found', async () => {
    await added(1)
    await applied(create(2, buildSite()))
    for (const [patient, n] of [
      [OTHER, 1],
      [PATIENT, 2],
      [PATIENT, 3],
    ] as const) {
      const of = { patientId: patient, photograph: entryId(n) }
      expect(await app.ask('photo:original', of)).toMatchObject({ error: { kind: 'notFound' } })
    }
  })

  test('a look at it is on record, once in half an hour and user, and buries nothing', async () => {
    await added(1)
    await applied(create(2, buildSite()))
    const of = { patientId: PATIENT, photograph: entryId(1) }
    const looks = async () =>
      (await historyOf(app, PATIENT, 1)).filter(({ action }) => action === 'open')
    await app.get('photo:thumbnail', { ...of, size: 320 })
    expect(await looks()).toEqual([])
    await app.get('photo:thumbnail', { ...of, size: 1600 })
    await app.get('photo:original', of)
    expect(await looks()).toMatchObject([{ userName: USER, after: { document: 'photograph' } }])
    app.clock.advance(31 * 60_000)
    await reopen()
    await app.get('photo:original', of)
    expect(await looks()).toHaveLength(2)
    const all = await historyOf(app, PATIENT, null)
    expect(all.filter(({ action }) => action === 'open')).toEqual([])
  })

  test('whose consent was withdrawn gives out no bytes, and all of them again when that is undone', async () => {
    const open = await added(1)
    const body = open.case.entries[0]?.body
    if (body?.kind !== 'photograph') throw new Error('no photograph')
    const consent = {
      purposes: ['careRecord' as const],
      asStated: null,
      given: on('2026-01-05'),
      by: USER,
      withdrawn: { when: on('2026-02-05'), by: USER },
    }
    const withdrawn = await applied({
      do: 'update',
      id: entryId(1),
      revision: 1,
      body: { ...body, consent },
    })
    const of = { patientId: PATIENT, photograph: entryId(1) }
    for (const size of [96, 320, 1600] as const)
      expect(await app.ask('photo:thumbnail', { ...of, size })).toMatchObject({
        error: { kind: 'conflict', message: expect.stringMatching(/^Consent .* withdrawn/) },
      })
    expect(await app.ask('photo:original', of)).toMatchObject({ ok: false })
    expect(files()).toHaveLength(1)
    await app.get('case:undo', { patientId: PATIENT, act: withdrawn.undo?.act ?? '' })
    expect(await app.ask('photo:original', of)).toMatchObject({ ok: true })
  })

  test('whose file is damaged, swapped or gone says so, and verify finds it', async () => {
    await added(1)
    await added(2)
    const folder = join(app.folder, 'attachments')
    const [one = '', two = ''] = files()
    const bytes = readFileSync(join(folder, one))
    const of = (n: number) => ({ patientId: PATIENT, photograph: entryId(n), size: 96 as const })
    const lost = { error: { kind: 'workspace', problem: 'damaged' } }
    const both = async () =>
      (await Promise.all([1, 2].map(n => app.ask('photo:thumbnail', of(n))))).filter(
        ({ ok }) => !ok,
      )
    for (const at of [0, 5, 20, 50, 200, bytes.length - 1]) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      writeFileSync(join(folder, one), changed)
      expect([at, await findings()]).toEqual([at, ['photographs']])
    }
    writeFileSync(join(folder, one), bytes.subarray(0, bytes.length - 1))
    expect(await findings()).toEqual(['photographs'])
    writeFileSync(join(folder, one), Buffer.concat([bytes, Buffer.from('x')]))
    expect(await findings()).toEqual(['photographs'])
    writeFileSync(join(folder, one), readFileSync(join(folder, two)))
    expect(await both()).toMatchObject([lost])
    expect(await findings()).toEqual(['photographs'])
    writeFileSync(join(folder, one), bytes)
    expect(await findings()).toEqual([])
  })
})

describe('removing a photograph', () => {
  const removed = (n: number, revision = 1) =>
    app.get('photo:remove', { patientId: PATIENT, photograph: entryId(n), revision })

  test('deletes its picture, stays on record, and is not undone', async () => {
    await applied(create(9, buildSite()))
    const before = await added(1)
    const open = await removed(1)
    expect(open.case.entries.map(({ body }) => body.kind)).toEqual(['site'])
    expect(files()).toEqual([])
    expect(await historyOf(app, PATIENT, 1)).toMatchObject([
      { action: 'remove', userName: USER, before: before.case.entries[1]?.body },
      { action: 'create' },
    ])
    // What can still be undone is what came before the photograph.
    expect(open.undo?.label).toBe('add scalp site')
    expect(open.redo).toBeNull()
    expect(await findings()).toEqual([])
    expect(
      await app.ask('photo:original', { patientId: PATIENT, photograph: entryId(1) }),
    ).toMatchObject({ error: { kind: 'notFound' } })
  })

  test('keeps a picture that another photograph has too', async () => {
    const file = jpegFile(64, 64)
    await added(1, file)
    await added(2, file)
    await removed(1)
    expect(files()).toHaveLength(1)
    await removed(2)
    expect(files()).toEqual([])
  })

  test('that was changed in between is refused', async () => {
    await added(1)
    const reply = await app.ask('photo:remove', {
      patientId: PATIENT,
      photograph: entryId(1),
      revision: 2,
    })
    expect(reply).toMatchObject({ error: { kind: 'conflict' } })
    expect(files()).toHaveLength(1)
  })

  test('is for who may add photographs', async () => {
    await added(1)
    await addTestUser(app, 'Coordinator', 'coordinator')
    await switchUser(app, 'Coordinator')
    const of = { patientId: PATIENT, photograph: entryId(1) }
    expect(await app.ask('photo:remove', { ...of, revision: 1 })).toMatchObject({
      error: { kind: 'forbidden' },
    })
    expect(await app.ask('photo:original', of)).toMatchObject({ ok: true })
    const update = {
      do: 'update' as const,
      id: entryId(1),
      revision: 1,
      body: buildPhotograph({ caption: 'x' }),
    }
    expect(await app.ask('case:apply', { patientId: PATIENT, changes: [update] })).toMatchObject({
      error: { kind: 'forbidden' },
    })
  })
})

describe('undoing the adding of a photograph', () => {
  test('hides it, and redoing brings it back while the workspace stays open', async () => {
    const open = await added(1)
    const undone = await app.get('case:undo', { patientId: PATIENT, act: open.undo?.act ?? '' })
    expect(undone.case.entries).toEqual([])
    const redone = await app.get('case:redo', { patientId: PATIENT, act: undone.redo?.act ?? '' })
    expect(redone.case.entries).toHaveLength(1)
    expect(files()).toHaveLength(1)
    expect(await findings()).toEqual([])
  })

  test('deletes its picture at the next opening, and redoing is offered no longer', async () => {
    const open = await added(1)
    const undone = await app.get('case:undo', { patientId: PATIENT, act: open.undo?.act ?? '' })
    await reopen()
    expect(files()).toEqual([])
    const now = await app.get('case:get', { patientId: PATIENT })
    expect(now.redo).toBeNull()
    const act = undone.redo?.act ?? ''
    expect(await app.ask('case:redo', { patientId: PATIENT, act })).toMatchObject({
      error: { kind: 'conflict', message: expect.stringMatching(/no longer kept/) },
    })
    expect(await findings()).toEqual([])
    const { changes } = dumpTables(app)
    expect(changes?.at(-1)).toMatchObject({
      entity: 'workspace',
      action: 'remove',
      user_name: USER,
    })
  })
})

describe('an imported picture that no photograph names', () => {
  test('is gone at the next opening, unless a draft names it', async () => {
    const [kept, dropped] = [
      await imported(app, PATIENT, jpegFile(64, 64)),
      await imported(app, PATIENT, jpegFile(72, 64)),
    ]
    expect(await findings()).toEqual([])
    const body = { typed: { picture: { attachment: kept.picture.attachment } } }
    await app.get('draft:put', { key: 'new:photograph', patientId: PATIENT, body })
    await reopen()
    expect(files()).toEqual([kept.picture.attachment])
    const { attachment } = kept.picture
    const staged = await app.get('photo:staged', { attachment })
    expect(staged).toEqual({ picture: kept.picture, thumbnail: kept.thumbnail })
    const gone = await app.ask('photo:staged', { attachment: dropped.picture.attachment })
    expect(gone).toMatchObject({ error: { kind: 'notFound' } })
    await applied(create(1, buildPhotograph({ picture: kept.picture })))
    expect(await findings()).toEqual([])
  })

  test('is deleted when it is discarded, and not once a photograph names it', async () => {
    const { picture } = await imported(app, PATIENT, jpegFile(64, 64))
    const { attachment } = picture
    await app.get('photo:discard', { attachment })
    expect(files()).toEqual([])
    await added(1, jpegFile(64, 64))
    await app.get('photo:discard', { attachment })
    expect(files()).toEqual([attachment])
  })

  test('half a file that a crash left is swept at the next opening', async () => {
    await added(1)
    writeFileSync(join(app.folder, 'attachments', '.0123456789abcdef.tmp'), 'half')
    await reopen()
    expect(files()).toHaveLength(1)
    expect(await findings()).toEqual([])
  })
})

test('the camera is open from asking for it until it is given back, or the lock', async () => {
  await app.get('photo:camera', { on: true })
  await app.get('photo:camera', { on: false })
  await app.get('photo:camera', { on: true })
  await app.get('workspace:lock', {})
  expect(app.camera).toEqual([true, false, true, false])
  onTestFinished(() => {
    app.camera.length = 0
  })
})
