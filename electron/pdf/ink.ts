/** Numbers and colours as the content of a page writes them. */

/** Thousandths of a point are finer than any printer. */
export function num(value: number): string {
  const rounded = Math.round(value * 1000) / 1000
  return Object.is(rounded, -0) ? '0' : `${rounded}`
}

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i
const NAMED: Readonly<Record<string, string>> = { black: '#000000', white: '#ffffff' }
const known = new Map<string, string | null>()

/** The three parts of a colour, as operands; null for one that is not written as `#rrggbb`. */
export function colourOperands(colour: string): string | null {
  let operands = known.get(colour)
  if (operands === undefined) {
    const parts = HEX.exec(NAMED[colour] ?? colour)?.slice(1)
    operands = parts?.map(part => num(Number.parseInt(part, 16) / 255)).join(' ') ?? null
    known.set(colour, operands)
  }
  return operands
}
