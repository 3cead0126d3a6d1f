import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { buildDetails, patientId } from '../../support/builders.ts'
import { openTestWorkspace, type TestApp } from '../../support/workspace.ts'

const PATIENT = patientId(1)
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><text>surgery</text></svg>'
const apps: TestApp[] = []

async function opened(): Promise<TestApp> {
  const app = await openTestWorkspace()
  apps.push(app)
  await app.get('patient:create', { id: PATIENT, details: buildDetails() })
  return app
}
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
})

async function exports(app: TestApp) {
  const { changes } = await app.get('case:history', {
    patientId: PATIENT,
    entry: null,
    before: null,
    limit: 50,
  })
  return changes.filter(({ action }) => action === 'export').map(({ after }) => after)
}

describe('the time axis as a file', () => {
  test('that leaves is on record with the hash of its very text, under a name without the patient', async () => {
    const app = await opened()
    const { fileName } = await app.get('axis:record', { patientId: PATIENT, svg: SVG })
    expect(fileName).toMatch(/^time-axis-\d{4}-\d\d-\d\d-\d{4}\.svg$/)
    const sha256 = createHash('sha256').update(SVG).digest('hex')
    expect(await exports(app)).toEqual([{ document: 'axis', sha256 }])
  })

  test('is refused for a patient who is not there, and for anything that is no drawing', async () => {
    const app = await opened()
    const unknown = await app.ask('axis:record', { patientId: patientId(2), svg: SVG })
    expect(unknown).toMatchObject({ ok: false, error: { kind: 'notFound' } })
    const script = await app.ask('axis:record', { patientId: PATIENT, svg: '<script>' })
    expect(script).toMatchObject({ ok: false, error: { kind: 'invalidInput' } })
    expect(await exports(app)).toEqual([])
  })

  test('is written where the person says, byte for byte, and then on record', async () => {
    const app = await opened()
    expect(await app.get('axis:save', { patientId: PATIENT, svg: SVG })).toEqual({ saved: true })
    const [file] = app.saved
    expect(file?.fileName).toMatch(/^time-axis-\d{4}-\d\d-\d\d-\d{4}\.svg$/)
    expect(Buffer.from(file?.bytes ?? []).toString('utf8')).toBe(SVG)
    expect(await exports(app)).toHaveLength(1)
  })
})
