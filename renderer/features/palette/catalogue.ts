import { PRESENT_KEYS } from '../present/panels.ts'

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

const AT_PATIENTS = 'Go to the patients first.'
const AT_BOARD = 'Open a patient first.'
const AT_MEETINGS = 'Go to the meetings first.'
const AT_LIST = 'Open a meeting first.'

/** Every command, with its keys: what the palette offers, what the keys do and what the help lists all come from here. */
export const COMMANDS = {
  'app.find': {
    title: 'Find a patient, a command or an entry',
    group: 'everywhere',
    keys: ['control+k'],
    onlyKeys: true,
  },
  'app.commands': {
    title: 'Find a command',
    group: 'everywhere',
    keys: ['control+shift+p'],
    onlyKeys: true,
  },
  'app.patients': {
    title: 'Go to the patients',
    group: 'everywhere',
    keys: ['g'],
    keywords: 'list home back',
  },
  'app.meetings': {
    title: 'Go to the meetings',
    group: 'everywhere',
    keys: ['m'],
    keywords: 'lists board agenda',
  },
  'app.actions': {
    title: 'Go to the actions of all patients',
    group: 'everywhere',
    keywords: 'open tasks due overdue owner follow up',
  },
  'app.back': {
    title: 'Back to where the patient was opened from',
    group: 'everywhere',
    keys: ['b'],
    keywords: 'list meeting return',
  },
  'app.lock': {
    title: 'Lock the workspace',
    group: 'everywhere',
    keys: ['control+l'],
    keywords: 'log out sign out leave close',
    inDialogs: true,
  },
  'app.shortcuts': {
    title: 'Keyboard shortcuts',
    group: 'everywhere',
    keys: ['f1', '?'],
    keywords: 'help keys',
  },
  'app.about': { title: 'About MetBoard', group: 'everywhere', keywords: 'help version licence' },
  'app.letterKeys': {
    title: 'Single letters as commands: on or off',
    group: 'everywhere',
    keywords: 'shortcuts accessibility voice keys',
  },
  'app.close': {
    title: 'Close what is open, or clear the selection',
    group: 'everywhere',
    keys: ['escape'],
    onlyKeys: true,
  },

  'patients.search': {
    title: 'Search the list',
    group: 'patients',
    keys: ['/', 'control+f'],
    keywords: 'find filter',
    elsewhere: AT_PATIENTS,
  },
  'patients.new': {
    title: 'New patient',
    group: 'patients',
    keys: ['n', 'insert'],
    keywords: 'create add',
    elsewhere: AT_PATIENTS,
  },
  'patients.archive': {
    title: 'Archive the patient, or take back from the archive',
    group: 'patients',
    keywords: 'remove delete restore',
    elsewhere: AT_PATIENTS,
  },
  'patients.saveView': {
    title: 'Save the list as a view',
    group: 'patients',
    keywords: 'filter columns sort',
    elsewhere: AT_PATIENTS,
  },
  'patients.everyone': {
    title: 'Show all patients',
    group: 'patients',
    keywords: 'clear reset filter view',
    elsewhere: AT_PATIENTS,
  },
  'case.next': {
    title: 'Next patient of the list',
    group: 'patients',
    keys: [']'],
    keywords: 'case forward',
    elsewhere: AT_BOARD,
  },
  'case.previous': {
    title: 'Previous patient of the list',
    group: 'patients',
    keys: ['['],
    keywords: 'case back',
    elsewhere: AT_BOARD,
  },

  'meetings.new': {
    title: 'New meeting',
    group: 'meetings',
    keys: ['n'],
    keywords: 'plan create',
    elsewhere: AT_MEETINGS,
  },
  'meetings.series': {
    title: 'New series of meetings',
    group: 'meetings',
    keywords: 'template weekly members',
    elsewhere: AT_MEETINGS,
  },
  'meetings.minimum': {
    title: 'Minimum data set of a case',
    group: 'meetings',
    keywords: 'required readiness missing',
    elsewhere: AT_MEETINGS,
  },
  'list.add': {
    title: 'Add cases to the list',
    group: 'meetings',
    keys: ['a', 'insert'],
    keywords: 'patients',
    elsewhere: AT_LIST,
  },
  'list.question': {
    title: 'Type the question of the case',
    group: 'meetings',
    keys: ['q'],
    keywords: 'ask',
    elsewhere: AT_LIST,
  },
  'list.edit': {
    title: 'Change how the case is listed, awaited results, presenter',
    group: 'meetings',
    keys: ['e'],
    keywords: 'state note',
    elsewhere: AT_LIST,
  },
  'list.discuss': {
    title: 'For discussion',
    group: 'meetings',
    keys: ['f'],
    elsewhere: AT_LIST,
  },
  'list.skip': {
    title: 'Listed and not discussed, with protocol or reason',
    group: 'meetings',
    keys: ['x'],
    keywords: 'standard of care',
    elsewhere: AT_LIST,
  },
  'list.defer': {
    title: 'Defer the case',
    group: 'meetings',
    keys: ['d'],
    keywords: 'postpone put off later next',
    elsewhere: AT_LIST,
  },
  'list.await': {
    title: 'Await a result',
    group: 'meetings',
    keys: ['w'],
    keywords: 'pending imaging pathology',
    elsewhere: AT_LIST,
  },
  'list.arrived': {
    title: 'A result has come',
    group: 'meetings',
    keys: ['t'],
    keywords: 'tick arrived awaited',
    elsewhere: AT_LIST,
  },
  'list.fill': {
    title: 'Fill in what is missing',
    group: 'meetings',
    keys: ['r'],
    keywords: 'readiness minimum data set',
    elsewhere: AT_LIST,
  },
  'list.outcome': {
    title: 'Outcome of the case',
    group: 'meetings',
    keys: ['o'],
    keywords: 'decision recommendation sign addendum agreed delivered',
    elsewhere: AT_LIST,
  },
  'list.drop': {
    title: 'Take the case off the list',
    group: 'meetings',
    keys: ['delete'],
    keywords: 'remove',
    elsewhere: AT_LIST,
  },
  'list.details': {
    title: 'Meeting and attendance',
    group: 'meetings',
    keys: ['i'],
    keywords: 'chair place day present apologies',
    elsewhere: AT_LIST,
  },

  'case.undo': {
    title: 'Undo',
    group: 'board',
    keys: ['control+z'],
    keywords: 'take back revert',
    elsewhere: AT_BOARD,
  },
  'case.redo': {
    title: 'Redo',
    group: 'board',
    keys: ['control+shift+z', 'control+y'],
    keywords: 'again repeat',
    elsewhere: AT_BOARD,
  },
  'board.news': {
    title: 'What is new, and since when it is marked',
    group: 'board',
    keys: ['n'],
    keywords: 'since changed removed last meeting marks',
    elsewhere: AT_BOARD,
  },
  'board.edit': {
    title: 'Edit what is selected',
    group: 'board',
    keys: ['e'],
    keywords: 'change',
    elsewhere: AT_BOARD,
  },
  'board.details': {
    title: 'Details and history of what is selected, or of the case',
    group: 'board',
    keys: ['d', 'h'],
    keywords: 'who when changes audit',
    elsewhere: AT_BOARD,
  },
  'board.remove': {
    title: 'Remove what is selected',
    group: 'board',
    keys: ['delete'],
    keywords: 'delete',
    elsewhere: AT_BOARD,
  },
  'board.question': {
    title: 'Write the question for the meeting',
    group: 'board',
    keys: ['q'],
    keywords: 'ask',
    elsewhere: AT_BOARD,
  },
  'board.patient': {
    title: 'Change who the patient is',
    group: 'board',
    keywords: 'name number birth identifiers details deceased',
    elsewhere: AT_BOARD,
  },
  'board.settle': {
    title: 'Settle a conflict',
    group: 'board',
    keywords: 'readings differ resolve',
    elsewhere: AT_BOARD,
  },
  'board.compare': {
    title: 'Compare two specimens',
    group: 'board',
    keys: ['c'],
    keywords: 'receptors conversion difference biopsy beside',
    elsewhere: AT_BOARD,
  },
  'board.lesion': {
    title: 'Open the skin lesion: its notes, sizes and photographs',
    group: 'board',
    keys: ['v'],
    keywords: 'dermatology view photograph series compare biopsy',
    elsewhere: AT_BOARD,
  },
  'board.lesionReport': {
    title: 'Report of the skin lesion as PDF',
    group: 'board',
    keywords: 'dermatology print save preview one page paper',
    elsewhere: AT_BOARD,
  },
  'board.skinReference': {
    title: 'Skin reference: the two tables, with their source',
    group: 'board',
    keywords: 'presentation mimics benign metastasis subtype table help',
    elsewhere: AT_BOARD,
  },
  'board.print': {
    title: 'Preview and print the summary',
    group: 'board',
    keys: ['control+p'],
    keywords: 'pdf save paper export',
    elsewhere: 'Open a patient first: the summary of one patient is printed.',
  },

  'board.present': {
    title: 'Present this patient',
    group: 'board',
    keys: ['p', 'f5'],
    keywords: 'meeting projector full screen show',
    elsewhere: AT_BOARD,
  },

  'board.list': {
    title: 'Put the case on the list of a meeting',
    group: 'board',
    keys: ['j'],
    keywords: 'add join list discuss',
    elsewhere: AT_BOARD,
  },
  'board.outcomes': {
    title: 'Meetings and outcomes of the patient',
    group: 'board',
    keys: ['o'],
    keywords: 'decision recommendation action addendum',
    elsewhere: AT_BOARD,
  },

  'board.add': {
    title: 'Add: choose what',
    group: 'entries',
    keys: ['a'],
    onlyKeys: true,
    elsewhere: AT_BOARD,
  },
  'add.site': {
    title: 'Add a site',
    group: 'entries',
    keywords: 'metastasis lesion primary',
    elsewhere: AT_BOARD,
  },
  'add.specimen': {
    title: 'Add a specimen',
    group: 'entries',
    keywords: 'biopsy pathology receptors er pr her2 ki-67',
    elsewhere: AT_BOARD,
  },
  'add.systemic': {
    title: 'Add a systemic treatment',
    group: 'entries',
    keywords: 'drug chemotherapy endocrine line regimen',
    elsewhere: AT_BOARD,
  },
  'add.local': {
    title: 'Add a local treatment',
    group: 'entries',
    keywords: 'surgery radiotherapy electrochemotherapy wound',
    elsewhere: AT_BOARD,
  },
  'add.imaging': {
    title: 'Add imaging',
    group: 'entries',
    keywords: 'ct mri pet scan',
    elsewhere: AT_BOARD,
  },
  'add.assessment': {
    title: 'Add an assessment',
    group: 'entries',
    keywords: 'response ecog marker clinical',
    elsewhere: AT_BOARD,
  },
  'add.document': {
    title: 'Add a document',
    group: 'entries',
    keywords: 'source letter report',
    elsewhere: AT_BOARD,
  },
  'add.lesion': {
    title: 'Add a skin lesion, with its note and photographs',
    group: 'entries',
    keys: ['l'],
    keywords: 'dermatology pin nodule plaque wound scalp',
    elsewhere: AT_BOARD,
  },
  'add.reportedLesion': {
    title: 'Add a skin lesion from a report, without a note of today',
    group: 'entries',
    keywords: 'letter paper place scalp chest wall',
    elsewhere: AT_BOARD,
  },
  'add.skinNote': {
    title: 'Add a follow-up note on a skin lesion',
    group: 'entries',
    keys: ['f'],
    keywords: 'dermatology size pain exudate odour dressing follow-up',
    elsewhere: AT_BOARD,
  },
  'add.conflict': { title: 'Add a conflict', group: 'entries', elsewhere: AT_BOARD },
  'add.context': {
    title: 'Record the patient’s context',
    group: 'entries',
    keywords: 'allergies comorbidities menopausal germline wishes',
    elsewhere: AT_BOARD,
  },

  'size.larger': {
    title: 'Larger',
    group: 'look',
    keys: ['control++', 'control+='],
    keywords: 'size zoom in scale',
  },
  'size.smaller': {
    title: 'Smaller',
    group: 'look',
    keys: ['control+-'],
    keywords: 'size zoom out scale',
  },
  'size.normal': {
    title: 'Size 100 %',
    group: 'look',
    keys: ['control+0'],
    keywords: 'zoom reset scale normal',
  },
  'theme.system': { title: 'Theme: as the system', group: 'look', keywords: 'colour dark light' },
  'theme.light': { title: 'Theme: light', group: 'look', keywords: 'colour bright' },
  'theme.dark': { title: 'Theme: dark', group: 'look', keywords: 'colour night' },
  'theme.contrast': { title: 'Theme: high contrast', group: 'look', keywords: 'colour' },
} as const satisfies Record<string, CommandInfo>

