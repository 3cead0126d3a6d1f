const EVENT = /^(.*?\b(?:after|following|since|from|before|prior to|at|during)) +(?:the )?(.*)$/i

/** So many at most: a list that is longer is not read. */
const MOST = 12

/**
 * Names of events that may end what is being typed: "1 month after sur" offers "1 month after surgery". Where no event has
 * those words in its name, an interval offers all, so that nobody has to guess what this case calls it; "after May" is a date.
 */
export function eventOffers(text: string, names: readonly string[]): string[] {
  const match = EVENT.exec(text)
  if (match === null) return []
  const [, head = '', tail = ''] = match
  const wanted = tail.trim().toLowerCase()
  const fitting = names.filter(name => name.toLowerCase().includes(wanted))
  if (fitting.some(name => name.toLowerCase() === wanted)) return []
  const isInterval = head.includes(' ')
  const offered = fitting.length === 0 && isInterval ? names : fitting
  return [...new Set(offered)].slice(0, MOST).map(name => `${head} ${name}`)
}
