import { createHash, randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import {
  buildDetails,
  buildPhotograph,
  buildSite,
  entryId,
  on,
  patientId,
} from '../../support/builders.ts'
import { applied, create } from '../../support/changes.ts'
import { imported, pictureEngine } from '../../support/pictures/importing.ts'
import { jpegFile } from '../../support/pictures/jpegFile.ts'
import { buildLesion, buildSkinNote } from '../../support/skinBuilders.ts'
import { openTestWorkspace, type TestApp, USER } from '../../support/workspace.ts'

const PATIENT = patientId(1)
const options = {
  patientId: PATIENT,
  lesion: entryId(1),
  cutoff: '>=1',
  paper: 'A4',
  password: null,
} as const
const CONSENT = {
  purposes: ['careRecord' as const],
  asStated: null,
  given: on('2026-11-20'),
  by: 'Dr Testa',
  withdrawn: null,
}
const apps: TestApp[] = []
afterEach(async () => {
  await Promise.all(apps.splice(0).map(app => app.close()))
})

async function opened(): Promise<TestApp> {
  const app = await openTestWorkspace({ pictures: pictureEngine() })
  apps.push(app)
  await app.get('patient:create', { id: PATIENT, details: buildDetails() })
  await applied(app, PATIENT, [
    create(1, buildLesion({ label: 'L1' })),
    create(2, buildLesion({ label: 'L2' })),
    create(3, buildSkinNote()),
    create(4, buildSite()),
  ])
  return app
}

describe('the report of a skin lesion', () => {
  test('is laid out from the case as it is, and put on record with the lesion that it is of', async () => {
    const app = await opened()
    const job = randomUUID()
    const { bytes, fileName } = await app.get('lesion:render', { job, options })
    const { case: subject } = await app.get('case:get', { patientId: PATIENT })
    expect(app.reported).toMatchObject([
      { case: subject, lesion: entryId(1), paper: 'A4', printedBy: { name: USER } },
    ])
    // SECURITY: neither whose lesion it is, nor which, nor where.
    expect(fileName).toMatch(/^skin-lesion-\d{4}-\d\d-\d\d-\d{4}\.pdf$/)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(await app.get('lesion:save', { job })).toEqual({ saved: true })
    const { changes } = await app.get('case:history', {
      patientId: PATIENT,
      entry: null,
      before: null,
      limit: 1,
    })
    expect(changes[0]).toMatchObject({
      action: 'export',
      userName: USER,
      after: { document: 'lesion', lesion: entryId(1), sha256, pages: 1, protected: false },
    })
  })

  test('has the chosen photographs of this lesion and of its notes alone', async () => {
    const app = await opened()
    const about = [
      { lesion: entryId(1), chosen: true },
      { skinNote: entryId(3), chosen: true },
      { lesion: entryId(1), chosen: false },
      { lesion: entryId(2), chosen: true },
    ]
    for (const [i, of] of about.entries()) {
      const { picture } = await imported(app, PATIENT, jpegFile(64 + 8 * i, 48))
      const body = buildPhotograph({ picture, consent: CONSENT, lesion: null, ...of })
      await applied(app, PATIENT, [create(10 + i, body)])
    }
    await app.get('lesion:render', { job: randomUUID(), options })
    const [report] = app.reported
    expect(report?.photographs.map(({ photograph }) => photograph).toSorted()).toEqual([
      entryId(10),
      entryId(11),
    ])
  })

  test.each([
    ['of another kind of entry', entryId(4)],
    ['that is not there', entryId(99)],
  ])('of a lesion %s is refused', async (_, lesion) => {
    const app = await opened()
    const asked = { job: randomUUID(), options: { ...options, lesion } }
    expect(await app.ask('lesion:render', asked)).toMatchObject({ error: { kind: 'notFound' } })
    expect(app.reported).toEqual([])
  })

  test('does not outlast the lock', async () => {
    const app = await opened()
    const job = randomUUID()
    await app.get('lesion:render', { job, options })
    await app.get('workspace:lock', {})
    expect(await app.ask('lesion:save', { job })).toMatchObject({ error: { kind: 'locked' } })
    expect(app.saved).toEqual([])
  })
})
