import type { Locator, Page } from '@playwright/test'

export type EntryForm = Readonly<{
  panel: Locator
  heading: Locator
  /** The text field of this name. */
  text: (name: string) => Locator
  /** A choice of a group of which all are in view. */
  choice: (group: string, name: string) => Locator
  /** The button that opens a list, and one of the list. */
  list: (name: string) => Locator
  option: (name: string) => Locator
  button: (name: string | RegExp) => Locator
  problems: Locator
  restored: Locator
}>

/** The form beside the board. */
export function entryForm(page: Page): EntryForm {
  const panel = page
    .getByRole('complementary', { name: 'Beside the board' })
    .getByRole('region')
    .first()
  const named = (name: string) => new RegExp(`^${name}( \\(required\\))?$`)
  return {
    panel,
    heading: panel.getByRole('heading', { level: 2 }),
    text: name =>
      panel
        .getByRole('textbox', { name: named(name) })
        .or(panel.getByRole('combobox', { name: named(name) })),
    choice: (group, name) =>
      panel
        .getByRole('radiogroup', { name: named(group) })
        .getByRole('radio', { name, exact: true }),
    list: name =>
      panel.getByRole('button', { name: new RegExp(` ${name}( \\(required\\))?$`) }).first(),
    option: name => page.getByRole('option', { name: new RegExp(`^${name}`) }),
    button: name => panel.getByRole('button', { name }),
    problems: panel.getByRole('alert'),
    restored: panel.getByText(/^Draft of .* restored$/),
  }
}

/** Goes on with Tab until this element has the focus: a person without a mouse gets there too. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await page.keyboard.press('Tab')
  await target.waitFor()
  for (let steps = 0; steps < 60; steps++) {
    if (await target.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the Tab key does not lead to this field')
}

/** Goes with Tab to the group of a choice, with arrows to the choice, and takes it. */
export async function reachChoice(page: Page, choice: Locator): Promise<void> {
  // Leaves the field first: while a list of suggestions is open, the rest of the form is not in reach.
  await page.keyboard.press('Tab')
  const group = choice.locator('xpath=ancestor::*[@role="radiogroup"][1]')
  const hasFocus = () => group.evaluate(element => element.contains(document.activeElement))
  for (let steps = 0; steps < 60 && !(await hasFocus()); steps++) await page.keyboard.press('Tab')
  for (let steps = 0; steps < 8; steps++) {
    if (await choice.evaluate(element => element === document.activeElement)) break
    await page.keyboard.press('ArrowRight')
  }
  await page.keyboard.press('Space')
}
