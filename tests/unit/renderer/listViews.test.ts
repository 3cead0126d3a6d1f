import { expect, test } from 'vitest'
import {
  countWishes,
  EVERYONE,
  isSameShown,
  USUAL_VIEWS,
} from '../../../renderer/features/patients/listViews.ts'
import { PatientView } from '../../../shared/patient/patientList.ts'

test('a view counts as changed when its search, filter, order or columns differ, and by nothing else', () => {
  const { question, columns } = EVERYONE
  const asked = (part: Partial<typeof question>) => ({
    columns,
    question: { ...question, ...part },
  })
  expect(isSameShown(EVERYONE, asked({ query: '  ' }))).toBe(true)
  expect(isSameShown(EVERYONE, asked({ query: 'a' }))).toBe(false)
  expect(isSameShown(EVERYONE, asked({ archived: true }))).toBe(false)
  expect(isSameShown(EVERYONE, asked({ sort: { by: 'born', descending: false } }))).toBe(false)
  expect(isSameShown(EVERYONE, asked({ filter: { ...question.filter, conflicts: true } }))).toBe(
    false,
  )
  expect(isSameShown(EVERYONE, { question, columns: ['name'] })).toBe(false)
})

test('the views that everybody has could be stored, differ from each other, and begin with all patients', () => {
  const id = '00000000-0000-4000-8000-000000000001'
  for (const { name, shown } of USUAL_VIEWS)
    expect(PatientView.safeParse({ id, name, ...shown }).success).toBe(true)
  for (const [at, one] of USUAL_VIEWS.entries())
    for (const other of USUAL_VIEWS.slice(at + 1))
      expect(isSameShown(one.shown, other.shown)).toBe(false)
  expect(USUAL_VIEWS[0]?.shown).toBe(EVERYONE)
  expect(countWishes(EVERYONE.question.filter)).toBe(0)
})
