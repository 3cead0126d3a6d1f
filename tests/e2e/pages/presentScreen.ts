import type { Locator, Page } from '@playwright/test'

export type PresentScreen = Readonly<{
  screen: Locator
  name: Locator
  panels: Locator
  panel: (title: string) => Locator
  /** The panels that are there, by their headings. */
  shown: Locator
  place: Locator
  /** The list of skin lesions, and the photographs that are shown large. */
  skin: Locator
  pictures: Locator
  /** Rows and marks of the panel that the pointer can be over. */
  site: (number: string) => Locator
  mark: (number: string) => Locator
  spotlight: Locator
  ended: Locator
  backToPatients: Locator
  keys: Locator
}>

/** A presentation, and the screen that it leaves. */
export function presentScreen(page: Page): PresentScreen {
  const screen = page.getByRole('main', { name: 'Presentation', exact: true })
  const panels = page.getByRole('navigation', { name: 'Panels' })
  return {
    screen,
    name: screen.getByRole('heading', { level: 1 }),
    panels,
    panel: title => panels.getByRole('button', { name: title }),
    shown: screen.locator('[data-panel]').getByRole('heading', { level: 2 }),
    place: page.getByRole('contentinfo').getByRole('status'),
    skin: screen.getByRole('region', { name: 'Skin lesions' }),
    pictures: screen.getByRole('application').getByRole('img', { name: /^Photograph: / }),
    site: number => screen.getByRole('listitem').filter({ hasText: new RegExp(`^${number}[A-Z]`) }),
    mark: number => screen.getByRole('button', { name: new RegExp(`^${number}: `) }),
    spotlight: page.locator('[data-spotlight]'),
    ended: page.getByRole('main', { name: 'Presentation ended' }),
    backToPatients: page.getByRole('button', { name: 'Back to the patients' }),
    keys: page.getByRole('dialog', { name: 'Keys while presenting' }),
  }
}

/** A host that keeps its window: its size is then the one that the test asks for. */
export async function withoutFullScreen(page: Page): Promise<void> {
  await page.evaluate(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'))
  })
}
