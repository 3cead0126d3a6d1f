export const MONTH_LABELS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const

const FULL = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const

/** The month 1 to 12 that a name or its abbreviation means, whatever its case; null for anything else. */
export function monthFromName(name: string): number | null {
  const typed = name.toLowerCase().replace(/\.$/, '')
  const found = FULL.findIndex(
    full =>
      full === typed || full.slice(0, 3) === typed || (full === 'september' && typed === 'sept'),
  )
  return found === -1 ? null : found + 1
}
