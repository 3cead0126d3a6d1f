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
import { createSyntheticWorkspace } from '../../demo/syntheticWorkspace.ts'
import { asWorkspaceError, WorkspaceError } from '../../vault/workspaceError.ts'
import { CliRefusal, type Command, textOf, UsageError, type Values } from '../command.ts'
import { pathOf } from '../paths.ts'
import { passphraseOf, WORKSPACE_OPTIONS } from '../workspace.ts'

const MOST_PATIENTS = 5000

/** Creates a workspace that holds the published case, or invented patients with three meetings. */
export const demo: Command = {
  name: 'demo',
  usage: [
    'demo --workspace DIR [--user NAME] [--patients N], N invented patients and three meetings',
  ],
  options: { ...WORKSPACE_OPTIONS, patients: { type: 'string' } },
  async run(values) {
    const given = textOf(values, 'workspace')
    if (given === null) throw new UsageError('--workspace is needed.')
    const userName = textOf(values, 'user') ?? DEMO_USER
    const chosen = passphraseOf(values)
    const passphrase = chosen ?? DEMO_PASSPHRASE
    const patients = countOf(values)
    await refusing(() => make(pathOf(given), userName, passphrase, patients))
    const said = chosen === null ? `passphrase “${DEMO_PASSPHRASE}”` : 'the passphrase you gave'
    process.stdout.write(`Created, for the user “${userName}” with ${said}.\n`)
  },
}

/** How many invented patients are wanted; null for the published case. */
function countOf(values: Values): number | null {
  const text = textOf(values, 'patients')
  if (text === null) return null
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > MOST_PATIENTS)
    throw new UsageError(`--patients takes a whole number from 1 to ${MOST_PATIENTS}.`)
  return count
}

/** Whole or not at all: it is made beside its place, and put there when it is complete. */
async function make(
  folder: string,
  userName: string,
  passphrase: string,
  patients: number | null,
): Promise<void> {
  const isThere = existsSync(folder)
  if (isThere && readdirSync(folder).length > 0) throw new WorkspaceError('notEmpty')
  mkdirSync(dirname(folder), { recursive: true })
  const building = join(dirname(folder), `.${basename(folder)}.${randomBytes(6).toString('hex')}`)
  const file = demoFileIn(RESOURCES_FOLDER)
  try {
    const made = { folder: building, userName, passphrase }
    if (patients === null) await createDemoWorkspace({ ...made, file })
    else await createSyntheticWorkspace({ ...made, patients })
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
