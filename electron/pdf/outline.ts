import { num } from './ink.ts'

const STEP = /([MLCZ])([^MLCZ]*)/g
const OPERATOR: Readonly<Record<string, string>> = { M: 'm', L: 'l', C: 'c', Z: 'h' }
const OPERANDS: Readonly<Record<string, number>> = { M: 2, L: 2, C: 6, Z: 0 }
/** The outlines of the figures: the same in every document. */
const known = new Map<string, string>()

/** SVG path data in absolute M, L, C and Z as operators of a page. */
export function outlineOperators(d: string): string {
  let operators = known.get(d)
  if (operators === undefined) {
    operators = [...d.matchAll(STEP)]
      .map(([, letter = '', rest = '']) => step(letter, rest))
      .join(' ')
    known.set(d, operators)
  }
  return operators
}

function step(letter: string, rest: string): string {
  const operator = OPERATOR[letter] ?? ''
  const count = OPERANDS[letter] ?? 0
  if (count === 0) return operator
  const numbers = (rest.match(/-?\d*\.?\d+/g) ?? []).map(Number)
  const out: string[] = []
  for (let at = 0; at < numbers.length; at += count) {
    // Further pairs after a first point go on as lines.
    const isMore = letter === 'M' && at > 0
    out.push(
      `${numbers
        .slice(at, at + count)
        .map(num)
        .join(' ')} ${isMore ? 'l' : operator}`,
    )
  }
  return out.join(' ')
}
