import type { IHC_SCORES, INTENSITIES, ReportedCall } from '../case/specimen.ts'

export const REPORTED_CALL_LABEL = {
  positive: 'positive',
  lowPositive: 'low positive',
  negative: 'negative',
  equivocal: 'equivocal',
  low: 'low',
  ultralow: 'ultralow',
  borderline: 'borderline',
} as const satisfies Record<ReportedCall, string>

/** Positive and negative occur in both systems. CLINICAL: verified (CLINICAL 6). */
export const REPORTED_CALL_CODES = {
  positive: { snomed: '10828004', loinc: 'LA6576-8' },
  negative: { snomed: '260385009', loinc: 'LA6577-6' },
} as const satisfies Partial<Record<ReportedCall, { snomed: string; loinc: string }>>

export const INTENSITY_LABEL = {
  none: 'none',
  weak: 'weak',
  moderate: 'moderate',
  strong: 'strong',
} as const satisfies Record<(typeof INTENSITIES)[number], string>

export const IHC_SCORE_LABEL = {
  '0': '0',
  '0+': '0 with membrane staining',
  '1+': '1+',
  '2+': '2+',
  '3+': '3+',
} as const satisfies Record<(typeof IHC_SCORES)[number], string>
