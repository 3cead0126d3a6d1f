import { Draft, type Output, type Parsed } from '../../shared/ipc/contract.ts'
import {
  deleteDraft,
  listDrafts,
  putDraft,
  type Draft as StoredDraft,
} from '../db/queries/drafts.ts'
import { getPatient } from '../db/queries/patients.ts'
import type { Clock } from './clock.ts'
import { notFound } from './refusal.ts'
import type { Session } from './session.ts'

export type Drafts = ReturnType<typeof createDrafts>

/** What a user has typed and not yet saved; nobody else sees it, and it is in no history. */
export function createDrafts(session: Session, clock: Clock) {
  return {
    put: ({ key, patientId, body }: Parsed<'draft:put'>): Output<'draft:put'> => {
      const { workspace, user } = session.need('read')
      const { db } = workspace
      return db
        .transaction(() => {
          if (patientId !== null && getPatient(db, patientId) === null) throw notFound('patient')
          const draft = { key, patientId, body, at: clock.now().toISOString() }
          putDraft(db, { userId: user.id, ...draft })
          return draft
        })
        .immediate()
    },

    delete: ({ key }: Parsed<'draft:delete'>): Output<'draft:delete'> => {
      const { workspace, user } = session.need('read')
      deleteDraft(workspace.db, user.id, key)
      return {}
    },

    /** Drafts of one patient; without a patient all of the user's, newest first. */
    list: ({ patientId }: Parsed<'draft:list'>): Output<'draft:list'> => {
      const { workspace, user } = session.need('read')
      const all = listDrafts(workspace.db, user.id)
      const own = patientId === null ? all : all.filter(each => each.patientId === patientId)
      return { drafts: own.map(toDraft) }
    },
  }
}

function toDraft({ key, patientId, body, at }: StoredDraft): Output<'draft:put'> {
  return Draft.parse({ key, patientId, body, at })
}
