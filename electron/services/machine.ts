import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { THEMES, type UserSettings } from '../../shared/ipc/contract.ts'
import { writeFileAtomically } from '../vault/atomicFile.ts'

const MACHINE_FILE = 'screen.json'

/** SECURITY: what a screen looks like before anybody has unlocked it, and nothing of a user or a patient. */
const MachineFile = z.strictObject({ version: z.literal(1), theme: z.enum(THEMES) })

/** The theme that was used last on this machine; as the system has it where none was. */
export function lastTheme(workspacesFolder: string): UserSettings['theme'] {
  try {
    const text = readFileSync(join(workspacesFolder, MACHINE_FILE), 'utf8')
    return MachineFile.parse(JSON.parse(text)).theme
  } catch {
    return 'system'
  }
}

/** Keeps the theme for the next start; a disk that cannot be written costs the next start its theme and nothing else. */
export function rememberTheme(workspacesFolder: string, theme: UserSettings['theme']): void {
  if (lastTheme(workspacesFolder) === theme) return
  try {
    mkdirSync(workspacesFolder, { recursive: true })
    const file = { version: 1, theme } satisfies z.input<typeof MachineFile>
    writeFileAtomically(join(workspacesFolder, MACHINE_FILE), `${JSON.stringify(file)}\n`)
  } catch {
    // As above: the choice holds for this run.
  }
}
