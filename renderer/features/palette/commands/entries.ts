import type { CommandInfo } from './commandInfo.ts'
import { AT_BOARD } from './elsewhere.ts'

/** What can be added to a case. */
export const ENTRIES = {
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
} as const satisfies Record<string, CommandInfo>
