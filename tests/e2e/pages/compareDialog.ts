import type { Locator, Page } from '@playwright/test'

export type CompareDialog = Readonly<{
  dialog: Locator
  first: Locator
  second: Locator
  swap: Locator
  between: Locator
  headings: Locator
  row: (label: string) => Locator
  /** The cells of a row: first specimen, second specimen, change. */
  cells: (label: string) => Locator
}>

/** Two specimens side by side. */
export function compareDialog(page: Page): CompareDialog {
  const dialog = page.getByRole('dialog', { name: 'Compare two specimens' })
  const row = (label: string) =>
    dialog
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: label, exact: true }) })
  return {
    dialog,
    first: dialog.getByLabel('First specimen'),
    second: dialog.getByLabel('Second specimen'),
    swap: dialog.getByRole('button', { name: 'Swap' }),
    between: dialog.locator('[data-fact="comparison.between"]'),
    headings: dialog.getByRole('columnheader'),
    row,
    cells: label => row(label).getByRole('cell'),
  }
}
