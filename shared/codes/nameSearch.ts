import { editDistances } from './editDistance.ts'
import { foldCompact, foldWords } from './fold.ts'

/** A name under which an item is found, and what sort of name it is. */
export type SearchName<Kind extends string> = Readonly<{ text: string; kind: Kind }>

/** An item that a search found. Nothing is corrected: what was typed stays with the caller. */
export type NameMatch<Item, Kind extends string> = Readonly<{
  item: Item
  /** The sort of name that matched, or `misspelling` where only a similar name exists. */
  matchedBy: Kind | 'misspelling'
  /** The name on the list that matched or is similar. */
  matchedName: string
  /** True where the whole query is that name, case, accents and punctuation apart. Never true for a misspelling. */
  exact: boolean
}>

export type NameIndex<Item, Kind extends string> = Readonly<{
  rows: readonly NameRow<Item, Kind>[]
}>

type NameRow<Item, Kind extends string> = Readonly<{
  item: Item
  name: SearchName<Kind>
  words: readonly string[]
  compact: string
  /** False for names shared by several items, such as a drug class: they find, but never name one item. */
  canBeExact: boolean
}>

type Ranked<Item, Kind extends string> = Readonly<{
  score: number
  match: NameMatch<Item, Kind>
}>

/** No name on a list is near this long; a longer query finds nothing. */
const LONGEST_QUERY = 200
/** A typed combination is searched part by part up to this many parts. */
const MOST_PARTS = 8
const SHORTEST_GUESSED = 4
/** A name within a longer text stands there as whole words, so that "rib" and "L1" are found in it. */
const SHORTEST_CONTAINED = 2
const RANK = { exact: 0, prefix: 1, wordPrefix: 2, contained: 3 } as const

/** Prepares a list for searching; names of a kind in `sharedKinds` (a class, a group) never count as exact. */
export function buildNameIndex<Item, Kind extends string>(
  items: readonly Item[],
  namesOf: (item: Item) => readonly SearchName<Kind>[],
  sharedKinds: readonly Kind[] = [],
): NameIndex<Item, Kind> {
  const rows = items.flatMap(item =>
    namesOf(item).map(name => {
      const words = foldWords(name.text)
      const canBeExact = !sharedKinds.includes(name.kind)
      return { item, name, words, compact: words.join(''), canBeExact }
    }),
  )
  return { rows: rows.filter(row => row.compact !== '') }
}

/**
 * Items whose names fit the query, best first: the whole name, its beginning, the beginning of its words, a name within
 * a longer query. Only where none fits, each part of a query such as "a + b" is searched, and then similar names.
 */
export function searchNames<Item, Kind extends string>(
  index: NameIndex<Item, Kind>,
  query: string,
  limit: number,
): NameMatch<Item, Kind>[] {
  if (query.length > LONGEST_QUERY || !(limit >= 1)) return []
  const words = foldWords(query)
  if (words.length === 0) return []
  const direct = bestOfEach(rankedRows(index, row => directRank(row, words)))
  if (direct.length > 0) return direct.slice(0, Math.floor(limit))
  const parts = query.split(/[+/,;&\n]|\b(?:and|with|plus)\b/i).filter(p => foldCompact(p) !== '')
  const found =
    parts.length > 1
      ? parts.slice(0, MOST_PARTS).flatMap(part => searchNames(index, part, limit).map(asPart))
      : containedOrSimilar(index, words)
  return distinctItems(found).slice(0, Math.floor(limit))
}

/** The one item with exactly this name (case, accents and punctuation apart), or null: never a similar one. */
export function exactName<Item, Kind extends string>(
  index: NameIndex<Item, Kind>,
  text: string,
): Item | null {
  if (text.length > LONGEST_QUERY) return null
  const compact = foldCompact(text)
  const items = new Set(
    index.rows.filter(row => row.canBeExact && row.compact === compact).map(row => row.item),
  )
  const [only] = items
  return items.size === 1 && only !== undefined ? only : null
}

function directRank<Item, Kind extends string>(
  row: NameRow<Item, Kind>,
  words: readonly string[],
): number | null {
  const compact = words.join('')
  if (row.compact === compact) return row.canBeExact ? RANK.exact : RANK.prefix
  if (row.compact.startsWith(compact)) return RANK.prefix
  const everyWordBegins = words.every(word => row.words.some(own => own.startsWith(word)))
  return everyWordBegins ? RANK.wordPrefix : null
}

function containedOrSimilar<Item, Kind extends string>(
  index: NameIndex<Item, Kind>,
  words: readonly string[],
): NameMatch<Item, Kind>[] {
  const text = ` ${words.join(' ')} `
  const contained = rankedRows(index, row =>
    row.canBeExact && row.compact.length >= SHORTEST_CONTAINED
      ? text.includes(` ${row.words.join(' ')} `)
        ? RANK.contained
        : null
      : null,
  )
  return contained.length > 0 ? bestOfEach(contained) : similar(index, words)
}

function similar<Item, Kind extends string>(
  index: NameIndex<Item, Kind>,
  words: readonly string[],
): NameMatch<Item, Kind>[] {
  const typed = words.join('')
  if (typed.length < SHORTEST_GUESSED) return []
  const allowed = allowedSlips(typed.length)
  const ranked: Ranked<Item, Kind>[] = []
  for (const row of index.rows) {
    if (!row.canBeExact) continue
    const candidates = row.words.length > 1 ? [row.compact, ...row.words] : [row.compact]
    let score = Number.POSITIVE_INFINITY
    for (const candidate of candidates) {
      if (candidate.length < SHORTEST_GUESSED) continue
      const { whole, prefix } = editDistances(typed, candidate, allowed)
      if (whole <= allowed) score = Math.min(score, whole)
      // A beginning is a weaker resemblance than a whole name, so it comes after it.
      if (prefix <= allowed && typed.length > SHORTEST_GUESSED)
        score = Math.min(score, prefix + 0.5)
    }
    if (score < Number.POSITIVE_INFINITY) {
      const { item, name } = row
      const match = {
        item,
        matchedBy: 'misspelling',
        matchedName: name.text,
        exact: false,
      } as const
      ranked.push({ score, match })
    }
  }
  return bestOfEach(ranked)
}

function allowedSlips(length: number): number {
  if (length < 8) return 1
  return length < 12 ? 2 : 3
}

function rankedRows<Item, Kind extends string>(
  index: NameIndex<Item, Kind>,
  rank: (row: NameRow<Item, Kind>) => number | null,
): Ranked<Item, Kind>[] {
  return index.rows.flatMap(row => {
    const score = rank(row)
    if (score === null) return []
    const { item, name } = row
    const match = {
      item,
      matchedBy: name.kind,
      matchedName: name.text,
      exact: score === RANK.exact,
    }
    return [{ score: row.canBeExact ? score : score + 0.5, match }]
  })
}

/** A stable sort, so that equal matches keep the order of the list. */
function bestOfEach<Item, Kind extends string>(
  ranked: readonly Ranked<Item, Kind>[],
): NameMatch<Item, Kind>[] {
  return distinctItems(ranked.toSorted((a, b) => a.score - b.score).map(({ match }) => match))
}

function distinctItems<Item, Kind extends string>(
  matches: readonly NameMatch<Item, Kind>[],
): NameMatch<Item, Kind>[] {
  const seen = new Set<Item>()
  return matches.filter(({ item }) => !seen.has(item) && seen.add(item))
}

function asPart<Item, Kind extends string>(match: NameMatch<Item, Kind>): NameMatch<Item, Kind> {
  return { ...match, exact: false }
}
