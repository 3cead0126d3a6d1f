import type { CommandInfo } from './commandInfo.ts'

/** What can be done on every screen. */
export const EVERYWHERE = {
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
} as const satisfies Record<string, CommandInfo>
