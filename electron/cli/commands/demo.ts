import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { RESOURCES_FOLDER } from '../../build.ts'
import {
  createDemoWorkspace,
  DEMO_PASSPHRASE,
  DEMO_USER,
  demoFileIn,
} from '../../demo/demoWorkspace.ts'
import { asWorkspaceError, WorkspaceError } from '../../vault/workspaceError.ts'
import { CliRefusal, type Command, textOf, UsageError } from '../command.ts'
import { pathOf } from '../paths.ts'
import { passphraseOf, WORKSPACE_OPTIONS } from '../workspace.ts'

/** Creates a workspace that holds the published case. */
export const demo: Command = {
  name: 'demo',
  usage: ['demo --workspace DIR [--user NAME]'],
  options: WORKSPACE_OPTIONS,
  async run(values) {
    const given = textOf(values, 'workspace')
    if (given === null) throw new UsageError('--workspace is needed.')
    const userName = textOf(values, 'user') ?? DEMO_USER
    const chosen = passphraseOf(values)
    const passphrase = chosen ?? DEMO_PASSPHRASE
    await refusing(() => make(pathOf(given), userName, passphrase))
    const said = chosen === null ? `passphrase “${DEMO_PASSPHRASE}”` : 'the passphrase you gave'
    process.stdout.write(`Created, for the user “${userName}” with ${said}.\n`)
  },
}

/** Whole or not at all: it is made beside its place, and put there when it is complete. */
async function make(folder: string, userName: string, passphrase: string): Promise<void> {
  const isThere = existsSync(folder)
  if (isThere && readdirSync(folder).length > 0) throw new WorkspaceError('notEmpty')
  mkdirSync(dirname(folder), { recursive: true })
  const building = join(dirname(folder), `.${basename(folder)}.${randomBytes(6).toString('hex')}`)
  const file = demoFileIn(RESOURCES_FOLDER)
  try {
    await createDemoWorkspace({ folder: building, userName, passphrase, file })
    if (isThere) rmdirSync(folder)
    renameSync(building, folder)
  } finally {
    rmSync(building, { recursive: true, force: true })
  }
}

async function refusing(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const known = asWorkspaceError(error)
    throw known === null ? error : new CliRefusal(known.message)
  }
}
