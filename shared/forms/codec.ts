import type { Day } from '../dates/calendar.ts'
import type { NameOfAnchor } from '../dates/formatDate.ts'
import type { NamedAnchor } from '../dates/parseDate.ts'
import type { Anchor } from '../dates/when.ts'
import type { Result } from '../result.ts'

/** What a form holds while it is open: what was typed, ticked and chosen. Safe to keep as JSON. */
export type FormValue =
  | string
  | boolean
  | readonly FormValue[]
  | { readonly [key: string]: FormValue }

/** Where something cannot be taken as typed, and the sentence for that field; repeats nothing that was typed. */
export type FieldError = Readonly<{ path: string; message: string }>
export type Reading<T> = Result<T, readonly FieldError[]>

/** What reading and showing need to know of the case. */
export type FormContext = Readonly<{
  today: Day
  /** The events of the case that an interval may count from, each under a name that no other has. */
  anchors: readonly NamedAnchor[]
  nameOfAnchor: NameOfAnchor
  /** What a bare "month 32" counts from. */
  origin: Anchor | null
}>

/** A stored value and what the form showed for it when it was opened; null for what is new. */
export type Was<T, V> = Readonly<{ value: T; shown: V }> | null

/**
 * How one value stands in a form and is read back. What was not touched comes back as it was stored, to the letter: the
 * forms of a stored value are compared with what was shown of it, and only a difference is read.
 */
export type Codec<T, V extends FormValue> = Readonly<{
  blank: V
  show(value: T, context: FormContext): V
  read(typed: V, was: Was<T, V>, context: FormContext, path: string): Reading<T>
  /** Whether a kept draft has this form's shape. */
  fits(value: unknown): value is V
}>

// Methods in the type above let every codec stand for this one.
export type AnyCodec = Codec<unknown, FormValue>
export type ValueOf<C> = C extends Codec<infer T, infer _> ? T : never
export type TypedOf<C> = C extends Codec<infer _, infer V> ? V : never

/** Whether two form values are the same, member by member. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every(
    key =>
      Object.hasOwn(b, key) &&
      isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  )
}

/** Makes a codec that gives back the stored value wherever the form still says what it showed. */
export function codec<T, V extends FormValue>(spec: Codec<T, V>): Codec<T, V> {
  return {
    ...spec,
    read(typed, was, context, path) {
      if (was !== null && isSame(typed, was.shown)) return { ok: true, value: was.value }
      return spec.read(typed, was, context, path)
    },
  }
}

export function wrong(path: string, message: string): { ok: false; error: FieldError[] } {
  return { ok: false, error: [{ path, message }] }
}

/** The path of a member: "started" in the form itself, "drugs.0.started" further in. */
export function under(path: string, key: string | number): string {
  return path === '' ? String(key) : `${path}.${key}`
}

/** All values, or all errors of those that have some. */
export function together<T>(readings: readonly Reading<T>[]): Reading<T[]> {
  const errors = readings.flatMap(reading => (reading.ok ? [] : reading.error))
  if (errors.length > 0) return { ok: false, error: errors }
  return { ok: true, value: readings.flatMap(reading => (reading.ok ? [reading.value] : [])) }
}
