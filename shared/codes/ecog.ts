/** ECOG performance status. */
export const ECOG_GRADES = ['0', '1', '2', '3', '4', '5'] as const
export type EcogGrade = (typeof ECOG_GRADES)[number]

/** Short reminders in our own words, not the published wording. CLINICAL: grades 2 to 5 are unverified (CLINICAL 4.5). */
export const ECOG_LABEL = {
  '0': '0, no limits',
  '1': '1, limited in heavy effort only',
  '2': '2, up more than half the day, not working',
  '3': '3, resting more than half the day',
  '4': '4, always in bed or chair',
  '5': '5, deceased',
} as const satisfies Record<EcogGrade, string>

/** LOINC of the observation. CLINICAL: verified in mCODE (CLINICAL 6). */
export const ECOG_LOINC = '89247-1'

/** LOINC answers. CLINICAL: only those of grades 0 and 1 are verified (CLINICAL 4.5). */
export const ECOG_ANSWER_LOINC = {
  '0': 'LA9622-7',
  '1': 'LA9623-5',
  '2': null,
  '3': null,
  '4': null,
  '5': null,
} as const satisfies Record<EcogGrade, string | null>
