import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Photograph } from '../../../shared/case/photograph.ts'
import { buildDetails, buildPhotograph, entryId, on, patientId } from '../../support/builders.ts'
import { applied, create } from '../../support/changes.ts'
import { imported, pictureEngine } from '../../support/pictures/importing.ts'
import { exifOf, jpegFile } from '../../support/pictures/jpegFile.ts'
import { openTestWorkspace, type TestApp } from '../../support/workspace.ts'

const PATIENT = patientId(1)
const CONSENT = {
  purposes: ['careRecord'],
  asStated: null,
  given: on('2026-11-20'),
  by: 'Dr Testa',
  withdrawn: null,
} satisfies Photograph['consent']
let app: TestApp

beforeEach(async () => {
  app = await openTestWorkspace({ pictures: pictureEngine() })
  await app.get('patient:create', { id: PATIENT, details: buildDetails() })
})
afterEach(() => app.close())

async function added(n: number, overrides: Partial<Photograph>): Promise<void> {
  const file = jpegFile(64 + 8 * n, 48, { before: [exifOf({ make: 'Secret camera' })] })
  const { picture } = await imported(app, PATIENT, file)
  await applied(app, PATIENT, [create(n, buildPhotograph({ picture, ...overrides }))])
}

async function printed() {
  const options = { patientId: PATIENT, cutoff: '>=1', paper: 'A4', password: null } as const
  await app.get('summary:render', { job: randomUUID(), options })
  return app.rendered.at(-1)?.photographs ?? []
}

test('only the photographs that were chosen one by one go on paper, upright and without the camera’s notes', async () => {
  await added(1, { consent: CONSENT })
  await added(2, { consent: CONSENT, chosen: true, caption: 'left of the scar' })
  const photographs = await printed()
  expect(photographs.map(({ photograph }) => photograph)).toEqual([entryId(2)])
  const [only] = photographs
  expect(only?.caption).toContain('“left of the scar”')
  expect(Buffer.from(only?.jpeg.subarray(0, 2) ?? []).toString('hex')).toBe('ffd8')
  expect(Buffer.from(only?.jpeg ?? []).includes('Secret camera')).toBe(false)
})

test('one whose consent was withdrawn is not printed, though it was chosen', async () => {
  const withdrawn = { when: on('2026-11-21'), by: 'Dr Testa' }
  await added(1, { chosen: true, consent: { ...CONSENT, withdrawn } })
  expect(await printed()).toEqual([])
})

test('one that the patient gave for teaching alone is not printed, though it was chosen', async () => {
  await added(1, { chosen: true, consent: { ...CONSENT, purposes: ['teaching'] } })
  await added(2, { chosen: true, consent: { ...CONSENT, purposes: ['tumourBoard', 'teaching'] } })
  expect((await printed()).map(({ photograph }) => photograph)).toEqual([entryId(2)])
})

test('says below one without a recorded consent that none is recorded', async () => {
  await added(1, { chosen: true, consent: null })
  expect((await printed())[0]?.caption).toContain('consent not recorded')
})
