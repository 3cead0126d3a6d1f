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

/** Whether a line may not end between these two, the first of which ends in a space. */
export function isKeptTogether(before: string, after: string): boolean {
  return AT_END.test(before) && BETWEEN.test(before.slice(-2) + after)
}

/** The text letter for letter, in parts: every second one is a value with what belongs to it or a date, for one line. */
export function splitValues(text: string): string[] {
  return text.split(TOGETHER)
}
