import { z } from 'zod'

/** The cut-offs for ER and PR that a person can choose between. */
export const CUTOFFS = ['>=1', '>=10', '>10'] as const
export const CutoffId = z.enum(CUTOFFS)
export type CutoffId = z.infer<typeof CutoffId>
