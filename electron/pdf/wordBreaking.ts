import { isKeptTogether } from '../../shared/values/keptTogether.ts'
import { TextBreaker } from './pdfmakeInternals.ts'

/** Where a line may end: a word with the space after it. */
export type Word = { text: string; lineEnd: boolean; noNewLine: boolean }

/** Letters, digits and stops, of which a line ends only after the spaces. A stop after a space holds on to what is before it. */
const PLAIN = /^[A-Za-z0-9 ,.;:]*$/
const STOP_AFTER_SPACE = / [,.;:]/
const PLAIN_WORD = /[^ ]+ *| +/g
const PLAIN_END = /[A-Za-z0-9] +$/
const LAST_PART = /\S+\s*$/u
const PLAIN_START = /^[A-Za-z0-9]/

/**
 * The words of one document's texts. The rules for every script are pdfmake's; plain words are told apart here in a
 * fraction of the time, and what comes again is not read again. A value is one word with its sign.
 */
export class WordBreaker {
  readonly #breaker = new TextBreaker()
  readonly #known = new Map<string, readonly Word[]>()

  /** The words of each run; a word may hold the next one, of whatever run, on its line. */
  words(runs: readonly string[]): Word[][] {
    let before: Word | undefined
    return runs.map(run => {
      const words = this.#wordsOf(run).map(word => ({ ...word }))
      const [first] = words
      if (before !== undefined && first !== undefined)
        before.noNewLine = this.#isOneWord(before, first)
      before = words.at(-1)
      return words
    })
  }

  #wordsOf(text: string): readonly Word[] {
    let words = this.#known.get(text)
    if (words === undefined) {
      words = joinValues(isPlain(text) ? plainWords(text) : this.#breaks(text))
      this.#known.set(text, words)
    }
    return words
  }

  #isOneWord(before: Word, after: Word): boolean {
    if (before.lineEnd || before.text === '') return false
    if (isKeptTogether(before.text, after.text)) return true
    if (PLAIN_END.test(before.text) && PLAIN_START.test(after.text)) return false
    // A value with its sign is one word with a space in it; what follows holds on to its end.
    const end = LAST_PART.exec(before.text)?.[0] ?? before.text
    return this.#breaks(end + after.text).length === 1
  }

  #breaks(text: string): Word[] {
    return this.#breaker
      .getBreaks([text], null)
      .map(word => ({ text: word.text, lineEnd: word.lineEnd === true, noNewLine: false }))
  }
}

function isPlain(text: string): boolean {
  return text !== '' && PLAIN.test(text) && !STOP_AFTER_SPACE.test(text)
}

function plainWords(text: string): Word[] {
  return (text.match(PLAIN_WORD) ?? []).map(word => ({
    text: word,
    lineEnd: false,
    noNewLine: false,
  }))
}

function joinValues(words: readonly Word[]): Word[] {
  const joined: Word[] = []
  for (const word of words) {
    const last = joined.at(-1)
    if (last === undefined || last.lineEnd || !isKeptTogether(last.text, word.text))
      joined.push(word)
    else joined[joined.length - 1] = { ...word, text: last.text + word.text }
  }
  return joined
}
