import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { UserSettings } from '../../../shared/ipc/contract.ts'
import { appBar } from './appBar.ts'

/** What axe finds on the screen as it is now, or in one part of it: the rule and the elements that break it. */
async function violations(page: Page, part: string | null): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
  const { violations: found } = await (part === null ? axe : axe.include(part)).analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

export async function expectNoViolations(
  page: Page,
  screen: string,
  part: string | null = null,
): Promise<void> {
  expect.soft(await violations(page, part), screen).toEqual([])
}

/** Parts of a screen whose rest was looked at before. */
export const BESIDE = 'aside'
export const DIALOG = '[role=dialog]'
export const MENU = '[role=menu]'
export const TAB_PANEL = '[role=tabpanel]'

export const THEMES = [
  { theme: 'light', name: 'Light', media: { colorScheme: 'light' } },
  { theme: 'dark', name: 'Dark', media: { colorScheme: 'dark' } },
  { theme: 'contrast', name: 'High contrast', media: { colorScheme: 'light', contrast: 'more' } },
] as const satisfies readonly {
  theme: UserSettings['theme']
  name: string
  media: Parameters<Page['emulateMedia']>[0]
}[]

export async function chooseTheme(
  page: Page,
  { theme, name }: (typeof THEMES)[number],
): Promise<void> {
  const bar = appBar(page)
  await bar.theme.click()
  await page.getByRole('menuitemradio', { name }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
}

/** What axe finds in a part of the screen, in every theme: the rule, and the elements that break it. */
export async function violationsInThemes(page: Page, part: string): Promise<string[]> {
  const found: string[] = []
  for (const { theme } of THEMES) {
    await page.evaluate(name => {
      document.documentElement.dataset.theme = name
    }, theme)
    const axe = new AxeBuilder({ page }).include(part)
    // Themes differ in their colours alone.
    if (theme !== 'light') axe.withRules(['color-contrast'])
    const { violations: broken } = await axe.analyze()
    found.push(
      ...broken.flatMap(({ id, nodes }) =>
        nodes.map(({ target }) => `${theme}: ${id} ${target.join(' ')}`),
      ),
    )
  }
  return found
}
