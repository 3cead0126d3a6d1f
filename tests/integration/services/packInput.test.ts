import { afterEach, beforeEach, expect, test } from 'vitest'
import { packHead, packSection, recordPack } from '../../../electron/services/packInput.ts'
import type { PackHead, PackKind } from '../../../shared/meeting/pack.ts'
import { buildSpecimen, patientId } from '../../support/builders.ts'
import { create } from '../../support/changes.ts'
import { listOf, rowOf, saveOutcome, signedOutcome } from '../../support/listedMeeting.ts'
import { buildMeeting, meetingId } from '../../support/meetings.ts'
import { openTestWorkspace, type TestApp } from '../../support/workspace.ts'

const MEETING = meetingId(1)
let app: TestApp
beforeEach(async () => {
  app = await openTestWorkspace()
  await listOf(app, 4)
})
afterEach(() => app.close())

const times = () => ({ clock: app.clock, zone: () => 0 })
const open = () => app.services.session.need('read')
const head = (kind: PackKind) =>
  packHead(
    open(),
    {
      meetingId: MEETING,
      kind,
      patientIds: null,
      cutoff: '>=1',
      paper: 'A4',
      since: null,
      outcomeSheets: true,
      password: null,
    },
    times(),
  )
const numbersOf = ({ sections }: PackHead) => sections.map(id => Number(id.slice(-12)))

function print(printed: PackHead): void {
  const sections = printed.sections.map(id => packSection(open(), printed, id, times()))
  recordPack(open(), printed, {
    at: app.clock.now().toISOString(),
    action: 'print',
    sha256: 'f'.repeat(64),
    pages: 9,
    digests: new Map(sections.map(({ item, digest }) => [item.patientId, digest])),
  })
}

async function skip(n: number): Promise<void> {
  const list = await app.get('meeting:get', { meetingId: MEETING })
  await app.get('meeting:item', {
    meetingId: MEETING,
    patientId: patientId(n),
    revision: rowOf(list, n).item.revision,
    body: {
      state: { state: 'notDiscussed', protocol: 'M-1', reason: null },
      presenter: null,
      awaited: [],
      note: null,
    },
  })
}

test('a pack has the whole list on its agenda and a section for each case that is for discussion, in the order of the list', async () => {
  await skip(2)
  await app.get('meeting:order', { meetingId: MEETING, order: [4, 2, 1, 3].map(patientId) })
  const pack = head('pack')
  expect(pack.lines.map(({ item }) => item.patientId)).toEqual([4, 2, 1, 3].map(patientId))
  expect(numbersOf(pack)).toEqual([4, 1, 3])
  expect(numbersOf(head('agenda'))).toEqual([])
  await signedOutcome(app, 3)
  await saveOutcome(app, 1, null)
  expect(numbersOf(head('letter'))).toEqual([3])
  const section = packSection(open(), head('pack'), patientId(3), times())
  expect(section.outcome?.signed).not.toBeNull()
  expect(section.case.patient.id).toBe(patientId(3))
})

test('nothing changes a supplement but what has changed since the pack was printed', async () => {
  expect(head('supplement').printed).toBeNull()
  await skip(2)
  print(head('pack'))
  expect(head('supplement')).toMatchObject({ sections: [], printed: { changes: [] } })
  app.clock.advance(60_000)
  const changes = [create(1, buildSpecimen())]
  await app.get('case:apply', { patientId: patientId(3), changes: structuredClone(changes) })
  await app.get('meeting:drop', { meetingId: MEETING, patientId: patientId(4) })
  await skip(1)
  const supplement = head('supplement')
  const told = supplement.printed?.changes.map(({ patient, kind, was, now }) => [
    Number(patient.id.slice(-12)),
    kind,
    was,
    now,
  ])
  expect(told).toEqual([
    [1, 'state', 1, 1],
    [3, 'case', 3, 3],
    [4, 'dropped', 4, null],
  ])
  expect(numbersOf(supplement)).toEqual([1, 3])
  const { earlier } = packSection(open(), supplement, patientId(3), times())
  expect(earlier).toMatchObject({ by: 'printed', from: '2026-11-22T14:32:00.000Z' })
  expect(earlier?.touched.map(({ was }) => was)).toEqual(['absent'])
})

test('a change that was taken back is none, and a moved case is the only one that moved', async () => {
  print(head('pack'))
  const changes = [create(1, buildSpecimen())]
  const { undo } = await app.get('case:apply', {
    patientId: patientId(3),
    changes: structuredClone(changes),
  })
  await app.get('case:undo', { patientId: patientId(3), act: undo?.act ?? '' })
  await app.get('meeting:order', { meetingId: MEETING, order: [4, 1, 2, 3].map(patientId) })
  const kinds = head('supplement').printed?.changes.map(({ patient, kind }) => [patient.id, kind])
  expect(kinds).toEqual([[patientId(4), 'moved']])
})

test('what left is on record: for the meeting, for each patient with a section, and in the print log', async () => {
  await skip(2)
  print(head('pack'))
  const { db } = open().workspace
  const rows = db
    .prepare<[], { entity: string; patient: string | null }>(
      `SELECT entity, patient_id AS patient FROM changes WHERE action = 'print' ORDER BY seq`,
    )
    .all()
  expect(rows).toEqual([
    { entity: 'meeting', patient: null },
    ...[1, 3, 4].map(n => ({ entity: 'patient', patient: patientId(n) })),
  ])
  const log = db
    .prepare<[], { kind: string; body: string }>('SELECT kind, body FROM print_log')
    .all()
  expect(log).toHaveLength(1)
  expect(JSON.parse(log[0]?.body ?? '')).toMatchObject({ pages: 9, protected: false })
  expect(log[0]?.body).not.toMatch(/Testfall/)
})

test('a meeting of no patient has a pack with nothing but its cover', async () => {
  await app.get('meeting:create', { id: meetingId(2), body: buildMeeting() })
  const { options } = head('pack')
  const empty = packHead(open(), { ...options, meetingId: meetingId(2) }, times())
  expect([empty.lines, empty.sections]).toEqual([[], []])
})
