import { foldCompact } from '../../shared/codes/fold.ts'
import { PatientId } from '../../shared/ids.ts'
import type { OpenCase, Output, Parsed } from '../../shared/ipc/contract.ts'
import { mayBeSamePatient } from '../../shared/patient/duplicates.ts'
import type { Patient, PatientDetails } from '../../shared/patient/patient.ts'
import type { ListColumn, ListQuestion } from '../../shared/patient/patientList.ts'
import { searchWords } from '../../shared/patient/searchText.ts'
import { COUNTS_VERSION } from '../../shared/rules/caseCounts.ts'
import type { ReadableDb } from '../db/connection.ts'
import {
  countListed,
  countUncounted,
  findIds,
  type ListColumnName,
  type ListWish,
  listIds,
  placeOfName,
} from '../db/queries/patientList.ts'
import { matchPatients } from '../db/queries/patientMatches.ts'
import { foldForSearch } from '../db/queries/patientSearch.ts'
import {
  getPatient,
  getPatients,
  insertPatient,
  type StoredPatient,
  setPatientArchived,
} from '../db/queries/patients.ts'
import type { Clock } from './clock.ts'
import { countCase } from './counting.ts'
import { assertIdentifiers } from './identifierRules.ts'
import { openCase } from './openCase.ts'
import { summariesOf } from './patientSummaries.ts'
import { createRecorder } from './record.ts'
import { changedInBetween, conflict, notFound } from './refusal.ts'
import type { Session } from './session.ts'
import { patientContent, toPatient } from './storedCase.ts'

/** How many possible doubles are compared. */
const MOST_MATCHES = 500
/** Nobody goes through more cases one by one. */
const MOST_IN_ORDER = 10_000

export type Patients = ReturnType<typeof createPatients>

/** Patients of the open workspace: find, create, archive. */
export function createPatients(session: Session, clock: Clock) {
  function wishOf({ archived, filter, sort }: Omit<ListQuestion, 'query'>): ListWish {
    const { changedDays, ...flags } = filter
    const changedSince = changedDays === null ? null : startOfDays(clock.now(), changedDays)
    return {
      ...flags,
      archived,
      changedSince,
      sort: COLUMN_OF[sort.by],
      descending: sort.descending,
    }
  }

  return {
    /**
     * A blank query lists all who pass the filter; a query finds by words in any order, and looks at 250 of those who
     * hold them, which `isCut` tells.
     */
    list: (input: Parsed<'patient:list'>): Output<'patient:list'> => {
      const { db } = session.need('read').workspace
      const { query, limit, offset } = input
      const wish = wishOf(input)
      const uncounted = countUncounted(db, COUNTS_VERSION)
      if (query.trim() === '') {
        const patients = summariesOf(db, listIds(db, wish, { limit, offset }))
        return { patients, total: countListed(db, wish), isCut: false, uncounted }
      }
      const { ids, isCut } = findIds(db, wish, searchWords(query).join(' '))
      const patients = summariesOf(db, ids.slice(offset, offset + limit))
      return { patients, total: ids.length, isCut, uncounted }
    },

    order: (input: Parsed<'patient:order'>): Output<'patient:order'> => {
      const { db } = session.need('read').workspace
      const wish = wishOf(input)
      const { ids, isCut } =
        input.query.trim() === ''
          ? cutAt(MOST_IN_ORDER, listIds(db, wish, { limit: MOST_IN_ORDER + 1, offset: 0 }))
          : findIds(db, wish, searchWords(input.query).join(' '))
      return { ids: ids.map(id => PatientId.parse(id)), isCut }
    },

    place: ({ startsWith, ...input }: Parsed<'patient:place'>): Output<'patient:place'> => {
      const { db } = session.need('read').workspace
      const text = foldForSearch(startsWith)
      return { place: text === '' ? null : placeOfName(db, wishOf(input), text) }
    },

    create: ({ id, details }: Parsed<'patient:create'>): OpenCase => {
      const open = session.need('writePatient')
      const { db } = open.workspace
      assertIdentifiers(details, 'details')
      return db
        .transaction(() => {
          if (getPatient(db, id) !== null)
            throw conflict(
              'This patient was created before. Nothing was changed; open the patient from the list.',
            )
          const recorder = createRecorder(open, { patientId: id, at: clock.now().toISOString() })
          insertPatient(db, { id, ...patientContent(details, recorder.at) })
          recorder.record({
            entity: 'patient',
            entityId: id,
            kind: 'patient',
            action: 'create',
            before: null,
            after: details,
          })
          const made = openCase(open, id)
          countCase(db, made.case)
          return made
        })
        .immediate()
    },

    /** Those who may be the same person, archived ones too. */
    duplicates: ({
      details,
      except,
    }: Parsed<'patient:duplicates'>): Output<'patient:duplicates'> => {
      const { db } = session.need('read').workspace
      const ids = new Set(duplicateQueries(details).flatMap(text => candidates(db, text)))
      const patients = inOrder(db, [...ids]).map(toPatient)
      return {
        patients: patients.filter(
          each => each.id !== except && mayBeSamePatient(each.details, details),
        ),
      }
    },

    archive: ({ id, revision, archived }: Parsed<'patient:archive'>): Patient => {
      const open = session.need('writePatient')
      const { db } = open.workspace
      return db
        .transaction(() => {
          const before = getPatient(db, id)
          if (before === null) throw notFound('patient')
          if (before.revision !== revision) throw changedInBetween()
          if (before.archived !== archived) {
            const recorder = createRecorder(open, { patientId: id, at: clock.now().toISOString() })
            const updatedAt = recorder.at
            setPatientArchived(db, { id, expectedRevision: revision, archived, updatedAt })
            recorder.record({
              entity: 'patient',
              entityId: id,
              kind: 'patient',
              action: archived ? 'archive' : 'unarchive',
              before: { archived: before.archived },
              after: { archived },
            })
          }
          const after = getPatient(db, id)
          if (after === null) throw notFound('patient')
          return toPatient(after)
        })
        .immediate()
    },
  }
}

const COLUMN_OF = {
  name: 'sort_name',
  born: 'born',
  sex: 'sex',
  hospital: 'hospital',
  nhs: 'nhs',
  confirmed: 'confirmed',
  suspected: 'suspected',
  conflicts: 'conflicts',
  missing: 'missing',
  awaited: 'awaited',
  created: 'created_at',
  changed: 'updated_at',
} as const satisfies Record<ListColumn, ListColumnName>

/** The moment at which the last so many days began, today being one of them, here. */
function startOfDays(now: Date, days: number): string {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - days + 1).toISOString()
}

function cutAt(most: number, ids: readonly string[]): { ids: string[]; isCut: boolean } {
  return { ids: ids.slice(0, most), isCut: ids.length > most }
}

function inOrder(db: ReadableDb, ids: readonly string[]): StoredPatient[] {
  const byId = new Map(getPatients(db, ids).map(each => [each.id, each]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

/** Searches that find everybody who may be the same person; what they find is compared afterwards. */
function duplicateQueries({ familyName, givenName, born, identifiers }: PatientDetails): string[] {
  const numbers = identifiers.map(({ value }) => foldCompact(value))
  if (familyName === null || born === null) return numbers
  const name = searchWords(`${familyName} ${givenName ?? ''}`)
  return [...numbers, [...name, born.slice(0, 4)].join(' ')]
}

function candidates(db: ReadableDb, text: string): string[] {
  return [false, true].flatMap(archived =>
    matchPatients(db, text, { archived, limit: MOST_MATCHES }),
  )
}
