const SPACE = '[ \\u00a0\\u2009\\u202f]'
const COMPARATOR = '[<>≤≥≈~±]'
/** Signs of measures, longest first where one begins another. Words such as "cycles" may stand on the next line. */
const UNITS = [
  '%',
  '(?:[mcnµμ]m|m)[23²³]?',
  '[mc]?Gy',
  '(?:mg|µg|μg|ng|pg|kg|g|[km]?I?U|[mnpµμ]mol)(?:\\/(?:ml|dl|l|kg|d|day|m2|m²))?',
  '[md]?l',
  '°C',
]

/** A space at which a value would be torn from its sign, its unit, its comparator or its other diameters. */
const KEPT_SPACE = `(?:(?<=\\d)${SPACE}(?=(?:${UNITS.join('|')})(?![\\p{L}\\d])|×)|(?<=[×]|${COMPARATOR})${SPACE}(?=\\d))`
const AT_END = new RegExp(`[\\d×<>≤≥≈~±]${SPACE}$`)
const BETWEEN = new RegExp(`^.${KEPT_SPACE}`, 'iu')
/** A date as it is written everywhere, such as 04-May-2022 or May-2022, with what is written against it. */
const DATE = '(?=\\S*\\p{L}{3}-\\d{4}(?!\\d))\\S+'
const TOGETHER = new RegExp(`(?<!\\S)((?:\\S+?${KEPT_SPACE})+\\S+|${DATE})`, 'iu')

/** "HER2-low" is one word. */
const HER2_END = /HER2-$/
const DAY_END = /\d-$/
const MONTH_START = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?!\p{L})/u

/** Whether a line may not end between these two: the space of a value, the hyphen of a date or of HER2-low. */
export function isKeptTogether(before: string, after: string): boolean {
  if (HER2_END.test(before)) return /^\p{L}/u.test(after)
  if (DAY_END.test(before)) return MONTH_START.test(after)
  return AT_END.test(before) && BETWEEN.test(before.slice(-2) + after)
}

/** The text letter for letter, in parts: every second one is a value with what belongs to it or a date, for one line. */
export function splitValues(text: string): string[] {
  return text.split(TOGETHER)
}
