import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { buildPhotograph, buildSite, entryId, on, patientId } from '../../support/builders.ts'
import { create, historyOf } from '../../support/changes.ts'
import { heicFile } from '../../support/pictures/heicFile.ts'
import { imported } from '../../support/pictures/importing.ts'
import { exifOf, jpegFile } from '../../support/pictures/jpegFile.ts'
import { PATIENT, photographWorkspace } from '../../support/pictures/photographWorkspace.ts'
import { type TestApp, USER } from '../../support/workspace.ts'

const OTHER = patientId(2)
const workspace = photographWorkspace()
const { applied, files, findings, reopen, added } = workspace
let app: TestApp
beforeEach(() => {
  app = workspace.app()
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