export type CommandId = keyof typeof COMMANDS

export const COMMAND_IDS = Object.keys(COMMANDS) as readonly CommandId[]

export function infoOf(id: CommandId): CommandInfo {
  return COMMANDS[id]
}

/** Keys that are not commands: how one moves within a part of the screen. */
export type PartKey = Readonly<{ keys: string; does: string }>

export const PART_KEYS: readonly Readonly<{ title: string; keys: readonly PartKey[] }>[] = [
  {
    title: 'In the list of patients',
    keys: [
      { keys: '↓ ↑ PgDn PgUp', does: 'Next and previous patient, or page' },
      { keys: 'Home End', does: 'First and last patient' },
      { keys: 'any letter', does: 'The first name that begins with what is typed' },
      { keys: 'Enter', does: 'Open the patient' },
    ],
  },
  {
    title: 'In the list of a meeting',
    keys: [
      { keys: '↓ ↑ PgDn PgUp Home End', does: 'Next, previous, first and last case' },
      { keys: 'Alt ↓ Alt ↑', does: 'Move the case down and up' },
      { keys: 'Alt Home Alt End', does: 'Move the case to the beginning and to the end' },
      { keys: 'Tab', does: 'The parts of the case; Esc goes back to it' },
      { keys: 'Enter', does: 'Open the board' },
    ],
  },
  {
    title: 'In a panel of the board',
    keys: [
      { keys: '↓ ↑ Home End', does: 'Next, previous, first and last row' },
      { keys: 'Enter or Space', does: 'Select; Enter again edits' },
      { keys: 'Tab, Shift Tab', does: 'Next and previous part' },
    ],
  },
  {
    title: 'On the time axis',
    keys: [
      { keys: '↓ ↑', does: 'Next and previous event, in reading order' },
      { keys: 'Enter or Space', does: 'Select an event and show its details; open a stack' },
      { keys: '← →', does: 'Earlier and later, where not everything is in view' },
      { keys: 'PgUp PgDn', does: 'One window earlier and later' },
      { keys: '+ −', does: 'Zoom in and out' },
      { keys: '0', does: 'Fit the whole axis' },
      { keys: 'T', does: 'Go to today' },
      {
        keys: 'Home End',
        does: 'Beginning and end, on the scale; first and last event, on an event',
      },
      { keys: 'P', does: 'Pin the details of an event, and take them off again' },
      { keys: 'Esc', does: 'Close the details shown last' },
    ],
  },
  {
    title: 'On the figure of a skin lesion’s form',
    keys: [
      { keys: 'Enter', does: 'Set the pin at the place that is chosen' },
      { keys: '← → ↑ ↓, with Shift', does: 'Move the pin, in larger steps' },
    ],
  },
  {
    title: 'On a photograph',
    keys: [
      { keys: '+ −', does: 'Enlarge and make smaller, as the wheel and two fingers do' },
      { keys: '← → ↑ ↓', does: 'Move, as dragging does' },
      { keys: 'Shift ← →', does: 'Turn, as Shift with dragging or the wheel does' },
      { keys: '0', does: 'All of it again, as a double press does' },
    ],
  },
  { title: 'In a presentation', keys: PRESENT_KEYS },
]
