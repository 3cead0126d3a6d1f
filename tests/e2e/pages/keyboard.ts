import { expect, type Locator, type Page } from '@playwright/test'

/** More parts than any screen has between two of its fields. */
const MOST_STEPS = 80

/** Presses Tab until the element has focus, as a person without a mouse does. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible()
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await target.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(target).toBeFocused()
}

/** Goes to a field with Tab and types into it. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.type(text)
}

/** Goes to a group of choices with Tab, and to one of them with the arrows. */
export async function chooseRadio(page: Page, group: Locator, name: string): Promise<void> {
  const wanted = group.getByRole('radio', { name, exact: true })
  const radios = group.getByRole('radio')
  const isInside = () => group.evaluate(element => element.contains(document.activeElement))
  for (let step = 0; step < MOST_STEPS && !(await isInside()); step += 1)
    await page.keyboard.press('Tab')
  for (let step = 0; step <= (await radios.count()); step += 1) {
    if (await wanted.evaluate(element => element === document.activeElement)) break
    await page.keyboard.press('ArrowRight')
  }
  await expect(wanted).toBeFocused()
  if (!(await wanted.isChecked())) await page.keyboard.press('Space')
  await expect(wanted).toBeChecked()
}

/** Goes to a list that opens, and chooses one of it by its first letters. */
export async function chooseOption(page: Page, list: Locator, name: string): Promise<void> {
  await tabTo(page, list)
  await page.keyboard.press('Enter')
  const option = page.getByRole('option', { name, exact: true })
  await expect(option).toBeVisible()
  await page.keyboard.type(name.slice(0, 6))
  await expect(option).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(option).toBeHidden()
}

/** Types into a field with suggestions, and takes the first that fits. */
export async function chooseSuggestion(page: Page, field: Locator, text: string): Promise<void> {
  await typeInto(page, field, text)
  await expect(field).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(field).toHaveAttribute('aria-activedescendant', /./)
  await page.keyboard.press('Enter')
  await expect(field).toHaveAttribute('aria-expanded', 'false')
}
