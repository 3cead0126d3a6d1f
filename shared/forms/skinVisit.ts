import { z } from 'zod'
import { EntryBody } from '../case/entry.ts'
import type { Lesion } from '../case/lesion.ts'
import { CONSENT_PURPOSES, type Consent, type Photograph } from '../case/photograph.ts'
import type { SkinNote } from '../case/skinNote.ts'
import type { ChangeRequest } from '../history/change.ts'
import { EntryId } from '../ids.ts'
import { ok } from '../result.ts'
import { someChoices } from './choiceFields.ts'
import {
  type Codec,
  type FieldError,
  type FormContext,
  type FormValue,
  type Reading,
  type TypedOf,
  under,
} from './codec.ts'
import { when } from './dateFields.ts'
import { absentWhenBlank, fields, rows } from './groups.ts'
import { lesionForm } from './lesionForm.ts'
import { photographForm } from './photographForm.ts'
import { skinNoteForm } from './skinNoteForm.ts'
import { skinSize } from './skinSize.ts'
import { optionalLine } from './textFields.ts'

/** What the patient agrees to for all photographs of a look at once; no purpose is: not recorded. */
const consent = fields({ purposes: someChoices(CONSENT_PURPOSES), given: when, by: optionalLine })

const visit = fields({
  /** Blank for a further note on a lesion that is there. */
  lesion: absentWhenBlank(lesionForm),
  note: skinNoteForm,
  size: skinSize,
  photographs: rows(photographForm),
  consent,
})
export type SkinVisitTyped = TypedOf<typeof visit>
/** An empty look, for what a new one begins with. */
export const BLANK_VISIT: SkinVisitTyped = visit.blank

/** The entries that a look is about and creates. */
export type SkinVisitIds = Readonly<{
  lesion: EntryId
  /** Whether the lesion is created with the note. */
  isNew: boolean
  note: EntryId
}>

/** One look at the skin: a note, its photographs, and the lesion itself where it is a new one. */
export type SkinVisit = Readonly<{
  lesion: Lesion | null
  note: SkinNote
  photographs: readonly Photograph[]
}>

/** What a look says, or every field that cannot be taken. */
export function readVisit(
  typed: SkinVisitTyped,
  { lesion: id, isNew, note: noteId }: SkinVisitIds,
  context: FormContext,
): Reading<SkinVisit> {
  const said: SkinVisitTyped = {
    ...typed,
    note: { ...typed.note, lesion: id },
    photographs: typed.photographs.map(({ key, value }) => ({
      key,
      value: { ...value, lesion: id, skinNote: noteId },
    })),
  }
  const read = visit.read(said, null, context, '')
  if (!read.ok) return read
  const { lesion, note, size, photographs, consent: given } = read.value
  if (isNew && lesion === null)
    return { ok: false, error: [{ path: 'lesion.place.text', message: 'Say where it is.' }] }
  const agreed = consentOf(given)
  const full: SkinVisit = {
    lesion: isNew ? lesion : null,
    note: { ...note, sizes: [...(size === null ? [] : [size]), ...note.sizes] },
    photographs: photographs.map(each => ({ ...each, consent: agreed })),
  }
  const errors = [
    ...(full.lesion === null ? [] : refusals(full.lesion, 'lesion')),
    ...refusals(full.note, 'note'),
    ...full.photographs.flatMap((each, i) => refusals(each, `photographs.${i}.value`)),
  ]
  return errors.length > 0 ? { ok: false, error: errors } : ok(full)
}

function consentOf({
  purposes,
  given,
  by,
}: Readonly<{ purposes: Consent['purposes'] } & Pick<Consent, 'given' | 'by'>>): Consent | null {
  return purposes.length === 0 ? null : { purposes, asStated: null, given, by, withdrawn: null }
}

function refusals(body: EntryBody, path: string): FieldError[] {
  const read = EntryBody.safeParse(body)
  if (read.success) return []
  return read.error.issues.map(issue => ({
    path: issue.path.map(String).reduce(under, path),
    message: issue.message,
  }))
}

/** The look as the changes of one act: all of it is stored, or nothing. */
export function visitChanges(
  { lesion, note, photographs }: SkinVisit,
  ids: SkinVisitIds,
  photographId: (index: number) => EntryId,
): ChangeRequest[] {
  return [
    ...(lesion === null ? [] : [{ do: 'create' as const, id: ids.lesion, body: lesion }]),
    { do: 'create', id: ids.note, body: note },
    ...photographs.map((body, i) => ({ do: 'create' as const, id: photographId(i), body })),
  ]
}

const VERSION = 1

const Kept = z.strictObject({
  version: z.literal(VERSION),
  kind: z.literal('skinVisit'),
  lesion: EntryId,
  isNew: z.boolean(),
  note: EntryId,
  typed: z.json(),
})

/** Where a look is kept while it is typed: one new lesion a patient, one further note a lesion. */
export function visitDraftKey(patientId: string, lesion: EntryId | null): string {
  return lesion === null ? `new:skinVisit:${patientId}` : `skinVisit:${lesion}`
}

export function keepVisit(ids: SkinVisitIds, typed: SkinVisitTyped): FormJson {
  return { version: VERSION, kind: 'skinVisit', ...ids, typed } as unknown as FormJson
}
type FormJson = z.infer<ReturnType<typeof z.json>>

/** A look that was not saved; null where it is of a form that has changed since. Its pictures are named in it. */
export function readVisitDraft(
  kept: unknown,
): Readonly<{ ids: SkinVisitIds; typed: SkinVisitTyped }> | null {
  const read = Kept.safeParse(kept)
  if (!read.success) return null
  const { lesion, isNew, note, typed } = read.data
  return isVisit(typed) ? { ids: { lesion, isNew, note }, typed } : null
}

const form: Codec<unknown, FormValue> = visit as unknown as Codec<unknown, FormValue>

function isVisit(value: unknown): value is SkinVisitTyped {
  return form.fits(value)
}
