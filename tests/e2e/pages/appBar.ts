import type { Locator, Page } from '@playwright/test'

export type AppBar = Readonly<{
  bar: Locator
  patients: Locator
  find: Locator
  add: Locator
  undo: Locator
  redo: Locator
  present: Locator
  print: Locator
  theme: Locator
  help: Locator
  lock: Locator
  /** A choice of the menu that is open. */
  choice: (name: string) => Locator
  /** What was just done, at the foot of the screen. */
  notice: Locator
  dialog: (name: string) => Locator
}>

/** The bar at the top of an open workspace, and what it opens. */
export function appBar(page: Page): AppBar {
  const bar = page.getByRole('banner')
  const button = (name: RegExp) => bar.getByRole('button', { name })
  return {
    bar,
    patients: button(/^Patients/),
    find: button(/^Find patient/),
    add: button(/^Add/),
    undo: button(/^Undo/),
    redo: button(/^Redo/),
    present: button(/^Present/),
    print: button(/^Print/),
    theme: button(/^Theme/),
    help: button(/^Help/),
    lock: button(/^Lock/),
    choice: name =>
      page.getByRole(/^(Light|Dark|High|As the)/.test(name) ? 'menuitemradio' : 'menuitem', {
        name,
      }),
    notice: page.getByRole('status').last(),
    dialog: name => page.getByRole('dialog', { name }),
  }
}
