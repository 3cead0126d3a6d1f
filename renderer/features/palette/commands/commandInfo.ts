export const COMMAND_GROUPS = [
  'everywhere',
  'patients',
  'meetings',
  'board',
  'entries',
  'look',
] as const
export type CommandGroup = (typeof COMMAND_GROUPS)[number]

export const GROUP_TITLE = {
  everywhere: 'Everywhere',
  patients: 'Patients',
  meetings: 'Meetings',
  board: 'The board',
  entries: 'Adding to the board',
  look: 'Look',
} as const satisfies Record<CommandGroup, string>

export type CommandInfo = Readonly<{
  title: string
  group: CommandGroup
  /** Each in the form of `keyOf`: "control+k", "?", "delete". */
  keys?: readonly string[]
  /** Other words by which it is looked for. */
  keywords?: string
  /** Why it cannot be done where nothing offers it. */
  elsewhere?: string
  /** Its keys work in front of an open dialog as well. */
  inDialogs?: boolean
  /** Opens the palette itself, or is a step within one screen: listed with its keys, and not offered. */
  onlyKeys?: boolean
}>
