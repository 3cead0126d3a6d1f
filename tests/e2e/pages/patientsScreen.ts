import type { Locator, Page } from '@playwright/test'

export type PatientsScreen = Readonly<{
  heading: Locator
  search: Locator
  count: Locator
  newPatient: Locator
  rows: Locator
  /** The row of a patient, by words in it. */
  row: (words: string) => Locator
  form: Locator
  field: (label: string) => Locator
  create: Locator
}>

/** The list of patients and the form of a new one. */
export function patientsScreen(page: Page): PatientsScreen {
  const form = page.getByRole('region', { name: 'New patient' })
  const rows = page.getByRole('grid', { name: 'Patients' }).locator('tbody').getByRole('row')
  return {
    heading: page.getByRole('heading', { name: 'Patients', level: 1 }),
    search: page.getByRole('searchbox', { name: 'Find patient' }),
    count: page.getByRole('main').getByRole('status').first(),
    newPatient: page.getByRole('button', { name: 'New patient' }),
    rows,
    row: words => rows.filter({ hasText: words }),
    form,
    field: label => form.getByLabel(label, { exact: true }),
    create: form.getByRole('button', { name: 'Create', exact: true }),
  }
}
