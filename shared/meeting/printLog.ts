import { z } from 'zod'
import { PACK_KINDS } from './pack.ts'

/** What can leave a workspace as a document. */
export const PRINTED_DOCUMENTS = ['summary', 'lesion', 'axis', ...PACK_KINDS] as const

/** Whose print log is asked for. */
export const PrintLogOf = z.strictObject({ of: z.enum(['meeting', 'patient']), id: z.uuid() })
export type PrintLogOf = Readonly<z.infer<typeof PrintLogOf>>

/** One document that left the workspace: what, how, when, by whom. */
export const PrintLogRow = z.strictObject({
  at: z.iso.datetime(),
  userName: z.string(),
  action: z.enum(['print', 'export', 'open']),
  document: z.enum(PRINTED_DOCUMENTS),
  /** Null for the drawing of an axis. */
  pages: z.int().min(1).nullable(),
  isProtected: z.boolean(),
  /** Of a meeting's papers: how many patients have pages in them. */
  sections: z.int().min(0).nullable(),
})
export type PrintLogRow = Readonly<z.infer<typeof PrintLogRow>>

export const DOCUMENT_LABEL = {
  summary: 'Summary',
  lesion: 'Report of a skin lesion',
  axis: 'Time axis',
  pack: 'Pack',
  agenda: 'Agenda',
  supplement: 'Supplement',
  letter: 'Outcome letters',
} as const satisfies Record<(typeof PRINTED_DOCUMENTS)[number], string>

export const LEFT_LABEL = {
  print: 'Printed',
  export: 'Saved as a file',
  open: 'Opened',
} as const satisfies Record<PrintLogRow['action'], string>
