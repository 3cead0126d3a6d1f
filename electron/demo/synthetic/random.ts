/** Draws that are the same at every run for the same seed. */
export type Random = Readonly<{
  /** From 0 up to, not including, 1. */
  next: () => number
  /** A whole number between both ends, which are included. */
  int: (from: number, to: number) => number
  chance: (probability: number) => boolean
  pick: <T>(from: readonly T[]) => T
  /** Some of a list without doubles, in the order drawn. */
  some: <T>(from: readonly T[], count: number) => T[]
  uuid: () => string
}>

/** The generator sfc32 (Chris Doty-Humphrey's small fast counting generator, 32 bit), started from one number. */
export function createRandom(seed: number): Random {
  let a = 0x9e3779b9 ^ seed
  let b = 0x243f6a88
  let c = Math.imul(seed, 0x85ebca6b) ^ 0xb7e15162
  let counter = 1

  function bits(): number {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  for (let round = 0; round < 15; round += 1) bits()

  const next = () => bits() / 0x1_0000_0000
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))

  function pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new RangeError('nothing to pick from')
    return from[int(0, from.length - 1)] as T
  }

  function some<T>(from: readonly T[], count: number): T[] {
    const left = [...from]
    const drawn: T[] = []
    while (drawn.length < count && left.length > 0)
      drawn.push(...left.splice(int(0, left.length - 1), 1))
    return drawn
  }

  const hex = () => bits().toString(16).padStart(8, '0')
  /** A random (version 4) UUID in its usual form. */
  function uuid(): string {
    const digits = hex() + hex() + hex() + hex()
    const variant = ((Number.parseInt(digits.charAt(16), 16) & 3) | 8).toString(16)
    return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`
  }

  return { next, int, chance: probability => next() < probability, pick, some, uuid }
}
