import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { demoCase } from '../../../electron/demo/demoCase.ts'
import type { EntryBody } from '../../../shared/case/entry.ts'
import { formContext } from '../../../shared/forms/anchors.ts'
import { blankForm, fromForm, isFormOf, toForm } from '../../../shared/forms/forms.ts'
import type { Row } from '../../../shared/forms/groups.ts'
import { patientForm } from '../../../shared/forms/patientForm.ts'

const demo = await demoCase(join(import.meta.dirname, '../../../resources/demo/wu-2024.json'))
const today = '2026-11-22'

/** A value without the words that a person typed for a number or a date: those that the paper has no words for. */
function withoutOwnWords(value: unknown, beside: unknown): unknown {
  if (Array.isArray(value))
    return value.map((item, at) => withoutOwnWords(item, Array.isArray(beside) ? beside[at] : null))
  if (typeof value !== 'object' || value === null) return value
  const other = (beside ?? {}) as { verbatim?: unknown } & Record<string, unknown>
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'verbatim' && other.verbatim === null ? null : withoutOwnWords(item, other[key]),
    ]),
  )
}

/** The same form as a person would fill it in from nothing: no row is known from before. */
function typedAnew(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item, at) => {
      const isRow = typeof item === 'object' && item !== null && 'key' in item && 'value' in item
      return isRow
        ? { key: `new ${at}`, value: typedAnew((item as Row<string>).value) }
        : typedAnew(item)
    })
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, typedAnew(item)]))
}

const cases = demo.entries.map(entry => ({
  name: `${entry.body.kind}: ${'label' in entry.body ? entry.body.label : JSON.stringify(entry.body).slice(0, 80)}`,
  entry,
}))

describe('forms of the published case', () => {
  it.each(cases)('opens and saves $name without a change', ({ entry: { id, body } }) => {
    const context = formContext(demo.entries, { today, self: id })
    const shown = toForm(body, context)
    expect(isFormOf(body.kind, shown)).toBe(true)
    expect(isFormOf(body.kind, JSON.parse(JSON.stringify(shown)))).toBe(true)
    const read = fromForm(body.kind, shown, { body, shown } as never, context)
    expect(read).toEqual({ ok: true, value: body })
  })

  it.each(cases)('takes $name typed from nothing', ({ entry: { id, body } }) => {
    const context = formContext(demo.entries, { today, self: id })
    const typed = typedAnew(toForm(body, context))
    const read = fromForm<EntryBody['kind']>(body.kind, typed as never, null, context)
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    expect(withoutOwnWords(read.value, body)).toEqual(body)
  })

  it('opens and saves the patient without a change', () => {
    const context = formContext([], { today })
    const { details } = demo.patient
    const shown = patientForm.show(details, context)
    expect(patientForm.read(shown, { value: details, shown }, context, '')).toEqual({
      ok: true,
      value: details,
    })
    expect(patientForm.read(shown, null, context, '')).toEqual({ ok: true, value: details })
  })

  it('starts empty forms that fit their own shape', () => {
    for (const kind of new Set(demo.entries.map(({ body }) => body.kind)))
      expect(isFormOf(kind, blankForm(kind))).toBe(true)
  })
})
