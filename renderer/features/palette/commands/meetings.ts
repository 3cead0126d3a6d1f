import type { CommandInfo } from './commandInfo.ts'
import { AT_LIST, AT_MEETINGS } from './elsewhere.ts'

/** What can be done among the meetings and on the list of one. */
export const MEETINGS = {
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
} as const satisfies Record<string, CommandInfo>
