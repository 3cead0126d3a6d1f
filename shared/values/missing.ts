import { z } from 'zod'

/** Different things, none of which is blank, zero or negative. */
export const MISSING = [
  'notRecorded',
  'notReported',
  'notStated',
  'notDone',
  'pending',
  'unknown',
  'notAssessable',
] as const
export const Missing = z.enum(MISSING)
export type Missing = z.infer<typeof Missing>

export const MISSING_LABEL = {
  notRecorded: 'not recorded',
  notReported: 'not reported',
  notStated: 'not stated',
  notDone: 'not done',
  pending: 'pending',
  unknown: 'unknown',
  notAssessable: 'not assessable',
} as const satisfies Record<Missing, string>
