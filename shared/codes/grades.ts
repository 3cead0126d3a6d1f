/** Histological grades as offered; the report's own words ("WHO II") stay as typed. */
export const GRADES = ['1', '2', '3'] as const
export type Grade = (typeof GRADES)[number]

export const GRADE_LABEL = {
  '1': 'Grade 1',
  '2': 'Grade 2',
  '3': 'Grade 3',
} as const satisfies Record<Grade, string>
