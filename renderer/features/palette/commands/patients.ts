import type { CommandInfo } from './commandInfo.ts'
import { AT_BOARD, AT_PATIENTS } from './elsewhere.ts'

/** What can be done in the list of patients, and from one case to the next. */
export const PATIENTS = {
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
} as const satisfies Record<string, CommandInfo>
