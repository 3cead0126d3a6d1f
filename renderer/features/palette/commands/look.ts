import type { CommandInfo } from './commandInfo.ts'

/** How the screen looks. */
export const LOOK = {
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
