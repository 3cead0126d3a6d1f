import { readQuantity } from './parseQuantity.ts'
import type { Comparator, Quantity } from './quantity.ts'

const THIN_SPACE = '\u2009'
const SIGN = {
  '=': '',
  '<': '<',
  '<=': `≤${THIN_SPACE}`,
  '>': '>',
  '>=': `≥${THIN_SPACE}`,
  '~': '~',
} as const satisfies Record<Comparator, string>

function numberText(n: number): string {
  return String(n).replace('-', '−')
}

function unitText(unit: string | null): string {
  if (unit === null) return ''
  return unit === '%' ? `${THIN_SPACE}%` : ` ${unit}`
}

function bandText({ low, high }: Quantity): string {
  if (high === null) return numberText(low)
  return low < 0
    ? `${numberText(low)} to ${numberText(high)}`
    : `${numberText(low)}–${numberText(high)}`
}

/**
 * A quantity as reported: ">60 %", "30–60 %", "4 cycles". Words that say more than the number stay beside it, and words
 * that do not read as the same number stand in quotation marks.
 */
export function formatQuantity(quantity: Quantity): string {
  const { comparator, low, high, unit, verbatim } = quantity
  const text = `${SIGN[comparator]}${bandText(quantity)}${unitText(unit)}`
  if (verbatim === null) return text
  const read = readQuantity(verbatim, unit)
  const isSame =
    read.ok &&
    read.value.quantity.comparator === comparator &&
    read.value.quantity.low === low &&
    read.value.quantity.high === high &&
    read.value.quantity.unit === unit
  if (!isSame) return `${text} (“${verbatim.trim()}”)`
  const { isInWords, namesUnit, remark } = read.value
  if (isInWords) return namesUnit ? verbatim.trim() : `${verbatim.trim()}${unitText(unit)}`
  return remark === null ? text : `${text} (${remark})`
}
