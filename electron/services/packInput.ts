import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Case } from '../../shared/case/entry.ts'
import { dayAt, type Zone } from '../../shared/dates/zone.ts'
import type { EarlierCase } from '../../shared/history/earlierCase.ts'
import { PatientId } from '../../shared/ids.ts'
import { ItemState, type ListItem } from '../../shared/meeting/listItem.ts'
import { movedMembers } from '../../shared/meeting/listOrder.ts'
import type { MeetingRow } from '../../shared/meeting/meetingList.ts'
import type {
  PackChange,
  PackDigest,
  PackHead,
  PackLine,
  PackOptions,
  PackPrinted,
  PackSection,
} from '../../shared/meeting/pack.ts'
import type { ReadableDb } from '../db/connection.ts'
import { toJson } from '../db/json.ts'
import { lastChange, patientsChangedAfter } from '../db/queries/meetingChanges.ts'
import { listAddenda, listFollowUps } from '../db/queries/outcomeRecords.ts'
import { findOutcome } from '../db/queries/outcomes.ts'
import { insertPrint, lastPrint } from '../db/queries/printLog.ts'
import type { Clock } from './clock.ts'
import { earlierCase, earlierSince } from './earlier.ts'
import { minimumOf, rowsOf } from './meetingList.ts'
import { createMeetingRecorder } from './meetingRecord.ts'
import { patientMeetings } from './patientMeetings.ts'
import { printedPhotographs } from './printedPhotographs.ts'
import { notFound } from './refusal.ts'
import type { OpenSession } from './session.ts'
import { loadCase } from './storedCase.ts'
import { loadMeeting } from './storedMeeting.ts'

type Times = Readonly<{ clock: Clock; zone: Zone }>

/** What the print log keeps of each line of a list: enough to tell later what is no longer as printed. */
const PrintedLine = z.strictObject({
  patientId: PatientId,
  position: z.int().min(1),
  state: ItemState,
  /** Digests of what its section said; null where it had no section. */
  digest: z.strictObject({ case: z.string(), outcome: z.string().nullable() }).nullable(),
})
type PrintedLine = Readonly<z.infer<typeof PrintedLine>>

/** What was printed: the whole list as it was then, and the options. */
const PrintedPack = z.object({ lines: z.array(PrintedLine) })

/** Everything that is said once of a pack. The sections are read one at a time with `packSection`. Throws notFound. */
export function packHead(
  open: OpenSession,
  options: PackOptions,
  { clock, zone }: Times,
): PackHead {
  const { workspace, user } = open
  const { db } = workspace
  return db.transaction(() => {
    const meeting = loadMeeting(db, options.meetingId)
    const rows = rowsOf(db, meeting.id, meeting.body.day, minimumOf(db))
    const onList = new Set(rows.map(({ item }) => item.patientId))
    if (options.patientIds?.some(id => !onList.has(id))) throw notFound('listItem')
    const wanted = new Set(options.patientIds ?? onList)
    const printed = options.kind === 'supplement' ? printedBefore(db, rows, options) : null
    const upTo = lastChange(db)
    return {
      options,
      meeting,
      lines: rows.map(toLine),
      sections: sectionsOf(options, rows, printed).filter(id => wanted.has(id)),
      printed,
      upTo,
      printedBy: { name: user.name, role: user.role },
      printedAt: clock.now().toISOString(),
      today: dayAt(clock.now().getTime(), zone),
    }
  })()
}

/** Who has pages of their own: whoever is for discussion, of a letter who has a signed outcome, of a supplement who changed. */
function sectionsOf(
  { kind }: PackOptions,
  rows: readonly MeetingRow[],
  printed: PackPrinted | null,
): PatientId[] {
  const ids = (holds: (row: MeetingRow) => boolean) =>
    rows.filter(holds).map(({ item }) => item.patientId)
  switch (kind) {
    case 'agenda':
      return []
    case 'pack':
      return ids(({ item }) => item.body.state.state === 'forDiscussion')
    case 'letter':
      return ids(({ outcome }) => outcome.state === 'signed')
    case 'supplement': {
      const changed = new Set(printed?.changes.map(({ patient }) => patient.id))
      return ids(({ item }) => changed.has(item.patientId))
    }
  }
}

function toLine({ item, patient, question, readiness, outcome }: MeetingRow): PackLine {
  return { item, patient, question, readiness, outcome: outcome.state }
}

/** One patient's part of a pack, as it is now; throws notFound. */
export function packSection(
  open: OpenSession,
  head: PackHead,
  patientId: PatientId,
  times: Times,
): PackSection {
  const { db } = open.workspace
  const line = head.lines.find(({ item }) => item.patientId === patientId)
  if (line === undefined) throw notFound('listItem')
  return db.transaction(() => {
    const of = loadCase(db, patientId)
    const meetings = patientMeetings(db, of)
    const here = meetings.find(({ meeting }) => meeting.id === head.meeting.id)
    return {
      item: line.item,
      case: of,
      meetings,
      photographs: printedPhotographs(open, of, head.today),
      question: here === undefined ? line.question : here.question,
      readiness: line.readiness,
      outcome: here?.outcome ?? null,
      earlier: earlierOf(open, head, patientId, times),
      digest: digestsOf(db, of, line.item, line.question),
    }
  })()
}

