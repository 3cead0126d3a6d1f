import type { FormValue } from '../../../shared/forms/codec.ts'
import type { Row } from '../../../shared/forms/groups.ts'

/**
 * A part of a form: what it holds, where it stands, and how to change it. `at` and `rowFields` give the same field again
 * while neither its value nor its place changes, so that an input is drawn anew only when its own part of the form did.
 */
export type Field<V> = Readonly<{
  value: V
  path: string
  update: Update<V>
}>

type Update<V> = (change: (value: V) => V) => void

/** What was given out for the members of a part. */
type Known = {
  fields: Map<string, Field<unknown>>
  removals: Map<string, () => void>
  /** The spare row of a list, as it was named last. */
  spare: unknown
}

/** By the function that changes the part: it stays the same while the form is open, whatever the part holds. */
const knownBy = new WeakMap<object, Known>()

function knownOf(update: object): Known {
  const before = knownBy.get(update)
  if (before !== undefined) return before
  const known: Known = { fields: new Map(), removals: new Map(), spare: null }
  knownBy.set(update, known)
  return known
}

function kept<V>(
  { fields }: Known,
  key: string,
  { value, path, update }: Readonly<{ value: V; path: string; update: () => Update<V> }>,
): Field<V> {
  // The same member of the same part has the same type.
  const before = fields.get(key) as Field<V> | undefined
  if (before !== undefined && before.path === path && Object.is(before.value, value)) return before
  const field: Field<V> = { value, path, update: before?.update ?? update() }
  fields.set(key, field as Field<unknown>)
  return field
}

/** A member of a part. */
export function at<V, K extends keyof V & string>(field: Field<V>, key: K): Field<V[K]> {
  const { update } = field
  return kept(knownOf(update), key, {
    value: field.value[key],
    path: field.path === '' ? key : `${field.path}.${key}`,
    update: () => change => update(value => ({ ...value, [key]: change(value[key]) })),
  })
}

export type RowField<V extends FormValue> = Readonly<{
  key: string
  field: Field<V>
  remove: () => void
}>

type Rows<V extends FormValue> = readonly Row<V>[]

/** The key of the row that is shown where there is none yet. */
const SPARE_KEY = 'first'

/**
 * The rows of a list. `spare` is shown where there is none yet, so that typing is all it takes; it becomes a row with the
 * first letter. A row that was taken away is not changed any more.
 */
export function rowFields<V extends FormValue>(
  field: Field<Rows<V>>,
  spare: NoInfer<V> | null = null,
): RowField<V>[] {
  const { update } = field
  const known = knownOf(update)
  known.spare = spare
  const shown: Rows<V> =
    field.value.length === 0 && spare !== null ? [{ key: SPARE_KEY, value: spare }] : field.value
  return shown.map(({ key, value }, index) => ({
    key,
    field: kept<V>(known, key, {
      value,
      path: `${field.path}.${index}.value`,
      update: () => change =>
        update(rows => {
          const blank = known.spare as V | null
          return rows.length === 0 && key === SPARE_KEY && blank !== null
            ? [{ key, value: change(blank) }]
            : rows.map(row => (row.key === key ? { key, value: change(row.value) } : row))
        }),
    }),
    remove: removalOf(known, key, update),
  }))
}

function removalOf<V extends FormValue>(
  { removals }: Known,
  key: string,
  update: Update<Rows<V>>,
): () => void {
  const remove = removals.get(key) ?? (() => update(rows => rows.filter(row => row.key !== key)))
  removals.set(key, remove)
  return remove
}

/** Adds a row at the end. Where only the spare row was shown, it becomes a row of its own first. */
export function addRow<V extends FormValue>(
  field: Field<Rows<V>>,
  value: NoInfer<V>,
  spare: NoInfer<V> | null = null,
): void {
  field.update(rows => {
    const before = rows.length === 0 && spare !== null ? [{ key: SPARE_KEY, value: spare }] : rows
    return [...before, { key: `new ${crypto.randomUUID()}`, value }]
  })
}
