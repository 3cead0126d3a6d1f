import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createWorkspace } from '../../../electron/db/create.ts'
import type { Credentials, Workspace } from '../../../electron/db/open.ts'
import type { NewChange } from '../../../electron/db/queries/changes.ts'
import { WorkspaceError } from '../../../electron/vault/workspaceError.ts'

export const PASSPHRASE = 'nine winter lanterns'
export const CHEAP_SCRYPT_N = 1024
export const NADIA = {
  userName: 'Nadia Test',
  passphrase: PASSPHRASE,
} as const satisfies Credentials

/** A new folder that goes away after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'metboard-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A new open workspace with one oncologist; closed after the test. */
export async function newWorkspace(
  folder = join(temporaryFolder(), 'board'),
): Promise<{ workspace: Workspace; recoveryKey: string }> {
  const created = await createWorkspace(folder, {
    ...NADIA,
    role: 'oncologist',
    scryptN: CHEAP_SCRYPT_N,
  })
  onTestFinished(() => created.workspace.close())
  return created
}

/** The folder of a closed workspace. */
export async function closedWorkspace(): Promise<string> {
  const { workspace } = await newWorkspace()
  workspace.close()
  return workspace.folder
}

/** Every file below a folder with the hash of its bytes. */
export function hashFiles(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return Object.fromEntries(
    files
      .filter(name => statSync(join(folder, name)).isFile())
      .map(name => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  )
}

/** The code with which an action is refused; fails when it is not refused by a WorkspaceError. */
export async function refusalOf(action: () => unknown): Promise<WorkspaceError> {
  try {
    await action()
  } catch (error) {
    if (error instanceof WorkspaceError) return error
    throw error
  }
  throw new Error('the action was not refused')
}

function runQuietly(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

/** Takes the right to write a path from everybody, root too, until the test is over. */
export function makeReadOnly(path: string): void {
  if (process.getuid?.() === 0) {
    // Modes do not bind root: an immutable file does, and where there is none a mount that is read-only.
    if (runQuietly('chattr', ['+i', path])) {
      onTestFinished(() => void runQuietly('chattr', ['-i', path]))
      return
    }
    const isMounted =
      runQuietly('mount', ['--bind', path, path]) &&
      runQuietly('mount', ['-o', 'remount,bind,ro', path])
    if (!isMounted)
      throw new Error('root can be kept from writing by neither chattr nor mount here')
    onTestFinished(() => void runQuietly('umount', [path]))
    return
  }
  const { mode } = statSync(path)
  chmodSync(path, mode & 0o555)
  onTestFinished(() => chmodSync(path, mode))
}

/** Starts a script with this Node and waits for its first line. */
export async function startScript(
  script: string,
  args: readonly string[],
): Promise<{ kill: () => Promise<void> }> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  onTestFinished(kill)
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.once('exit', code => reject(new Error(`the script ended with ${code}`)))
  })
  return { kill }
}

export function buildChange(overrides: Partial<NewChange> = {}): NewChange {
  return {
    at: '2026-01-02T03:04:05Z',
    userId: 'user-1',
    userName: 'Nadia Test',
    patientId: 'patient-1',
    entity: 'entry',
    entityId: 'entry-1',
    kind: 'specimen',
    action: 'create',
    before: null,
    after: { note: 'first' },
    act: 'act-1',
    undoes: null,
    ...overrides,
  }
}

export function buildPatient(overrides: { id?: string; name?: string; text?: string } = {}) {
  const {
    id = 'patient-1',
    name = 'testa, nadia',
    text = 'Testa Nadia H-100 1950-02-03',
  } = overrides
  return {
    id,
    body: { family: name },
    sortName: name,
    born: '1950-02-03',
    searchText: text,
    updatedAt: '2026-01-02T03:04:05Z',
  }
}
