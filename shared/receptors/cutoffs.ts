import type { CutoffId } from './cutoffId.ts'

/** A named cut-off for ER and PR, with the words that go wherever a call shows. */
export type Cutoff = Readonly<{
  id: CutoffId
  /** "≥ 1 %", with a thin space before the sign. */
  label: string
  source: string
  /** Label and source: "≥ 1 % (ASCO/CAP 2020)". */
  name: string
  /** The rule in full. */
  sentence: string
  /** The percentage at which the call turns, and whether that value itself is positive. */
  positiveFrom: number
  includesBound: boolean
  /** CLINICAL: a category of its own for ER of 1-10 %, in ASCO/CAP 2020 only (CLINICAL 3.1). */
  erLowPositiveUpTo: number | null
}>

/** Percentages at which the call differs between the cut-offs, or between their categories. */
export const BOUNDARIES = [1, 10] as const

const ONE = '≥ 1\u2009%'
const TEN = '≥ 10\u2009%'
const OVER_TEN = '> 10\u2009%'

/** CLINICAL: CLINICAL 3.1 (ASCO/CAP 2020; the rule of Wu 2024) and 3.6 (Hoefnagel 2010). */
export const CUTOFF = {
  '>=1': {
    id: '>=1',
    label: ONE,
    source: 'ASCO/CAP 2020',
    name: `${ONE} (ASCO/CAP 2020)`,
    sentence: `Positive from 1\u2009% of nuclei (ASCO/CAP 2020). ER of 1–10\u2009% is low positive, a category of its own; PR has none.`,
    positiveFrom: 1,
    includesBound: true,
    erLowPositiveUpTo: 10,
  },
  '>=10': {
    id: '>=10',
    label: TEN,
    source: 'used by trials, Hoefnagel 2010',
    name: `${TEN} (used by trials, Hoefnagel 2010)`,
    sentence: `Positive from 10\u2009% of nuclei, a threshold used by trials and by Hoefnagel 2010.`,
    positiveFrom: 10,
    includesBound: true,
    erLowPositiveUpTo: null,
  },
  '>10': {
    id: '>10',
    label: OVER_TEN,
    source: 'Wu 2024',
    name: `${OVER_TEN} (Wu 2024)`,
    sentence: `Positive above 10\u2009% of nuclei, as in Wu 2024: exactly 10\u2009% is negative.`,
    positiveFrom: 10,
    includesBound: false,
    erLowPositiveUpTo: null,
  },
} as const satisfies Record<CutoffId, Cutoff>
