import { membersOf } from '../closedList.ts'

/** CLINICAL: the five presentation types of S5 (CLINICAL 2.1). No code is verified for any list of this file. */
export const PRESENTATION_LABEL = {
  firmNodules: 'Firm nodules',
  plaques: 'Plaques',
  infectionLikeRedness: 'Infection-like redness',
  blisteringOrUlceration: 'Blistering or ulceration',
  fungatingWounds: 'Fungating wounds',
} as const
export const PRESENTATIONS = membersOf(PRESENTATION_LABEL)
export type Presentation = keyof typeof PRESENTATION_LABEL

/** CLINICAL: named dermatology patterns beyond the seeds, Cohen 2021 (CLINICAL 2.1). */
export const PATTERN_LABEL = {
  erysipelatoides: 'Carcinoma erysipelatoides (inflammatory)',
  enCuirasse: 'Carcinoma en cuirasse',
  telangiectoides: 'Carcinoma telangiectoides',
  haemorrhagiectoides: 'Carcinoma haemorrhagiectoides',
  nodular: 'Nodular',
  alopeciaNeoplastica: 'Alopecia neoplastica',
  zosteriform: 'Zosteriform',
  paget: 'Paget',
} as const
export const PATTERNS = membersOf(PATTERN_LABEL)
export type Pattern = keyof typeof PATTERN_LABEL

/** CLINICAL: colours of S1, S2 and S5 (CLINICAL 2.1), near ones kept apart as they are said. */
export const COLOUR_LABEL = {
  skinColoured: 'skin-coloured',
  fleshColoured: 'flesh-coloured',
  pink: 'pink',
  pinkRed: 'pink-red',
  red: 'red',
  reddish: 'reddish',
  erythematous: 'erythematous',
  purplish: 'purplish',
  violaceous: 'violaceous',
  darker: 'darker',
} as const
export const COLOURS = membersOf(COLOUR_LABEL)
export type Colour = keyof typeof COLOUR_LABEL

/** Surface, consistency and shape. CLINICAL: S1, S2, S3 and S5 (CLINICAL 2.1); odour and bleeding are findings. */
export const DESCRIPTOR_LABEL = {
  firm: 'firm',
  rubbery: 'rubbery',
  painless: 'painless',
  tender: 'tender',
  raised: 'raised',
  flat: 'flat',
  stretched: 'stretched skin over it',
  shiny: 'shiny skin over it',
  thickened: 'thickened',
  hard: 'hard',
  scaling: 'scaling',
  flaking: 'flaking',
  weeping: 'weeping',
  blister: 'blister',
  bleedsEasily: 'bleeds easily',
  nonHealing: 'non-healing',
  inflammatory: 'inflammatory',
  telangiectasia: 'telangiectasia',
  irregularShape: 'irregular shape',
  lastingRash: 'lasting rash',
  colourChange: 'change in skin colour',
  differentSizes: 'nodules of different sizes',
} as const
export const DESCRIPTORS = membersOf(DESCRIPTOR_LABEL)
export type Descriptor = keyof typeof DESCRIPTOR_LABEL

/** CLINICAL: single, cluster or multiple, S5 (CLINICAL 2.1). */
export const GROUPING_LABEL = {
  single: 'single',
  cluster: 'cluster',
  multiple: 'multiple',
} as const
export const GROUPINGS = membersOf(GROUPING_LABEL)
export type Grouping = keyof typeof GROUPING_LABEL

/** CLINICAL: growth over weeks or over months, S5 (CLINICAL 2.1). */
export const GROWTH_LABEL = {
  weeks: 'over weeks',
  months: 'over months',
  unknown: 'unknown',
} as const
export const GROWTHS = membersOf(GROWTH_LABEL)
export type Growth = keyof typeof GROWTH_LABEL

/** What a lesion came with. CLINICAL: S2 and S5 (CLINICAL 2.1); it is recorded, never derived. */
export const LESION_CONTEXT_LABEL = {
  firstSignOfCancer: 'First sign of cancer',
  firstSignOfRecurrence: 'First sign of recurrence',
  coexisting: 'Coexisting with systemic disease',
  notStated: 'Not stated',
} as const
export const LESION_CONTEXTS = membersOf(LESION_CONTEXT_LABEL)
export type LesionContext = keyof typeof LESION_CONTEXT_LABEL

/** How a lesion is measured, as offers for a free text. */
export const WAYS_MEASURED = [
  'ruler',
  'calliper',
  'photograph with a scale',
  'ultrasound',
  'estimated',
] as const
