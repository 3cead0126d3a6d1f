import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import type { KnownWorkspace } from '../../shared/ipc/contract.ts'
import { WORKSPACE_FILE } from '../db/workspaceFiles.ts'
import { writeFileAtomically } from '../vault/atomicFile.ts'
import { listUsers } from '../vault/keyring.ts'
import { readKeyring } from '../vault/keyringFile.ts'

const KNOWN_FILE = 'known-workspaces.json'
const MOST_KNOWN = 50

const KnownFile = z.strictObject({ version: z.literal(1), folders: z.array(z.string()) })

/** Where the demo lies; no other workspace is called so. */
export function demoFolderIn(workspacesFolder: string): string {
  return join(workspacesFolder, 'MetBoard demo')
}

/** The workspaces of this machine, the one opened last first; then those in its folder that were never opened here. */
export function listKnownWorkspaces(workspacesFolder: string): z.output<typeof KnownWorkspace>[] {
  const here = inFolder(workspacesFolder)
  // One of the folder that was deleted is gone; one elsewhere may lie on a drive that is not there now.
  const known = remembered(workspacesFolder).filter(
    folder => here.includes(folder) || dirname(folder) !== resolve(workspacesFolder),
  )
  const folders = new Set([...known, ...here])
  return [...folders].map(folder => ({
    folder,
    name: basename(folder),
    demo: folder === resolve(demoFolderIn(workspacesFolder)),
    users: userNames(folder),
  }))
}

/** Remembers a workspace as the one opened last. SECURITY: its place alone, and nothing of what is in it. */
export function rememberWorkspace(workspacesFolder: string, folder: string): void {
  // A hidden folder is one that is still being built.
  if (basename(folder).startsWith('.')) return
  const known = remembered(workspacesFolder)
  if (known[0] === folder) return
  const folders = [folder, ...known.filter(each => each !== folder)].slice(0, MOST_KNOWN)
  mkdirSync(workspacesFolder, { recursive: true })
  const file = { version: 1, folders } satisfies z.input<typeof KnownFile>
  writeFileAtomically(join(workspacesFolder, KNOWN_FILE), `${JSON.stringify(file, null, 2)}\n`)
}

function inFolder(workspacesFolder: string): string[] {
  let names: string[]
  try {
    names = readdirSync(workspacesFolder)
  } catch {
    return []
  }
  return names
    .filter(name => !name.startsWith('.'))
    .sort()
    .map(name => resolve(workspacesFolder, name))
    .filter(folder => existsSync(join(folder, WORKSPACE_FILE)))
}

/** A list of places only: one that cannot be read is begun anew, and no workspace depends on it. */
function remembered(workspacesFolder: string): string[] {
  try {
    const text = readFileSync(join(workspacesFolder, KNOWN_FILE), 'utf8')
    return KnownFile.parse(JSON.parse(text)).folders
  } catch {
    return []
  }
}

/** None for a workspace that cannot be read: opening it says why. */
function userNames(folder: string): string[] {
  try {
    return listUsers(readKeyring(folder)).map(user => user.name)
  } catch {
    return []
  }
}
