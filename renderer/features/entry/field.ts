import type { FormValue } from '../../../shared/forms/codec.ts'
import type { Row } from '../../../shared/forms/groups.ts'

/** A part of a form: what it holds, where it stands, and how to change it. */
export type Field<V> = Readonly<{
  value: V
  path: string
  update: (change: (value: V) => V) => void
}>

/** A member of a part. */
export function at<V, K extends keyof V & string>(field: Field<V>, key: K): Field<V[K]> {
  return {
    value: field.value[key],
    path: field.path === '' ? key : `${field.path}.${key}`,
    update: change => field.update(value => ({ ...value, [key]: change(value[key]) })),
  }
}

export type RowField<V extends FormValue> = Readonly<{
  key: string
  field: Field<V>
  remove: () => void
}>

type Rows<V extends FormValue> = readonly Row<V>[]

/**
 * The rows of a list. `spare` is shown where there is none yet, so that typing is all it takes; it becomes a row with the
 * first letter.
 */
export function rowFields<V extends FormValue>(
  field: Field<Rows<V>>,
  spare: NoInfer<V> | null = null,
): RowField<V>[] {
  const shown: Rows<V> =
    field.value.length === 0 && spare !== null ? [{ key: 'first', value: spare }] : field.value
  return shown.map(({ key, value }, index) => ({
    key,
    field: {
      value,
      path: `${field.path}.${index}.value`,
      update: change =>
        field.update(rows => {
          const isThere = rows.some(row => row.key === key)
          if (!isThere) return [...rows, { key, value: change(value) }]
          return rows.map(row => (row.key === key ? { key, value: change(row.value) } : row))
        }),
    },
    remove: () => field.update(rows => rows.filter(row => row.key !== key)),
  }))
}

/** Adds a row at the end. Where only the spare row was shown, it becomes a row of its own first. */
export function addRow<V extends FormValue>(
  field: Field<Rows<V>>,
  value: NoInfer<V>,
  spare: NoInfer<V> | null = null,
): void {
  field.update(rows => {
    const before = rows.length === 0 && spare !== null ? [{ key: 'first', value: spare }] : rows
    return [...before, { key: `new ${crypto.randomUUID()}`, value }]
  })
}
