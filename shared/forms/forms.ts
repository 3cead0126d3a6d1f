import { EntryBody, type EntryKind } from '../case/entry.ts'
import { ok } from '../result.ts'
import type { AnyCodec, FieldError, FormContext, FormValue, Reading, TypedOf } from './codec.ts'
import { conflictForm } from './conflictForm.ts'
import { contextForm } from './contextForm.ts'
import { assessmentForm, documentForm, imagingForm } from './investigationForms.ts'
import { lesionForm } from './lesionForm.ts'
import { photographForm } from './photographForm.ts'
import { siteForm } from './siteForm.ts'
import { skinNoteForm } from './skinNoteForm.ts'
import { specimenForm } from './specimenForm.ts'
import { localForm, systemicForm } from './treatmentForms.ts'

/** The form of every kind of entry. */
export const FORMS = {
  site: siteForm,
  specimen: specimenForm,
  systemic: systemicForm,
  local: localForm,
  imaging: imagingForm,
  assessment: assessmentForm,
  document: documentForm,
  context: contextForm,
  conflict: conflictForm,
  lesion: lesionForm,
  skinNote: skinNoteForm,
  photograph: photographForm,
} as const

export type BodyOf<K extends EntryKind> = Extract<EntryBody, { kind: K }>
export type FormOf<K extends EntryKind> = TypedOf<(typeof FORMS)[K]>

/** A body, and what its form showed for it when it was opened. */
export type Opened<K extends EntryKind> = Readonly<{ body: BodyOf<K>; shown: FormOf<K> }>

// A kind and its own codec belong together; TypeScript loses that once the kind is a variable.
function formOf(kind: EntryKind): AnyCodec {
  return FORMS[kind] as AnyCodec
}

/** The empty form of a kind. */
export function blankForm<K extends EntryKind>(kind: K): FormOf<K> {
  return formOf(kind).blank as FormOf<K>
}

/** A stored body as its form shows it. */
export function toForm<K extends EntryKind>(body: BodyOf<K>, context: FormContext): FormOf<K> {
  return formOf(body.kind).show(body, context) as FormOf<K>
}

/**
 * The body that a form says, or every field that cannot be taken. Whatever the form says as it was shown comes back as
 * `opened` held it, to the letter.
 */
export function fromForm<K extends EntryKind>(
  kind: K,
  typed: FormOf<K>,
  opened: Opened<K> | null,
  context: FormContext,
): Reading<BodyOf<K>> {
  const was = opened === null ? null : { value: opened.body, shown: opened.shown as FormValue }
  const read = formOf(kind).read(typed as FormValue, was, context, '')
  if (!read.ok) return read
  const body = EntryBody.safeParse(read.value)
  if (body.success) return ok(body.data as BodyOf<K>)
  return {
    ok: false,
    error: body.error.issues.map(
      ({ path, message }): FieldError => ({ path: path.map(String).join('.'), message }),
    ),
  }
}

/** Whether a kept value has the shape of this kind's form. */
export function isFormOf<K extends EntryKind>(kind: K, value: unknown): value is FormOf<K> {
  return formOf(kind).fits(value)
}
