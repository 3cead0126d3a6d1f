import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { buildPhotograph, buildSite, entryId } from '../../support/builders.ts'
import { create, historyOf } from '../../support/changes.ts'
import { imported } from '../../support/pictures/importing.ts'
import { jpegFile } from '../../support/pictures/jpegFile.ts'
import { PATIENT, photographWorkspace } from '../../support/pictures/photographWorkspace.ts'
import { addTestUser, dumpTables, switchUser, type TestApp, USER } from '../../support/workspace.ts'

const workspace = photographWorkspace()
const { applied, files, findings, reopen, added } = workspace
let app: TestApp
beforeEach(() => {
  app = workspace.app()
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
