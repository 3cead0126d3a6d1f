import { z } from 'zod'
import { type Entry, EntryBody } from '../../shared/case/entry.ts'
import { type Day, dayNumber, dayOf } from '../../shared/dates/calendar.ts'
import { dayAt, momentOf, startOfDay, type Zone } from '../../shared/dates/zone.ts'
import type { EarlierCase, Touch } from '../../shared/history/earlierCase.ts'
import { EntryId, type PatientId } from '../../shared/ids.ts'
import { type Patient, PatientDetails } from '../../shared/patient/patient.ts'
import type { SinceMoment } from '../../shared/since/choice.ts'
import type { ReadableDb } from '../db/connection.ts'
import {
  beforeChanges,
  type ChangeHead,
  changeHeads,
  everyEntry,
  firstChangeAt,
  lastOpenings,
} from '../db/queries/changesSince.ts'
import { lastDiscussedOf } from '../db/queries/meetings.ts'
import { getPatient } from '../db/queries/patients.ts'
import type { Clock } from './clock.ts'
import { earlierOutcomes, touchOf } from './earlierOutcomes.ts'
import { notFound } from './refusal.ts'
import type { OpenSession } from './session.ts'
import { toPatient } from './storedCase.ts'

/** Where the earlier case ends: its moment, and the number of the first change that is new. */
type Boundary = Pick<EarlierCase, 'from' | 'by'> & Readonly<{ first: number | null }>

/** What the history keeps of an archiving. */
const Archived = z.object({ archived: z.boolean() })

/** All that was done to one record since. */
type Touched = Readonly<{ changes: readonly ChangeHead[]; touch: Touch }>

/**
 * A patient's case as it was at a moment, rebuilt from the history; null where this user has not opened it before, or no
 * meeting has discussed it. Reads
 * the changes since that moment and, of each record touched, what was there before the first. Throws notFound.
 */
export function earlierCase(
  { workspace, user }: OpenSession,
  { patientId, since }: Readonly<{ patientId: PatientId; since: SinceMoment }>,
  { clock, zone }: Readonly<{ clock: Clock; zone: Zone }>,
): EarlierCase | null {
  const { db } = workspace
  return db.transaction(() => {
    const stored = getPatient(db, patientId)
    if (stored === null) throw notFound('patient')
    const today = dayAt(clock.now().getTime(), zone)
    const boundary =
      since.from === 'lastOpened'
        ? sinceOpening(db, patientId, user.id)
        : since.from === 'lastMeeting'
          ? sinceMeeting(db, patientId, today, zone)
          : sinceDay(db, patientId, dayMeant(since, today), zone)
    return boundary === null ? null : rebuilt(db, toPatient(stored), boundary)
  })()
}

/** The same from a known change on, such as the last that a printed pack can know of. Throws notFound. */
export function earlierSince(
  db: ReadableDb,
  patientId: PatientId,
  boundary: Pick<EarlierCase, 'from' | 'by'> & Readonly<{ first: number }>,
): EarlierCase {
  const stored = getPatient(db, patientId)
  if (stored === null) throw notFound('patient')
  return rebuilt(db, toPatient(stored), boundary)
}

function dayMeant(
  since: Extract<SinceMoment, { from: 'day' } | { from: 'daysAgo' }>,
  today: Day,
): Day {
  return since.from === 'day' ? since.day : dayOf(dayNumber(today) - since.days)
}

/**
 * The last meeting before today that discussed the case; null where none did. It counts from its start, or from the
 * beginning of its day, so that what was recorded in the meeting is not passed over.
 */
function sinceMeeting(
  db: ReadableDb,
  patientId: PatientId,
  today: Day,
  zone: Zone,
): Boundary | null {
  const last = lastDiscussedOf(db, [patientId], today).get(patientId)
  if (last === undefined) return null
  const from = new Date(
    last.start === null ? startOfDay(last.day, zone) : momentOf(last.day, last.start, zone),
  ).toISOString()
  return { from, by: 'lastMeeting', first: firstChangeAt(db, patientId, from) }
}

