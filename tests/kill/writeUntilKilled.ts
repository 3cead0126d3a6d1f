/**
 * Enters a case through the services, as the screen does, and acknowledges each act on standard output after the services
 * have answered it, until it is killed: `writeUntilKilled.ts FOLDER ROUND`, the passphrase in METBOARD_PASSPHRASE.
 */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { dirname } from 'node:path'
import { createDispatch } from '../../electron/ipc/dispatch.ts'
import { createServices } from '../../electron/services/services.ts'
import type { EntryBody } from '../../shared/case/entry.ts'
import { EntryId, PatientId } from '../../shared/ids.ts'
import type { Channel } from '../../shared/ipc/channels.ts'
import type { Input, Output, Reply } from '../../shared/ipc/contract.ts'
import { buildDetails, buildSite, buildSpecimen } from '../support/builders.ts'
import { noteOf } from './noteOf.ts'

const [folder, round] = process.argv.slice(2)
const passphrase = process.env.METBOARD_PASSPHRASE
if (folder === undefined || round === undefined || passphrase === undefined) {
  throw new Error('usage: METBOARD_PASSPHRASE=… writeUntilKilled.ts FOLDER ROUND')
}

const services = createServices({
  host: {
    kind: 'loopback',
    version: '',
    canChooseFolder: false,
    canSaveFile: false,
    chooseFolder: async () => null,
    saveFile: async () => false,
    allowCamera: () => {},
    showSaved: async () => 'notSaved',
  },
  workspacesFolder: dirname(folder),
  pdf: { render: () => Promise.reject(new Error('nothing is printed here')) },
  lesionReport: { render: () => Promise.reject(new Error('nothing is printed here')) },
  pack: { render: () => Promise.reject(new Error('nothing is printed here')) },
  pictures: {
    prepare: () => Promise.reject(new Error('nothing is imported here')),
    upright: () => Promise.reject(new Error('nothing is imported here')),
  },
  demo: {
    userName: '',
    passphrase: '',
    create: () => Promise.reject(new Error('there is no demo here')),
  },
  emit: () => undefined,
})
const dispatch = createDispatch(services)

/** The answer to a question of the screen; a refusal ends the writer, which the test takes for a failure. */
async function get<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const reply = (await dispatch(channel, input)) as Reply<C>
  if (!reply.ok) throw new Error(`${channel} was refused: ${reply.error.kind}`)
  return reply.value
}

/** One line an acknowledged act: the act, the entry or patient, its revision, and the number of its note. */
function acknowledge(act: string | undefined, id: string, revision: number, n: number): void {
  if (act === undefined) throw new Error('an act that was answered cannot be undone')
  writeSync(1, `${act} ${id} ${revision} ${n}\n`)
}

flushCompileCache()
await get('workspace:unlock', { folder, userName: 'Writer', passphrase })
// The log is taken into the file often, so that kills fall into that as well.
services.session.need('read').workspace.db.pragma('wal_autocheckpoint = 40')

const patientId = PatientId.parse(randomUUID())
const details = buildDetails({ familyName: `Testfall ${round}`, identifiers: [] })
const made = await get('patient:create', { id: patientId, details })
if (made.case.patient.id !== patientId) throw new Error('another patient was answered')

/** Sites and specimens by turns, with a note of many lengths. */
function bodyOf(at: number, n: number): EntryBody {
  const note = noteOf(round ?? '', n)
  return at % 2 === 0 ? buildSite({ note }) : buildSpecimen({ label: `S${at}`, note })
}

for (let at = 0; ; at++) {
  // Every entry is written twice: made, then changed.
  const id = EntryId.parse(randomUUID())
  const [first, second] = [2 * at, 2 * at + 1]
  const create = { do: 'create', id, body: bodyOf(at, first) } as const
  const created = await get('case:apply', { patientId, changes: [create] })
  acknowledge(created.undo?.act, id, 1, first)
  const update = { do: 'update', id, revision: 1, body: bodyOf(at, second) } as const
  const updated = await get('case:apply', { patientId, changes: [update] })
  acknowledge(updated.undo?.act, id, 2, second)
}
