import { expect, test } from 'vitest'
import { addRow, at, type Field, rowFields } from '../../../renderer/features/entry/field.ts'

type Row = Readonly<{ key: string; value: Readonly<{ text: string }> }>
type Form = Readonly<{ label: string; note: string; rows: readonly Row[] }>

const BLANK = { text: '' } as const

/** A form as it is held while it is open: the function that changes it stays the same. */
function open(form: Form) {
  const held = { form }
  const update: Field<Form>['update'] = change => {
    held.form = change(held.form)
  }
  return {
    field: (): Field<Form> => ({ value: held.form, path: '', update }),
    rows: () => rowFields(at({ value: held.form, path: '', update }, 'rows'), BLANK),
    get: () => held.form,
  }
}

const row = (key: string, text: string): Row => ({ key, value: { text } })

test('a letter in one field leaves every other field the very same', () => {
  const form = open({ label: 'A', note: '', rows: [row('was0', 'x'), row('was1', 'y')] })
  const fields = () => ({
    label: at(form.field(), 'label'),
    note: at(form.field(), 'note'),
    rows: form.rows().map(({ field }) => at(field, 'text')),
    removals: form.rows().map(({ remove }) => remove),
  })
  const before = fields()
  before.rows[1]?.update(() => 'yz')
  const after = fields()
  expect(after.label).toBe(before.label)
  expect(after.note).toBe(before.note)
  expect(after.rows[0]).toBe(before.rows[0])
  expect(after.removals).toEqual(before.removals)
  expect(after.rows[1]).not.toBe(before.rows[1])
  expect(after.rows[1]?.value).toBe('yz')
})

test('a field that was drawn before still changes the form as it is now', () => {
  const form = open({ label: 'A', note: '', rows: [] })
  const label = at(form.field(), 'label')
  at(form.field(), 'note').update(() => 'typed')
  label.update(text => `${text}B`)
  expect(form.get()).toEqual({ label: 'AB', note: 'typed', rows: [] })
})

test('where a row is taken away, the next one has its place and is changed itself', () => {
  const form = open({ label: '', note: '', rows: [] })
  addRow(at(form.field(), 'rows'), BLANK)
  addRow(at(form.field(), 'rows'), BLANK)
  const [first, second] = form.rows()
  first?.remove()
  const [left] = form.rows()
  expect(left?.key).toBe(second?.key)
  expect(left?.field.path).toBe('rows.0.value')
  if (left !== undefined) at(left.field, 'text').update(() => 'mine')
  expect(form.get().rows.map(({ key, value }) => [key, value.text])).toEqual([
    [second?.key, 'mine'],
  ])
})

test('a row that was taken away does not come back with what it held', () => {
  const form = open({ label: '', note: '', rows: [row('was0', 'stored'), row('was1', 'other')] })
  const [first] = form.rows()
  first?.remove()
  first?.field.update(({ text }) => ({ text: `${text} late` }))
  expect(form.get().rows).toEqual([row('was1', 'other')])
})

test('the spare row begins empty, whatever its row held before it was taken away', () => {
  const form = open({ label: '', note: '', rows: [row('first', 'old')] })
  const [first] = form.rows()
  if (first !== undefined) at(first.field, 'text').update(() => 'older')
  form.rows()[0]?.remove()
  const [spare] = form.rows()
  expect(spare?.field.value).toEqual(BLANK)
  if (spare !== undefined) at(spare.field, 'text').update(text => `${text}n`)
  expect(form.get().rows).toEqual([row('first', 'n')])
})
