import type { Locator, Page } from '@playwright/test'

export type NewsPanel = Readonly<{
  panel: Locator
  /** The tile on top of the board that says how much is new. */
  tile: Locator
  since: (name: string) => Locator
  day: Locator
  markSinceDay: Locator
  summary: Locator
  items: Locator
  item: (name: string) => Locator
  /** Every mark in a part of the screen. */
  marks: (within: Locator) => Locator
  /** Whether the paper marks what is new. */
  onPaper: Locator
}>

/** What is new since a chosen moment: its tile, its list and its marks. */
export function newsPanel(page: Page): NewsPanel {
  const panel = page.getByRole('region', { name: 'What is new', exact: true })
  const items = panel.getByRole('list', { name: 'What is new' }).locator('> li')
  const isMark = /^(new|changed|settled) since /
  return {
    panel,
    tile: page.getByRole('region', { name: 'Story' }).getByRole('button', { name: /^New since/ }),
    since: name => panel.getByRole('radio', { name, exact: true }),
    day: panel.getByRole('textbox', { name: 'Day' }),
    markSinceDay: panel.getByRole('button', { name: 'Mark since this day' }),
    summary: panel.getByRole('status'),
    items,
    item: name => items.filter({ hasText: name }),
    marks: within =>
      within.getByRole('button', { name: isMark }).or(within.getByRole('img', { name: isMark })),
    onPaper: page.getByRole('checkbox', { name: 'Mark what is new' }),
  }
}
