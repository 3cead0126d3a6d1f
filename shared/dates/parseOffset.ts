import { numberFromWord, ordinalFromWord } from './dateWords.ts'
import { timeUnitOf } from './timeUnit.ts'
import type { Offset } from './when.ts'

const AFTER = 'after|following|post'
/** "Since surgery" alone may mean from that day on; with a length before it, it means after. */
const COUNTED_AFTER = `${AFTER}|since|from`
const BEFORE = 'before|prior to|preceding'
const NUMBER = '\\d{1,6}(?:[.,]\\d{1,4})?|[a-z]+'

const SIMPLE = new RegExp(
  `^(?:immediately|directly|right|shortly|soon|some time|sometime)? ?(?:(${AFTER})|(${BEFORE}))$`,
)
const AT = /^(?:at|during|on|at the time of|on the day of|the day of)$/
const ORDINAL = new RegExp(
  `^(?:in |on )?(?:the )?(?:(\\d{1,4})(?:st|nd|rd|th)|([a-z]+)) ([a-z]+) (?:${COUNTED_AFTER})$`,
)
const NUMBERED = new RegExp(`^(?:in |on )?(?:the )?([a-z]+) (\\d{1,4}) (?:${COUNTED_AFTER})$`)
const ELAPSED = new RegExp(
  `^(${NUMBER})(?: ?(?:-|to) ?(${NUMBER}))? ?([a-z]+) (?:(${COUNTED_AFTER})|(${BEFORE}))$`,
)

function numberOf(text: string): number | null {
  if (/^\d/.test(text)) return Number(text.replace(',', '.'))
  return text === 'a' || text === 'an' ? 1 : numberFromWord(text)
}

function ordinal(n: number | null, word: string): Offset | null {
  const unit = timeUnitOf(word)
  return n === null || unit === null ? null : { type: 'ordinal', n, unit }
}

/**
 * The words before an event's name: "1 month after", "in the 32nd month after", "2-3 weeks before", "after", "at".
 * Null where they are anything else.
 */
export function parseOffset(plain: string): Offset | null {
  if (AT.test(plain)) return { type: 'at' }
  const simple = SIMPLE.exec(plain)
  if (simple !== null) return { type: simple[1] === undefined ? 'before' : 'after' }
  const nth = ORDINAL.exec(plain)
  if (nth !== null) {
    const [, digits, word = '', unit = ''] = nth
    const found = ordinal(digits === undefined ? ordinalFromWord(word) : Number(digits), unit)
    if (found !== null) return found
  }
  const numbered = NUMBERED.exec(plain)
  if (numbered !== null) {
    const found = ordinal(Number(numbered[2]), numbered[1] ?? '')
    if (found !== null) return found
  }
  const elapsed = ELAPSED.exec(plain)
  if (elapsed === null) return null
  const [, lowText = '', highText, unitText = '', after] = elapsed
  const low = numberOf(lowText)
  const high = highText === undefined ? null : numberOf(highText)
  const unit = timeUnitOf(unitText)
  if (low === null || unit === null || (highText !== undefined && high === null)) return null
  return {
    type: 'elapsed',
    direction: after === undefined ? 'before' : 'after',
    low,
    high,
    unit,
  }
}
