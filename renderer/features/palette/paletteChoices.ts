import type { PatientId } from '../../../shared/ids.ts'
import type { Destination, Standing } from './CommandProvider.tsx'
import { type CommandId, infoOf } from './catalogue.ts'
import { COMMAND_GROUPS, GROUP_TITLE } from './commands/commandInfo.ts'
import { bestFits } from './match.ts'

export type Found = readonly Readonly<{ id: PatientId; name: string; identity: string }>[]

/** One line of the palette. */
export type Choice =
  | Readonly<{ what: 'patient'; key: string; title: string; patient: PatientId; identity: string }>
  | Readonly<{
      what: 'command'
      key: string
      id: CommandId
      title: string
      unavailable: string | null
      run: () => void
    }>
  | Readonly<{ what: 'destination'; key: string; title: string; kind: string; go: () => void }>

export type Section = Readonly<{ title: string; choices: readonly Choice[] }>

type Sources = Readonly<{
  commands: readonly Standing[]
  destinations: readonly Destination[]
  patients: Found
  recentPatients: Found
  recentCommands: readonly string[]
}>

const MOST_RECENT_PATIENTS = 5
const MOST_RECENT_COMMANDS = 3
const MOST_DESTINATIONS = 12
const MOST_COMMANDS = 12

/**
 * What the palette lists for what was typed: recent things first while nothing is, then the patients who were found, what is
 * on the board, and commands; of those that fit equally, what can be done goes first, then what was used last.
 */
export function choicesFor(typed: string, sources: Sources): Section[] {
  const isForCommands = typed.startsWith('>')
  const text = (isForCommands ? typed.slice(1) : typed).trim()
  const commands = recentFirst(sources.commands, sources.recentCommands)
  if (text === '') {
    if (isForCommands) return byGroup(sources.commands)
    return filled([
      {
        title: 'Opened last',
        choices: sources.recentPatients.slice(0, MOST_RECENT_PATIENTS).map(toPatient),
      },
      {
        title: 'Done last',
        choices: commands
          .filter(({ id }) => sources.recentCommands.includes(id))
          .slice(0, MOST_RECENT_COMMANDS)
          .map(toCommand),
      },
      ...byGroup(
        sources.commands.filter(({ isHere }) => isHere),
        ' ',
      ),
    ])
  }
  return filled([
    ...(isForCommands
      ? []
      : [
          { title: 'Patients', choices: sources.patients.map(toPatient) },
          {
            title: 'On this board',
            choices: bestFits(text, sources.destinations)
              .slice(0, MOST_DESTINATIONS)
              .map(toDestination),
          },
        ]),
    {
      title: 'Commands',
      // A command that fits better stays before one that can be done: Enter says why it cannot, and does nothing else.
      choices: bestFits(text, ableFirst(commands)).slice(0, MOST_COMMANDS).map(toCommand),
    },
  ])
}

/** All commands under the headings of the help; a command that is also listed above has a key of its own here. */
function byGroup(commands: readonly Standing[], suffix = ''): Section[] {
  const sections = COMMAND_GROUPS.map(group => ({
    title: GROUP_TITLE[group],
    choices: ableFirst(commands.filter(({ id }) => infoOf(id).group === group)).map(standing => {
      const choice = toCommand(standing)
      return { ...choice, key: `${choice.key}${suffix}` }
    }),
  }))
  return filled(sections)
}

function recentFirst(commands: readonly Standing[], recent: readonly string[]): Standing[] {
  const place = ({ id }: Standing) => {
    const at = recent.indexOf(id)
    return at < 0 ? recent.length : at
  }
  return commands.toSorted((a, b) => place(a) - place(b))
}

function ableFirst(commands: readonly Standing[]): Standing[] {
  return commands.toSorted(
    (a, b) => Number(a.unavailable !== null) - Number(b.unavailable !== null),
  )
}

function filled(sections: readonly Section[]): Section[] {
  return sections.filter(({ choices }) => choices.length > 0)
}

function toPatient({ id, name, identity }: Found[number]): Choice {
  return { what: 'patient', key: `patient ${id}`, title: name, patient: id, identity }
}

function toCommand({ id, title, unavailable, run }: Standing) {
  return { what: 'command', key: `command ${id}`, id, title, unavailable, run } as const
}

function toDestination({ id, title, kind, go }: Destination): Choice {
  return { what: 'destination', key: `destination ${id}`, title, kind, go }
}
