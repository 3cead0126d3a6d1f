/**
 * How a fact stands: `reported` is what a person or a report stated; `missing` says in words what there is not;
 * `derived` was computed by a named rule; `quote` are a report's own words.
 */
export const TONES = ['reported', 'missing', 'derived', 'quote'] as const
export type Tone = (typeof TONES)[number]

/** One thing that the board and the paper say, in the same words. */
export type Fact = Readonly<{
  /** Stable within its case: what it is a fact of, such as `specimen.<id>.ER.value`. */
  id: string
  text: string
  tone: Tone
  /** Labels of the conflicts that touch it, printed beside it. */
  conflicts: readonly string[]
  /** Stands for something that is new since the moment that the board is read against. */
  isNew?: true
}>

/** Every fact of a value, found at any depth, in reading order. */
export function collectFacts(value: unknown): Fact[] {
  if (typeof value !== 'object' || value === null) return []
  if (isFact(value)) return [value]
  return Object.values(value).flatMap(collectFacts)
}

function isFact(value: object): value is Fact {
  return 'tone' in value && 'text' in value && 'conflicts' in value && 'id' in value
}
