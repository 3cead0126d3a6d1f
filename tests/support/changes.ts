import type { EntryBody } from '../../shared/case/entry.ts'
import type { Change, ChangeRequest } from '../../shared/history/change.ts'
import type { PatientId } from '../../shared/ids.ts'
import type { OpenCase, Reply } from '../../shared/ipc/contract.ts'
import { entryId } from './builders.ts'
import type { TestApp } from './workspace.ts'

/** Changes of the n-th entry, as a screen would ask for them. */
export const create = (n: number, body: EntryBody): ChangeRequest => ({
  do: 'create',
  id: entryId(n),
  body,
})
export const update = (n: number, revision: number, body: EntryBody): ChangeRequest => ({
  do: 'update',
  id: entryId(n),
  revision,
  body,
})
export const remove = (n: number, revision: number): ChangeRequest => ({
  do: 'remove',
  id: entryId(n),
  revision,
})

/** The answer to one act on a patient. */
export function apply(
  app: TestApp,
  patientId: PatientId,
  changes: readonly ChangeRequest[],
): Promise<Reply<'case:apply'>> {
  return app.ask('case:apply', { patientId, changes: structuredClone([...changes]) })
}

/** The case after an act that must succeed. */
export async function applied(
  app: TestApp,
  patientId: PatientId,
  changes: readonly ChangeRequest[],
): Promise<OpenCase> {
  const reply = await apply(app, patientId, changes)
  if (!reply.ok) throw new Error(`the act was refused: ${JSON.stringify(reply.error)}`)
  return reply.value
}

/** The history of a patient or of the n-th entry, newest first. */
export async function historyOf(
  app: TestApp,
  patientId: PatientId,
  n: number | null = null,
): Promise<Change[]> {
  const entry = n === null ? null : entryId(n)
  const request = { patientId, entry, before: null, limit: 200 }
  return (await app.get('case:history', request)).changes
}
