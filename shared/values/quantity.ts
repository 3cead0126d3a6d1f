import { z } from 'zod'
import { Line } from '../text.ts'

export const COMPARATORS = ['=', '<', '<=', '>', '>=', '~'] as const
export const Comparator = z.enum(COMPARATORS)
export type Comparator = z.infer<typeof Comparator>

/**
 * A number as reported: comparator, one value or a band, unit, and the words it stood in.
 * `30-60 %` is low 30, high 60; `>60` is comparator `>`, low 60, high null.
 */
export const Quantity = z
  .strictObject({
    comparator: Comparator,
    low: z.number().finite(),
    high: z.number().finite().nullable(),
    unit: Line.nullable(),
    verbatim: Line.nullable(),
  })
  .refine(q => q.high === null || q.high >= q.low, 'the upper end lies below the lower')
  .refine(
    q => q.high === null || q.comparator === '=' || q.comparator === '~',
    'a band takes no < or >',
  )
export type Quantity = Readonly<z.infer<typeof Quantity>>
