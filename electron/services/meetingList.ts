import type { Day } from '../../shared/dates/calendar.ts'
import { ActId, MeetingId, OutcomeId } from '../../shared/ids.ts'
import { ListedCase, listedCase } from '../../shared/meeting/listedCase.ts'
import type { ListItem } from '../../shared/meeting/listItem.ts'
import type { MeetingList, MeetingRow } from '../../shared/meeting/meetingList.ts'
import { Decision } from '../../shared/meeting/outcome.ts'
import { DEFAULT_MINIMUM, MinimumDataSet, readinessOf } from '../../shared/meeting/readiness.ts'
import { COUNTS_VERSION } from '../../shared/rules/caseCounts.ts'
import type { ReadableDb } from '../db/connection.ts'
import { readinessStored } from '../db/queries/caseReadiness.ts'
import { changesOfAct } from '../db/queries/changes.ts'
import { listItems, secondsOf } from '../db/queries/listItems.ts'
import { takeableActs } from '../db/queries/meetingChanges.ts'
import { getSeries, lastDiscussedOf } from '../db/queries/meetings.ts'
import { outcomeStates } from '../db/queries/outcomes.ts'
import { listedDetails } from '../db/queries/patientList.ts'
import { getPatients } from '../db/queries/patients.ts'
import { getSetting } from '../db/queries/settings.ts'
import { describeListAct } from './listWords.ts'
import type { OpenSession } from './session.ts'
import { loadCase, toPatient } from './storedCase.ts'
import { loadMeeting, toItem, toSeries } from './storedMeeting.ts'

export const MINIMUM_SETTING = 'minimumDataSet'

/** What this workspace requires of a case; the default where it says nothing, or nothing that can be read. */
export function minimumOf(db: ReadableDb): MinimumDataSet {
  const stored = MinimumDataSet.safeParse(getSetting(db, MINIMUM_SETTING))
  return stored.success ? stored.data : DEFAULT_MINIMUM
}

/** A meeting with its whole list, what each case lacks, and what this user can undo and redo on it; throws notFound. */
export function meetingList({ workspace, user }: OpenSession, meetingId: MeetingId): MeetingList {
  const { db } = workspace
  const meeting = loadMeeting(db, meetingId)
  const { seriesId } = meeting.body
  const series = seriesId === null ? null : getSeries(db, seriesId)
  const minimum = minimumOf(db)
  const { undo, redo } = takeableActs(db, user.id, meetingId)
  return {
    meeting,
    rows: rowsOf(db, meetingId, meeting.body.day, minimum),
    minimum: { required: [...minimum.required] },
    listSize: series === null ? null : toSeries(series).body.listSize,
    undo: named(db, undo),
    redo: named(db, redo),
  }
}

function named(db: ReadableDb, act: string | null): MeetingList['undo'] {
  if (act === null) return null
  let changes = changesOfAct(db, act)
  for (let undone = changes[0]?.undoes ?? null; undone !== null; ) {
    changes = changesOfAct(db, undone)
    undone = changes[0]?.undoes ?? null
  }
  return { act: ActId.parse(act), label: describeListAct(changes) }
}

/** The lines of a list in its order. */
export function rowsOf(
  db: ReadableDb,
  meetingId: MeetingId,
  day: Day,
  minimum: MinimumDataSet,
): MeetingRow[] {
  const items = listItems(db, meetingId).map(toItem)
  const ids = items.map(({ patientId }) => patientId)
  const patients = new Map(getPatients(db, ids).map(each => [each.id, toPatient(each)]))
  const listed = listedCasesOf(db, items)
  const counts = listedDetails(db, ids, COUNTS_VERSION)
  const outcomes = outcomeStates(db, meetingId)
  const seconds = secondsOf(db, meetingId)
  const discussed = lastDiscussedOf(db, ids, day)
  return items.flatMap(item => {
    const patient = patients.get(item.patientId)
    const of = listed.get(item.patientId)
    if (patient === undefined || of === undefined) return []
    const outcome = outcomes.get(item.patientId)
    return [
      {
        item,
        patient,
        question: item.body.askedQuestion ?? of.question,
        contextEntry: of.contextEntry,
        counts: counts.get(item.patientId)?.counts ?? null,
        readiness: readinessOf(
          of.missing,
          item.body.awaited,
          minimum,
          patient.archived && outcome?.signed !== true,
        ),
        outcome: {
          state: outcome === undefined ? 'none' : outcome.signed ? 'signed' : 'draft',
          id: outcome === undefined ? null : OutcomeId.parse(outcome.id),
          decision: Decision.nullable().parse(outcome?.decision ?? null),
        },
        lastDiscussed: lastOf(discussed.get(item.patientId)),
        seconds: seconds.get(item.id) ?? 0,
      },
    ]
  })
}

function lastOf(last: Readonly<{ meetingId: string; day: Day }> | undefined) {
  return last === undefined ? null : { meetingId: MeetingId.parse(last.meetingId), day: last.day }
}

/** What lists say of these cases: as stored with the counts, else from the case itself. */
export function listedCasesOf(
  db: ReadableDb,
  items: readonly ListItem[],
): ReadonlyMap<string, ListedCase> {
  const ids = items.map(({ patientId }) => patientId)
  const stored = readinessStored(db, ids, COUNTS_VERSION)
  return new Map(
    ids.map(id => {
      const known = ListedCase.safeParse(stored.get(id))
      return [id, known.success ? known.data : listedCase(loadCase(db, id))]
    }),
  )
}
