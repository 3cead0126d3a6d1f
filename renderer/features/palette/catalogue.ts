import { BOARD } from './commands/board.ts'
import type { CommandInfo } from './commands/commandInfo.ts'
import { ENTRIES } from './commands/entries.ts'
import { EVERYWHERE } from './commands/everywhere.ts'
import { LOOK } from './commands/look.ts'
import { MEETINGS } from './commands/meetings.ts'
import { PATIENTS } from './commands/patients.ts'

/** Every command, with its keys: what the palette offers, what the keys do and what the help lists all come from here. */
export const COMMANDS = {
  ...EVERYWHERE,
  ...PATIENTS,
  ...MEETINGS,
  ...BOARD,
  ...ENTRIES,
  ...LOOK,
} as const satisfies Record<string, CommandInfo>

export type CommandId = keyof typeof COMMANDS

export const COMMAND_IDS = Object.keys(COMMANDS) as readonly CommandId[]

export function infoOf(id: CommandId): CommandInfo {
  return COMMANDS[id]
}
