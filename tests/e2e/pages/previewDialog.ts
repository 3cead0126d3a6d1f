import type { Locator, Page } from '@playwright/test'

export type PreviewDialog = Readonly<{
  dialog: Locator
  paper: (name: 'A4' | 'Letter') => Locator
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

/** The summary as it will be saved and printed. */
export function previewDialog(page: Page): PreviewDialog {
  const dialog = page.getByRole('dialog', { name: 'Summary for the meeting' })
  const button = (name: string) => dialog.getByRole('button', { name, exact: true })
  const pages = dialog.getByRole('region', { name: /^Page \d+ of \d+$/ })
  return {
    dialog,
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