function earlierOf(
  open: OpenSession,
  { options, printed }: PackHead,
  patientId: PatientId,
  times: Times,
): EarlierCase | null {
  const { db } = open.workspace
  if (options.kind === 'supplement')
    return printed === null
      ? null
      : earlierSince(db, patientId, { from: printed.at, by: 'printed', first: printed.upTo + 1 })
  return options.since === null
    ? null
    : earlierCase(open, { patientId, since: options.since }, times)
}

/** Digests of what a section says: the case with its question and what is awaited; the outcome with its addenda. */
function digestsOf(
  db: ReadableDb,
  { patient, entries }: Case,
  { meetingId, patientId, body }: ListItem,
  question: string | null,
): PackDigest {
  const { presenter, awaited, note } = body
  const bodies = entries.map(({ id, body: entry }) => [id, entry])
  const stored = findOutcome(db, meetingId, patientId)
  const outcome =
    stored === null
      ? null
      : [stored.body, stored.signature, listAddenda(db, stored.id), listFollowUps(db, stored.id)]
  return {
    case: digest([patient.details, bodies, question, presenter, awaited, note]),
    outcome: outcome === null ? null : digest(outcome),
  }
}

function digest(content: unknown): string {
  return createHash('sha256').update(toJson(content)).digest('hex')
}

/** What is no longer as the pack printed last had it; null where none was printed. */
function printedBefore(
  db: ReadableDb,
  rows: readonly MeetingRow[],
  { meetingId }: PackOptions,
): PackPrinted | null {
  const last = lastPrint(db, meetingId, 'pack')
  if (last === null) return null
  const { lines: then } = PrintedPack.parse(last.body)
  const before = new Map(then.map(line => [line.patientId, line]))
  const touched = patientsChangedAfter(db, last.upTo)
  const changes = rows.flatMap(row =>
    changesOf(db, row, before.get(row.item.patientId) ?? null, touched),
  )
  const present = new Set(rows.map(({ item }) => item.patientId))
  const dropped = then
    .filter(({ patientId }) => !present.has(patientId))
    .map(
      ({ patientId, position, state }): PackChange => ({
        patient: loadCase(db, patientId).patient,
        kind: 'dropped',
        was: position,
        now: null,
        stateWas: state,
        stateNow: null,
      }),
    )
  const { at, userName, upTo } = last
  return { at, userName, upTo, changes: [...withoutShifts(changes, then, rows), ...dropped] }
}

function changesOf(
  db: ReadableDb,
  { item, patient, question }: MeetingRow,
  then: PrintedLine | null,
  touched: ReadonlySet<string>,
): PackChange[] {
  const { patientId, position, body } = item
  const change = (kind: PackChange['kind']): PackChange => ({
    patient,
    kind,
    was: then?.position ?? null,
    now: position,
    stateWas: then?.state ?? null,
    stateNow: body.state,
  })
  if (then === null) return [change('added')]
  // Who had no section has no page that could be out of date; who was not touched is as printed.
  const was = touched.has(patientId) ? then.digest : null
  const now = was === null ? null : digestsOf(db, loadCase(db, patientId), item, question)
  return [
    ...(then.position === position ? [] : [change('moved')]),
    ...(toJson(then.state) === toJson(body.state) ? [] : [change('state')]),
    ...(was?.case === now?.case ? [] : [change('case')]),
    ...(was?.outcome === now?.outcome ? [] : [change('outcome')]),
  ]
}

/** Leaves out those who only shifted because others came, went or moved. */
function withoutShifts(
  changes: readonly PackChange[],
  then: readonly PrintedLine[],
  rows: readonly MeetingRow[],
): PackChange[] {
  const moved = movedMembers(
    then.map(({ patientId }) => patientId),
    rows.map(({ item }) => item.patientId),
  )
  return changes.filter(({ kind, patient }) => kind !== 'moved' || moved.has(patient.id))
}

/** Puts on record what left the workspace, for each patient and in the print log; a supplement compares with it. */
export function recordPack(
  open: OpenSession,
  head: PackHead,
  left: Readonly<{
    at: string
    action: 'print' | 'export' | 'open'
    sha256: string
    pages: number
    /** Of each section, as `packSection` gave it. */
    digests: ReadonlyMap<PatientId, PackDigest>
  }>,
): void {
  const { workspace, user } = open
  const { db } = workspace
  const { at, action, sha256, pages, digests } = left
  const { meetingId, kind, cutoff, paper, since, password, outcomeSheets } = head.options
  db.transaction(() => {
    const document = { document: kind, meetingId, sha256, pages, cutoff, paper, since }
    const { record } = createMeetingRecorder(open, { at })
    const told = { action, before: null, after: { ...document, protected: password !== null } }
    record({ ...told, entity: 'meeting', entityId: meetingId, kind: 'meeting', patientId: null })
    for (const patientId of head.sections)
      record({ ...told, entity: 'patient', entityId: patientId, kind: 'patient', patientId })
    insertPrint(db, {
      at,
      userId: user.id,
      userName: user.name,
      meetingId,
      kind,
      action,
      upTo: head.upTo,
      body: {
        sha256,
        pages,
        cutoff,
        paper,
        since,
        outcomeSheets,
        protected: password !== null,
        sections: head.sections,
        lines: head.lines.map(
          ({ item: { patientId, position, body } }): PrintedLine => ({
            patientId,
            position,
            state: body.state,
            digest: digests.get(patientId) ?? null,
          }),
        ),
      },
    })
  }).immediate()
}
