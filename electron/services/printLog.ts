import { z } from 'zod'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import { PRINTED_DOCUMENTS, type PrintLogRow } from '../../shared/meeting/printLog.ts'
import { getMeeting } from '../db/queries/meetings.ts'
import { getPatient } from '../db/queries/patients.ts'
import { listDepartures, listPrints } from '../db/queries/printLog.ts'
import { notFound } from './refusal.ts'
import type { Session } from './session.ts'

export type PrintLog = ReturnType<typeof createPrintLog>

/** What both kinds of record say of a document; other members are told elsewhere. */
const Recorded = z.object({
  pages: z.int().min(1).nullable().default(null),
  protected: z.boolean().default(false),
  sections: z.array(z.string()).nullable().default(null),
})
const Document = z.enum(PRINTED_DOCUMENTS)

/** What left the workspace as a document, newest first: of a meeting, or of a patient alone and in the papers of meetings. */
export function createPrintLog(session: Session) {
  return {
    list: ({ of, id }: Parsed<'print:list'>): Output<'print:list'> => {
      const { db } = session.need('read').workspace
      if (of === 'meeting') {
        if (getMeeting(db, id) === null) throw notFound('meeting')
        const prints = listPrints(db, id)
        return { prints: prints.map(print => row(print, print.kind, print.body)) }
      }
      if (getPatient(db, id) === null) throw notFound('patient')
      const left = listDepartures(db, id)
      return { prints: left.map(one => row(one, documentOf(one.body), one.body)) }
    },
  }
}

function documentOf(body: unknown): unknown {
  return z.object({ document: z.unknown() }).parse(body).document
}

function row(
  { at, userName, action }: Pick<PrintLogRow, 'at' | 'userName' | 'action'>,
  document: unknown,
  body: unknown,
): PrintLogRow {
  const { pages, protected: isProtected, sections } = Recorded.parse(body)
  return {
    at,
    userName,
    action,
    document: Document.parse(document),
    pages,
    isProtected,
    sections: sections?.length ?? null,
  }
}
