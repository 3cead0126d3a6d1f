import { foldCompact } from '../../shared/codes/fold.ts'
import type { OpenCase, Output, Parsed } from '../../shared/ipc/contract.ts'
import { mayBeSamePatient } from '../../shared/patient/duplicates.ts'
import type { Patient, PatientDetails } from '../../shared/patient/patient.ts'
import { searchWords } from '../../shared/patient/searchText.ts'
import type { ReadableDb } from '../db/connection.ts'
import { matchPatients } from '../db/queries/patientMatches.ts'
import {
  countPatients,
  getPatient,
  getPatients,
  insertPatient,
  listPatients,
  type StoredPatient,
  setPatientArchived,
} from '../db/queries/patients.ts'
import type { Clock } from './clock.ts'
import { assertIdentifiers } from './identifierRules.ts'
import { openCase } from './openCase.ts'
import { createRecorder } from './record.ts'
import { changedInBetween, conflict, notFound } from './refusal.ts'
import type { Session } from './session.ts'
import { patientContent, toPatient } from './storedCase.ts'

/** The longest list of matches; a search with more is refined, not paged. */
const MOST_MATCHES = 500

export type Patients = ReturnType<typeof createPatients>

/** Patients of the open workspace: find, create, archive. */
export function createPatients(session: Session, clock: Clock) {
  return {
    /** A blank query lists all by name; a query finds by words in any order, at most 500. */
    list: ({ query, archived, limit, offset }: Parsed<'patient:list'>): Output<'patient:list'> => {
      const { db } = session.need('read').workspace
      if (query.trim() === '') {
        const page = listPatients(db, { archived, limit, offset })
        return { patients: page.map(toSummary), total: countPatients(db, { archived }) }
      }
      const ids = matchPatients(db, searchWords(query).join(' '), { archived, limit: MOST_MATCHES })
      const page = inOrder(db, ids.slice(offset, offset + limit))
      return { patients: page.map(toSummary), total: ids.length }
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
          return openCase(open, id)
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

function toSummary(stored: StoredPatient): Output<'patient:list'>['patients'][number] {
  return { patient: toPatient(stored), updatedAt: stored.updatedAt }
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
