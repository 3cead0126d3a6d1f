/** Text of one call, in UTF-16 units: the largest case fits many times, a 10 MB paste does not. */
export const LARGEST_INPUT_TEXT = 4_000_000
/** Nesting of one call; the deepest form of the contract has less than twenty levels. */
export const DEEPEST_INPUT = 64
/** Values of one call. */
export const MOST_INPUT_VALUES = 400_000

/**
 * Why a value from outside is not a plain, sound and small enough tree of JSON, as a rule without the value; null if it
 * is one. It looks before any schema does, and stops at the first fault, so that hostile input costs little. So many raw
 * bytes may be in it, none unless said.
 */
export function jsonProblem(input: unknown, mostBytes = 0): string | null {
  const waiting: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }]
  let text = 0
  let values = 0
  let bytes = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next
    values += 1
    if (values > MOST_INPUT_VALUES) return 'holds too many values'
    if (typeof value === 'string') {
      text += value.length
      if (text > LARGEST_INPUT_TEXT) return 'is too large'
      if (isBroken(value)) return 'holds half a character'
      continue
    }
    // A field that is undefined is left to the schemas, which say where it is missing.
    if (value === null || value === undefined || typeof value === 'boolean') continue
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) return 'holds a number that is not finite'
      continue
    }
    if (typeof value !== 'object') return 'holds something that is not data'
    if (mostBytes > 0 && value instanceof Uint8Array) {
      bytes += value.length
      if (bytes > mostBytes) return 'is too large'
      continue
    }
    if (depth >= DEEPEST_INPUT) return 'is nested too deeply'
    if (Array.isArray(value)) {
      if (value.length > MOST_INPUT_VALUES) return 'holds too many values'
      for (const each of value) waiting.push({ value: each, depth: depth + 1 })
      continue
    }
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
      return 'holds something that is not data'
    for (const [key, each] of Object.entries(value)) {
      // SECURITY: such a key would change the object that it is copied into.
      if (key === '__proto__') return 'holds a forbidden field name'
      text += key.length
      if (isBroken(key)) return 'holds half a character'
      waiting.push({ value: each, depth: depth + 1 })
    }
  }
  return null
}

/** A lone surrogate has no UTF-8 form: a database would store something else without a word. */
function isBroken(text: string): boolean {
  return /\p{Surrogate}/u.test(text)
}
