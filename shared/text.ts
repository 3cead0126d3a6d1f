import { z } from 'zod'

/** The longest free text that a field takes, in UTF-16 units: a whole clinic letter fits, a 10 MB paste does not. */
export const LONGEST_TEXT = 20_000
/** The longest single-line text, such as a name, a label or a locator. */
export const LONGEST_LINE = 500

/** Text of one line as typed: kept to the letter, never trimmed inside, refused when blank. */
export const Line = z
  .string()
  .max(LONGEST_LINE)
  .refine(text => text.trim() !== '', 'must not be blank')
  .refine(text => !/[\n\r\0]/.test(text), 'must be one line')

/** Text of any number of lines as typed, refused when blank: absence is `null`. */
export const Prose = z
  .string()
  .max(LONGEST_TEXT)
  .refine(text => text.trim() !== '', 'must not be blank')
  .refine(text => !text.includes('\0'), 'must not contain a null character')
