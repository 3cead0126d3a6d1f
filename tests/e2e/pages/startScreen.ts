import type { Locator, Page } from '@playwright/test'

export type StartScreen = Readonly<{
  openDemo: Locator
  createWorkspace: Locator
  useRecoveryKey: Locator
  /** The form of a new workspace. */
  create: Readonly<{
    form: Locator
    folder: Locator
    name: Locator
    role: Locator
    passphrase: Locator
    again: Locator
    submit: Locator
  }>
  /** What is shown once after a workspace was made. */
  recovery: Readonly<{
    heading: Locator
    key: Locator
    isWritten: Locator
    open: Locator
  }>
  unlock: Readonly<{ form: Locator; passphrase: Locator; submit: Locator; recover: Locator }>
  recover: Readonly<{ form: Locator; key: Locator; back: Locator }>
}>

/** What stands on the screen while no workspace is open. */
export function startScreen(page: Page): StartScreen {
  const create = page.getByRole('region', { name: 'Create a workspace' })
  const unlock = page.getByRole('region', { name: 'Unlock', exact: true })
  const recover = page.getByRole('region', { name: 'Open with the recovery key' })
  return {
    openDemo: page.getByRole('button', { name: 'Open the demo' }),
    createWorkspace: page.getByRole('button', { name: 'Create a workspace' }),
    useRecoveryKey: page.getByRole('button', { name: 'Open with a recovery key' }),
    create: {
      form: create,
      folder: create.getByLabel('Folder'),
      name: create.getByLabel('Your name'),
      role: create.getByLabel('Your role'),
      passphrase: create.getByLabel(/^Passphrase/),
      again: create.getByLabel(/again/i),
      submit: create.getByRole('button', { name: 'Create' }),
    },
    recovery: {
      heading: page.getByRole('heading', { name: 'The recovery key' }),
      key: page.getByTestId('recovery-key'),
      isWritten: page.getByRole('checkbox', { name: 'I have written it down' }),
      open: page.getByRole('button', { name: 'Open the workspace' }),
    },
    unlock: {
      form: unlock,
      passphrase: unlock.getByLabel('Passphrase'),
      submit: unlock.getByRole('button', { name: 'Unlock' }),
      recover: unlock.getByRole('button', { name: 'Use the recovery key' }),
    },
    recover: {
      form: recover,
      key: recover.getByLabel('Recovery key'),
      back: recover.getByRole('button', { name: 'Back' }),
    },
  }
}
