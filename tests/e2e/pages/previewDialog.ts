import type { Locator, Page } from '@playwright/test'

export type PreviewDialog = Readonly<{
  dialog: Locator
  paper: (name: 'A4' | 'Letter') => Locator
  /** Which of the papers of a meeting. */
  kind: (name: 'Pack' | 'Agenda' | 'Supplement' | 'Letters') => Locator
  pages: Locator
  /** The drawing of a page, by its number. */
  drawing: (number: number) => Locator
  count: Locator
  protect: Locator
  password: Locator
  confirmPassword: Locator
  protection: Locator
  cancel: Locator
  message: Locator
  again: Locator
  print: Locator
  save: Locator
  close: Locator
  said: Locator
}>

/** A document as it will be saved and printed; the summary when no other title is given. */
export function previewDialog(page: Page, title = 'Summary for the meeting'): PreviewDialog {
  const dialog = page.getByRole('dialog', { name: title, exact: true })
  const button = (name: string) => dialog.getByRole('button', { name, exact: true })
  const pages = dialog.getByRole('region', { name: /^Page \d+ of \d+$/ })
  return {
    dialog,
    kind: name => dialog.getByRole('radio', { name, exact: true }),
    paper: name => dialog.getByRole('radio', { name, exact: true }),
    pages,
    drawing: number =>
      dialog.getByRole('region', { name: new RegExp(`^Page ${number} of `) }).locator('canvas'),
    count: dialog.getByText(/^\d+ pages?$/),
    protect: button('Protect with a password…'),
    password: dialog.getByLabel('Password that opens the file'),
    confirmPassword: button('Protect'),
    protection: dialog.getByText('Protected by a password'),
    cancel: button('Cancel'),
    message: dialog.getByText(/^Stopped\./),
    again: button('Make it again'),
    print: button('Print'),
    save: button('Save'),
    close: button('Close'),
    said: dialog.getByRole('status'),
  }
}
