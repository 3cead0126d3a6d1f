import { plainText } from '../../../shared/dates/dateWords.ts'

/** Whether what was understood is just what was typed: then saying it again is noise. */
export function saysTheSame(said: string, typed: string): boolean {
  return plainText(said) === plainText(typed)
}
