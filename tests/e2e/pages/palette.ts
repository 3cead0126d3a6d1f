import type { Locator, Page } from '@playwright/test'

export type PalettePage = Readonly<{
  dialog: Locator
  field: Locator
  /** A line of what was found, by its beginning. */
  line: (name: string | RegExp) => Locator
  status: Locator
}>

/** The one field that finds patients, commands and entries. */
export function palette(page: Page): PalettePage {
  const dialog = page.getByRole('dialog', { name: 'Find a patient, a command or an entry' })
  return {
    dialog,
    field: dialog.getByRole('combobox'),
    line: name => dialog.getByRole('option', { name }),
    status: dialog.getByRole('status'),
  }
}
