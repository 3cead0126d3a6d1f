import type { Locator, Page } from '@playwright/test'

export type GalleryPage = Readonly<{
  heading: Locator
  theme: (name: string) => Locator
  states: Locator
  swatches: Locator
}>

/** The page of every component in every state. */
export function gallery(page: Page): GalleryPage {
  return {
    heading: page.getByRole('heading', { name: 'Components', level: 1 }),
    theme: name => page.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name }),
    states: page.locator('[data-state]'),
    swatches: page.locator('[data-contrast]'),
  }
}
