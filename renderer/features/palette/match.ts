import { foldCompact, foldWords } from '../../../shared/codes/fold.ts'

/** Something that can be found by its words. */
export type Findable = Readonly<{ title: string; keywords?: string }>

/**
 * How well a thing fits what was typed, lower being better; null where it does not. The kinds of fit follow one another in
 * a fixed order, so that the same letters always find the same thing first.
 */
export function fitOf(typed: string, { title, keywords = '' }: Findable): number | null {
  const wanted = foldWords(typed)
  if (wanted.length === 0) return 0
  const words = foldWords(title)
  const all = [...words, ...foldWords(keywords)]
  const compact = foldCompact(typed)
  if (words.join(' ').startsWith(wanted.join(' '))) return 0
  if (startWordsInOrder(wanted, words)) return 1
  if (wanted.every(part => words.some(word => word.startsWith(part)))) return 2
  if (wanted.every(part => all.some(word => word.startsWith(part)))) return 3
  if (words.length > 1 && initialsOf(words).includes(compact) && compact.length > 1) return 4
  if (compact.length > 1 && words.join('').includes(compact)) return 5
  if (compact.length > 2 && runsThrough(compact, words)) return 6
  return null
}

/** Those that fit, best first; equal ones stay as they came. */
export function bestFits<T extends Findable>(typed: string, things: readonly T[]): T[] {
  return things
    .map(thing => ({ thing, fit: fitOf(typed, thing) }))
    .filter((each): each is { thing: T; fit: number } => each.fit !== null)
    .toSorted((a, b) => a.fit - b.fit)
    .map(({ thing }) => thing)
}

function startWordsInOrder(wanted: readonly string[], words: readonly string[]): boolean {
  let at = 0
  return wanted.every(part => {
    const found = words.findIndex((word, index) => index >= at && word.startsWith(part))
    at = found + 1
    return found >= 0
  })
}

function initialsOf(words: readonly string[]): string {
  return words.map(word => word.charAt(0)).join('')
}

/** Whether the letters come in this order, the first of them at the beginning of a word. */
function runsThrough(letters: string, words: readonly string[]): boolean {
  return words.some((_, from) => {
    const text = words.slice(from).join('')
    if (!text.startsWith(letters.charAt(0))) return false
    let at = -1
    return [...letters].every(letter => {
      at = text.indexOf(letter, at + 1)
      return at >= 0
    })
  })
}
