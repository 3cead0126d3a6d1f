import type { SizeReading } from '../case/common.ts'

/** "10.9 × 5.4 mm (ultrasound)": as reported, with the method it was measured by. */
export function sizeText(size: SizeReading): string {
  const about = size.approximate ? '~' : ''
  const method = size.method === null ? '' : ` (${size.method})`
  return `${about}${digitsOf(size).join(' × ')} ${size.unit}${method}`
}

/** The diameters in the digits of the report, where its words are kept: "2.0" stays "2.0". */
function digitsOf({ diameters, verbatim }: SizeReading): string[] {
  const written = verbatim?.match(/\d+(?:[.,]\d+)?/g) ?? []
  return diameters.map(
    diameter =>
      written.find(digits => Number(digits.replace(',', '.')) === diameter) ?? String(diameter),
  )
}
