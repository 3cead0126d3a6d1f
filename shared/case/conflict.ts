import { z } from 'zod'
import { EntryId } from '../ids.ts'
import { Line, Prose } from '../text.ts'
import { entryFields } from './common.ts'
import { SourceRef } from './source.ts'

/** The part of an entry that a conflict is about: a marker's name, or a field such as `name`, `side`, `when`, `size`. */
export const ConflictSubject = z.strictObject({ entry: EntryId, facet: Line.nullable() })

/** One of the statements that disagree. */
export const ConflictStatement = z.strictObject({
  /** The few words for a compact list, such as "3 %". */
  short: Line,
  /** The statement in full, verbatim where it is a quotation. */
  text: Prose,
  source: SourceRef.nullable(),
})
export type ConflictStatement = Readonly<z.infer<typeof ConflictStatement>>

/** How a person settled a conflict. The statements stay. */
export const Settlement = z.strictObject({
  /** Index of the statement that holds, or null when none of them does, or both do. */
  holds: z.int().min(0).nullable(),
  reason: Prose,
  by: Line,
  at: z.iso.datetime(),
})
export type Settlement = Readonly<z.infer<typeof Settlement>>

/** Statements that cannot all be true, shown until a person settles them with a reason. */
export const Conflict = z
  .strictObject({
    kind: z.literal('conflict'),
    /** The short name on the board, such as "X1"; unique in its case. */
    label: Line,
    /** What it is about in a few words, such as "PR in A". */
    title: Line,
    about: z.array(ConflictSubject).max(20),
    statements: z.array(ConflictStatement).min(2).max(8),
    settlement: Settlement.nullable(),
    ...entryFields,
  })
  .refine(
    c =>
      c.settlement === null ||
      c.settlement.holds === null ||
      c.settlement.holds < c.statements.length,
    'the settlement names a statement that is not there',
  )
export type Conflict = Readonly<z.infer<typeof Conflict>>
