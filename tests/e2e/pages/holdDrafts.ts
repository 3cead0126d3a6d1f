import type { Page } from '@playwright/test'

/** Lets no form know what was typed into it before, as a busy machine does, until the answer is let through. */
export async function holdDrafts(page: Page): Promise<() => void> {
  let answer = () => {}
  const answered = new Promise<void>(resolve => {
    answer = resolve
  })
  await page.route('**/api/draft:list', async route => {
    await answered
    await route.continue()
  })
  return () => answer()
}
