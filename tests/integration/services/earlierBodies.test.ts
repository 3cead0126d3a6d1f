import { afterEach, beforeEach, expect, test } from 'vitest'
import { insertEntry, updateEntry } from '../../../electron/db/queries/entries.ts'
import { verifyWorkspace } from '../../../electron/db/verify.ts'
import { createRecorder } from '../../../electron/services/record.ts'
import type { EntryBody } from '../../../shared/case/entry.ts'
import {
  buildDetails,
  buildLocal,
  buildReading,
  buildSpecimen,
  entryId,
  patientId,
} from '../../support/builders.ts'
import { openTestWorkspace, type TestApp } from '../../support/workspace.ts'

const PATIENT = patientId(1)
let app: TestApp

beforeEach(async () => {
  app = await openTestWorkspace()
  await app.get('patient:create', { id: PATIENT, details: buildDetails() })
})
afterEach(() => app.close())

/** The members that an earlier release did not write. */
const LATER = ['lesion', 'skinLesions', 'ect', 'wound']

function asEarlier(body: EntryBody): Record<string, unknown> {
  const members = Object.entries(body).filter(([name]) => !LATER.includes(name))
  return JSON.parse(JSON.stringify(Object.fromEntries(members), withoutReason))
}

/** An ISH said nothing of why it has no result. */
function withoutReason(name: string, value: unknown): unknown {
  if (name !== 'ish' || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([member]) => member !== 'missing'))
}

/** With an ISH beside its other results. */
function specimenWith(overrides: Parameters<typeof buildSpecimen>[0] = {}) {
  const ish = {
    result: 'notAmplified',
    missing: null,
    ratio: null,
    copyNumber: null,
    group: null,
    method: 'FISH',
  } as const
  const readings = [buildReading({ ihc: { low: '2+', high: null }, ish })]
  const her2 = { marker: 'HER2', missing: null, missingAsReported: null, readings }
  return buildSpecimen({ results: [her2], ...overrides })
}

/** So many days after the patient was recorded. */
function later(days: number): string {
  return new Date(app.clock.now().getTime() + days * 86_400_000).toISOString()
}

/** Two bodies and a change of one of them, as an earlier release stored them: rows and history. */
function storedByAnEarlierRelease(): void {
  const open = app.services.session.need('writeCase')
  const { db } = open.workspace
  const [specimen, local] = [asEarlier(specimenWith()), asEarlier(buildLocal())]
  const changed = { ...specimen, findings: 'reread' }
  const write = (n: number, kind: string, body: unknown) => {
    const recorder = createRecorder(open, { patientId: PATIENT, at: later(1) })
    insertEntry(db, { id: entryId(n), patientId: PATIENT, kind, body, position: n })
    const told = { entity: 'entry', entityId: entryId(n), kind, action: 'create' } as const
    recorder.record({ ...told, before: null, after: body })
  }
  write(1, 'specimen', specimen)
  write(2, 'local', local)
  const recorder = createRecorder(open, { patientId: PATIENT, at: later(3) })
  updateEntry(db, { id: entryId(1), expectedRevision: 1, body: changed, position: 1 })
  const told = {
    entity: 'entry',
    entityId: entryId(1),
    kind: 'specimen',
    action: 'update',
  } as const
  recorder.record({ ...told, before: specimen, after: changed })
}

const problems = () => verifyWorkspace(app.services.session.need('read').workspace)

test('bodies of an earlier release read with nothing recorded in the members that it did not know', async () => {
  storedByAnEarlierRelease()
  const { case: of } = await app.get('case:get', { patientId: PATIENT })
  expect(of.entries.map(({ body }) => body)).toEqual([
    specimenWith({ findings: 'reread' }),
    buildLocal(),
  ])
  expect(problems()).toEqual([])
})

test('their changes are undone and redone, and their earlier state is read', async () => {
  storedByAnEarlierRelease()
  const open = await app.get('case:get', { patientId: PATIENT })
  expect(open.undo?.label).toBe('change specimen A')
  const { earlier } = await app.get('case:since', {
    patientId: PATIENT,
    since: { from: 'day', day: later(3).slice(0, 10) },
  })
  expect(earlier?.touched).toMatchObject([{ was: 'there', past: { body: specimenWith() } }])
  const undone = await app.get('case:undo', { patientId: PATIENT, act: open.undo?.act ?? '' })
  expect(undone.case.entries[0]?.body).toEqual(specimenWith())
  const redone = await app.get('case:redo', { patientId: PATIENT, act: undone.redo?.act ?? '' })
  expect(redone.case.entries[0]?.body).toEqual(specimenWith({ findings: 'reread' }))
  expect(problems()).toEqual([])
})

test('a body of an earlier release is changed and saved like any other', async () => {
  storedByAnEarlierRelease()
  const body = specimenWith({ findings: 'reread', note: 'seen again' })
  const changes = [{ do: 'update', id: entryId(1), revision: 2, body }] as const
  const saved = await app.get('case:apply', { patientId: PATIENT, changes: [...changes] })
  expect(saved.case.entries[0]?.body).toEqual(body)
  expect(problems()).toEqual([])
})
