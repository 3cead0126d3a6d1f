import { z } from 'zod'
import { EntryBody, EntryKind } from '../case/entry.ts'
import { EntryId } from '../ids.ts'
import type { FormValue } from './codec.ts'
import { type FormOf, isFormOf, type Opened } from './forms.ts'

const VERSION = 1

const Kept = z.strictObject({
  version: z.literal(VERSION),
  kind: EntryKind,
  id: EntryId,
  /** The revision that the form was opened on; null for a new entry. */
  revision: z.int().min(1).nullable(),
  opened: z.strictObject({ body: EntryBody, shown: z.json() }).nullable(),
  typed: z.json(),
})

/** A form that was not saved: what it was opened on, and what has been typed. */
export type EntryDraft<K extends EntryKind = EntryKind> = Readonly<{
  kind: K
  id: EntryId
  revision: number | null
  opened: Opened<K> | null
  typed: FormOf<K>
}>

/** Where a form's draft is kept: one a patient and kind for new entries, one a stored entry. */
export function draftKey(kind: EntryKind, patientId: string, entry: EntryId | null): string {
  return entry === null ? `new:${kind}:${patientId}` : `edit:${entry}`
}

export function keepDraft<K extends EntryKind>(draft: EntryDraft<K>): FormValueBody {
  const { kind, id, revision, opened, typed } = draft
  return { version: VERSION, kind, id, revision, opened, typed } as unknown as FormValueBody
}
type FormValueBody = z.infer<ReturnType<typeof z.json>>

/** A kept draft of this kind; null where it is another kind's, or of a form that has changed since. */
export function readDraft<K extends EntryKind>(kind: K, kept: unknown): EntryDraft<K> | null {
  const read = Kept.safeParse(kept)
  if (!read.success || read.data.kind !== kind) return null
  const { id, revision, opened, typed } = read.data
  if (!isFormOf(kind, typed)) return null
  if (opened === null) return { kind, id, revision, opened: null, typed }
  const { body, shown } = opened
  if (body.kind !== kind || !isFormOf(kind, shown)) return null
  // The body's kind was just compared with K.
  return { kind, id, revision, opened: { body: body as Opened<K>['body'], shown }, typed }
}

/** Every text of a draft that this release's form cannot show, so that nothing typed is lost with it. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value as Record<string, FormValue>).flatMap(([name, each]) =>
    ['key', 'kind', 'id', 'document', 'version'].includes(name) ? [] : textsIn(each),
  )
}