/** A day counts from its beginning where the user is, so that nothing of that day is passed over. */
function sinceDay(db: ReadableDb, patientId: PatientId, day: string, zone: Zone): Boundary {
  const from = new Date(startOfDay(day, zone)).toISOString()
  return { from, by: 'day', first: firstChangeAt(db, patientId, from) }
}

/** The newest opening is the one that is going on. */
function sinceOpening(db: ReadableDb, patientId: PatientId, userId: string): Boundary | null {
  const before = lastOpenings(db, { patientId, userId, limit: 2 })[1]
  return before === undefined ? null : { from: before.at, by: 'lastOpened', first: before.seq + 1 }
}

function rebuilt(db: ReadableDb, now: Patient, { from, by, first }: Boundary): EarlierCase {
  const heads = first === null ? [] : changeHeads(db, now.id, first)
  const patientHeads = heads.filter(({ entity }) => entity === 'patient')
  const byEntry = byRecord(heads.filter(({ entity }) => entity === 'entry'))
  const firstOf = (changes: readonly ChangeHead[], ...actions: ChangeHead['action'][]) =>
    changes.find(({ action }) => actions.includes(action))?.seq ?? null
  const detailsSeq = firstOf(patientHeads, 'update')
  const archiveSeq = firstOf(patientHeads, 'archive', 'unarchive')
  const before = beforeChanges(db, [
    ...[detailsSeq, archiveSeq].filter(seq => seq !== null),
    ...[...byEntry.values()].flatMap(({ changes }) => changes.slice(0, 1).map(({ seq }) => seq)),
  ])
  const existed = !patientHeads.some(({ action }) => action === 'create')
  const every = everyEntry(db, now.id)
  const touched = every.flatMap(({ id, revision }) => {
    const touchedEntry = byEntry.get(id)
    return touchedEntry === undefined ? [] : [entryThen(id, revision, touchedEntry, before)]
  })
  const wasThere = new Map<string, boolean>(touched.map(({ id, was }) => [id, was !== 'absent']))
  const order = every
    .filter(({ id, removed }) => wasThere.get(id) ?? !removed)
    .map(({ id }) => EntryId.parse(id))
  const patient = patientThen(now, patientHeads, {
    existed,
    details: detailsSeq === null ? null : before.get(detailsSeq),
    archived: archiveSeq === null ? null : before.get(archiveSeq),
  })
  const outcomes = earlierOutcomes(db, now.id, heads)
  return { from, by, existed, patient, order: existed ? order : [], touched, outcomes }
}

function byRecord(heads: readonly ChangeHead[]): Map<string, Touched> {
  const grouped = new Map<string, ChangeHead[]>()
  for (const head of heads) {
    const changes = grouped.get(head.entityId)
    if (changes === undefined) grouped.set(head.entityId, [head])
    else changes.push(head)
  }
  return new Map(
    [...grouped].map(([id, changes]) => [id, { changes, touch: touchOf(changes) }] as const),
  )
}

function entryThen(
  id: string,
  revision: number,
  { changes, touch }: Touched,
  before: ReadonlyMap<number, unknown>,
): EarlierCase['touched'][number] {
  const [first] = changes
  const entry = EntryId.parse(id)
  // What is added was not there, and what is restored had been taken away.
  if (first === undefined || first.action === 'create' || first.action === 'restore')
    return { id: entry, was: 'absent', past: null, touch }
  const body = EntryBody.safeParse(before.get(first.seq))
  if (!body.success) return { id: entry, was: 'unreadable', past: null, touch }
  const past: Entry = { id: entry, revision: revision - changes.length, body: body.data }
  return { id: entry, was: 'there', past, touch }
}

function patientThen(
  now: Patient,
  changes: readonly ChangeHead[],
  was: Readonly<{ existed: boolean; details: unknown; archived: unknown }>,
): EarlierCase['patient'] {
  if (changes.length === 0) return null
  const touch = touchOf(changes)
  if (!was.existed) return { past: null, touch }
  const details = was.details === null ? now.details : PatientDetails.parse(was.details)
  const archived = was.archived === null ? now.archived : Archived.parse(was.archived).archived
  return {
    past: { ...now, revision: now.revision - changes.length, details, archived },
    touch,
  }
}
