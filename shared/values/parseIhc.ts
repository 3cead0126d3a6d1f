import { IHC_SCORES, type MarkerReading } from '../case/specimen.ts'
import { plainText } from '../dates/dateWords.ts'

export type IhcRange = NonNullable<MarkerReading['ihc']>
type Score = IhcRange['low']

const SPELLINGS: Readonly<Record<string, Score>> = {
  '0': '0',
  '0+': '0+',
  '1': '1+',
  '2': '2+',
  '3': '3+',
  '1+': '1+',
  '2+': '2+',
  '3+': '3+',
  '+': '1+',
  '++': '2+',
  '+++': '3+',
}
const SCORE = '[0-3]\\+?|\\+{1,3}'
/** One score or a range of two, with the words that may stand before them. */
export const IHC_FORM = `(?:ihc ?)?(?:score ?)?[:=]? ?(${SCORE})(?: ?(?:-|/|to) ?(${SCORE}))?`
const WHOLE = new RegExp(`^${IHC_FORM}(?: ?\\(.*\\))?$`)

/** The scores of a matched range; null where the second lies below the first. */
export function ihcFrom(lowText: string, highText: string | undefined): IhcRange | null {
  const low = SPELLINGS[lowText]
  const high = highText === undefined ? low : SPELLINGS[highText]
  if (low === undefined || high === undefined) return null
  if (IHC_SCORES.indexOf(high) < IHC_SCORES.indexOf(low)) return null
  return { low, high: high === low ? null : high }
}

/**
 * HER2 immunohistochemistry as reported: "2+", "0+", "0-1+", "2 (CN 4.8)". A remark in brackets is not read; null for
 * anything else. CLINICAL: the words of real data (CLINICAL 3.2, MSK 2018 cohort).
 */
export function parseIhc(text: string): IhcRange | null {
  const match = text.length > 500 ? null : WHOLE.exec(plainText(text))
  return match === null ? null : ihcFrom(match[1] ?? '', match[2])
}
