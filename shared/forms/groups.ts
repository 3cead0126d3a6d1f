import { ok } from '../result.ts'
import {
  type AnyCodec,
  type Codec,
  codec,
  type FieldError,
  type FormValue,
  isSame,
  type TypedOf,
  together,
  under,
  type ValueOf,
  wrong,
} from './codec.ts'

type Shape = Readonly<Record<string, AnyCodec>>
type Values<S extends Shape> = { readonly [K in keyof S]: ValueOf<S[K]> }
type Typed<S extends Shape> = { readonly [K in keyof S]: TypedOf<S[K]> }

/** Fields side by side, each read on its own; the errors of all of them come together. */
export function fields<const S extends Shape>(shape: S): Codec<Values<S>, Typed<S>> {
  const entries = Object.entries(shape)
  const collect = (of: (field: AnyCodec, key: string) => FormValue) =>
    // Built from every key of the shape: TypeScript does not follow that through Object.fromEntries.
    Object.fromEntries(entries.map(([key, field]) => [key, of(field, key)])) as Typed<S>
  return codec<Values<S>, Typed<S>>({
    blank: collect(field => field.blank),
    show: (value, context) => collect((field, key) => field.show(value[key], context)),
    read(typed, was, context, path) {
      const errors: FieldError[] = []
      const values: Record<string, unknown> = {}
      for (const [key, field] of entries) {
        const before =
          was === null ? null : { value: was.value[key], shown: was.shown[key] as FormValue }
        const read = field.read(typed[key] as FormValue, before, context, under(path, key))
        if (read.ok) values[key] = read.value
        else errors.push(...read.error)
      }
      return errors.length > 0 ? { ok: false, error: errors } : ok(values as Values<S>)
    },
    fits: (value: unknown): value is Typed<S> =>
      typeof value === 'object' &&
      value !== null &&
      Object.keys(value).length === entries.length &&
      entries.every(
        ([key, field]) =>
          Object.hasOwn(value, key) && field.fits((value as Record<string, unknown>)[key]),
      ),
  })
}

/** A value that stands in the form as another one, such as two members of a body in one field. */
export function mapped<T, U, V extends FormValue>(
  inner: Codec<U, V>,
  apart: (value: T) => U,
  joined: (value: U) => T,
): Codec<T, V> {
  return codec<T, V>({
    blank: inner.blank,
    show: (value, context) => inner.show(apart(value), context),
    read(typed, was, context, path) {
      const before = was === null ? null : { value: apart(was.value), shown: was.shown }
      const read = inner.read(typed, before, context, path)
      return read.ok ? ok(joined(read.value)) : read
    },
    fits: inner.fits,
  })
}

/** Fields that are absent together: all blank is null. */
export function absentWhenBlank<T, V extends FormValue>(inner: Codec<T, V>): Codec<T | null, V> {
  return codec<T | null, V>({
    blank: inner.blank,
    show: (value, context) => (value === null ? inner.blank : inner.show(value, context)),
    read(typed, was, context, path) {
      if (isSame(typed, inner.blank)) return ok(null)
      const before =
        was === null || was.value === null ? null : { value: was.value, shown: was.shown }
      return inner.read(typed, before, context, path)
    },
    fits: inner.fits,
  })
}

/** A row of a list. Its key says which stored item it was ("was3"), or is new and unique. */
export type Row<V extends FormValue> = Readonly<{ key: string; value: V }>

const WAS = /^was(\d+)$/

export function keyOfStored(index: number): string {
  return `was${index}`
}

/** Which stored item a row was; null for a new one. */
export function storedIndexOf(key: string): number | null {
  const match = WAS.exec(key)
  return match === null ? null : Number(match[1])
}

function isRow<V extends FormValue>(item: Codec<unknown, V>, value: unknown): value is Row<V> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 2 &&
    'key' in value &&
    typeof value.key === 'string' &&
    'value' in value &&
    item.fits(value.value)
  )
}

/** Items in rows; a row that says nothing is left out. */
export function rows<T, V extends FormValue>(
  item: Codec<T, V>,
  rule: Readonly<{ least?: number; lacking?: string }> = {},
): Codec<T[], readonly Row<V>[]> {
  return codec<T[], readonly Row<V>[]>({
    blank: [],
    show: (value, context) =>
      value.map((each, index) => ({ key: keyOfStored(index), value: item.show(each, context) })),
    read(typed, was, context, path) {
      const readings = typed.flatMap(({ key, value }, at) => {
        if (isSame(value, item.blank)) return []
        const index = was === null ? null : storedIndexOf(key)
        const shown = was?.shown.find(row => row.key === key)?.value
        const before =
          was === null || index === null || index >= was.value.length || shown === undefined
            ? null
            : { value: was.value[index] as T, shown }
        return [item.read(value, before, context, under(under(path, at), 'value'))]
      })
      const least = rule.least ?? 0
      if (readings.length < least) {
        const blankAt = typed.findIndex(({ value }) => isSame(value, item.blank))
        const at = blankAt === -1 ? typed.length : blankAt
        return wrong(under(path, at), rule.lacking ?? 'This is needed.')
      }
      return together(readings)
    },
    fits: (value: unknown): value is readonly Row<V>[] =>
      Array.isArray(value) && value.every(row => isRow(item as Codec<unknown, V>, row)),
  })
}

/** A member that the form does not show: it stays as it is, and a new entry starts with `fresh`. */
export function carried<T>(fresh: T): Codec<T, ''> {
  return codec<T, ''>({
    blank: '',
    show: () => '',
    read: (_typed, was) => ok(was === null ? fresh : was.value),
    fits: (value: unknown): value is '' => value === '',
  })
}
