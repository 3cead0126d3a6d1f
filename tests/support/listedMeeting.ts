import type { MeetingId, PatientId } from '../../shared/ids.ts'
import type { Reply } from '../../shared/ipc/contract.ts'
import type { MeetingList, MeetingRow } from '../../shared/meeting/meetingList.ts'
import type { Outcome, OutcomeBody } from '../../shared/meeting/outcome.ts'
import { buildDetails, patientId } from './builders.ts'
import { buildMeeting, buildOutcome, meetingId } from './meetings.ts'
import type { TestApp } from './workspace.ts'

/** Patients 1 to n, and a meeting that has them all on its list. */
export async function listOf(
  app: TestApp,
  n: number,
  id: MeetingId = meetingId(1),
): Promise<MeetingList> {
  const patientIds = Array.from({ length: n }, (_, at) => patientId(at + 1))
  for (const each of patientIds)
    await app.get('patient:create', {
      id: each,
      details: buildDetails({ familyName: `Testfall ${each.slice(-4)}`, identifiers: [] }),
    })
  await app.get('meeting:create', { id, body: buildMeeting() })
  return app.get('meeting:add', { meetingId: id, patientIds })
}

export function orderOf({ rows }: MeetingList): number[] {
  return rows.map(({ item }) => Number(item.patientId.slice(-12)))
}

export function rowOf({ rows }: MeetingList, n: number): MeetingRow {
  const row = rows.find(({ item }) => item.patientId === patientId(n))
  if (row === undefined) throw new Error(`patient ${n} is not on the list`)
  return row
}

/** The value of an answer that must be one. */
export function answerOf<T>(reply: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  return reply.value
}

export function saveOutcome(
  app: TestApp,
  n: number,
  revision: number | null,
  body: OutcomeBody = buildOutcome(),
  meeting: MeetingId = meetingId(1),
): Promise<Reply<'outcome:save'>> {
  const id: PatientId = patientId(n)
  return app.ask('outcome:save', { meetingId: meeting, patientId: id, revision, body })
}

/** An outcome of patient n that is signed. */
export async function signedOutcome(
  app: TestApp,
  n: number,
  body: OutcomeBody = buildOutcome(),
): Promise<Outcome> {
  const { id, revision } = answerOf(await saveOutcome(app, n, null, body))
  return app.get('outcome:sign', { outcomeId: id, revision })
}
