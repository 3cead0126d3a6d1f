import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { writeFileAtomically } from './atomicFile.ts'
import { KEYRING_VERSION, Keyring } from './keyring.ts'
import { asWorkspaceError, WorkspaceError } from './workspaceError.ts'

export const KEYRING_FILE = 'keyring.json'

const Versioned = z.looseObject({
  format: z.literal('metboard-keyring'),
  version: z.int().positive(),
})

function readJson(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const known = asWorkspaceError(error)
    // The folder was found before: a file missing in it means a damaged workspace, not an absent one.
    if (known?.code === 'missing') throw new WorkspaceError('damaged', { cause: error })
    throw known ?? error
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new WorkspaceError('damaged')
  }
}

/** The keyring of a workspace folder; throws damaged, newer or noPermission. */
export function readKeyring(folder: string): Keyring {
  const json = readJson(join(folder, KEYRING_FILE))
  const versioned = Versioned.safeParse(json)
  if (versioned.success && versioned.data.version > KEYRING_VERSION)
    throw new WorkspaceError('newer')
  const keyring = Keyring.safeParse(json)
  if (!keyring.success) throw new WorkspaceError('damaged')
  return keyring.data
}

/** Replaces the keyring of a workspace folder, whole or not at all. */
export function writeKeyring(folder: string, keyring: Keyring): void {
  try {
    writeFileAtomically(join(folder, KEYRING_FILE), `${JSON.stringify(keyring, null, 2)}\n`)
  } catch (error) {
    throw asWorkspaceError(error) ?? error
  }
}
