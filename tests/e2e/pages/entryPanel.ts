import type { Locator, Page } from '@playwright/test'

export type EntryPanel = Readonly<{
  panel: Locator
  heading: Locator
  /** A field to type in, by what it is called. */
  field: (label: string) => Locator
  /** A list that opens, by what it is called. */
  list: (label: string) => Locator
  radios: (label: string) => Locator
  more: Locator
  save: Locator
  saveAndAnother: Locator
  close: Locator
  /** What is told above the fields: a draft that came back, or what has to be put right. */
  notes: Locator
  /** Throws away the draft that came back. */
  discard: Locator
}>

/** The form beside the board. */
export function entryPanel(page: Page): EntryPanel {
  const panel = page
    .getByRole('complementary', { name: 'Beside the board' })
    .getByRole('region')
    .first()
  const starting = (label: string) =>
    new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\(required\\))?$`)
  return {
    panel,
    heading: panel.getByRole('heading', { level: 2 }),
    field: label =>
      panel
        .getByRole('textbox', { name: starting(label) })
        .or(panel.getByRole('combobox', { name: starting(label) })),
    list: label =>
      panel.getByRole('button', { name: new RegExp(`${label}( \\(required\\))?$`) }).first(),
    radios: label => panel.getByRole('radiogroup', { name: starting(label) }),
    more: panel.getByRole('button', { name: /^More fields/ }),
    save: panel.getByRole('button', { name: 'Save', exact: true }),
    saveAndAnother: panel.getByRole('button', { name: 'Save, add another' }),
    close: panel.getByRole('button', { name: 'Close' }),
    notes: panel.getByRole('status').or(panel.getByRole('alert')),
    discard: panel.getByRole('button', { name: 'Discard' }),
  }
}
