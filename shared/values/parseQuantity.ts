import { numberFromWord, plainText } from '../dates/dateWords.ts'
import { ok, type Result, refuse } from '../result.ts'
import { LONGEST_LINE } from '../text.ts'
import { type Comparator, Quantity } from './quantity.ts'
import type { QuantityRefusal } from './quantityRefusal.ts'

/** A quantity, and what its words say besides the number. */
export type QuantityReading = Readonly<{
  quantity: Quantity
  /** The words in brackets behind the number. */
  remark: string | null
  /** The number was written as a word, such as "six". */
  isInWords: boolean
  /** The unit was in the text itself. */
  namesUnit: boolean
}>

const UNITS = new Set(
  [
    '% percent mm cm m µm μm um nm mm2 mm² cm2 cm²',
    'd day days w wk wks week weeks mo mth mths month months y yr yrs year years',
    'cycle cycles round rounds course courses fraction fractions dose doses session sessions times',
    'treatment treatments gy cgy mg g kg µg μg mcg ug ml l dl mg/m2 mg/m² mg/kg mg/d mg/day',
    'u/ml ku/l iu/ml iu/l u/l mu/l miu/l ng/ml ug/l µg/l μg/l pg/ml nmol/l pmol/l mmol/l µmol/l',
    'iu iu/m2 iu/m² iu/kg u/m2 u/m² min mins minute minutes h hour hours v v/cm µs μs us',
    'pulse pulses application applications nodule nodules plaque plaques',
    'μmol/l umol/l g/l g/dl node nodes lesion lesions site sites mitoses cells copies signals points',
  ].flatMap(line => line.split(' ')),
)

const COMPARATOR_WORDS: readonly (readonly [string, Comparator])[] = [
  ['>=|=>|≥|⩾|at least|not less than|minimum', '>='],
  ['<=|=<|≤|⩽|at most|not more than|up to|maximum', '<='],
  ['>|more than|greater than|over|above', '>'],
  ['<|less than|fewer than|under|below', '<'],
  ['~|≈|about|around|approximately|approx\\.?|circa|ca\\.?|c\\.', '~'],
]
/** Every way to write a comparator before a number, as one alternative of a regular expression. */
export const COMPARATOR_FORM = COMPARATOR_WORDS.map(([words]) => words).join('|')
const PREFIXES: readonly (readonly [RegExp, Comparator])[] = [
  ...COMPARATOR_WORDS.map(
    ([words, comparator]) => [new RegExp(`^(?:${words}) ?`), comparator] as const,
  ),
  [/^=? ?/, '='],
]
const SUFFIXES: readonly (readonly [RegExp, Comparator])[] = [
  [/ or (?:more|above|over|greater)$/, '>='],
  [/ or (?:less|fewer|below|under)$/, '<='],
]

const NUMBER = '-?\\d{1,20}(?:[.,]\\d{1,20})?|[.,]\\d{1,20}|[a-z]+'
const FORM = new RegExp(
  `^(${NUMBER})(?:( ?%)? ?(?:-|to(?= )) ?(${NUMBER}))?(?: ?([^\\d\\s-].*|\\[.*))?$`,
)

function numberOf(text: string): Result<number, QuantityRefusal> {
  if (/^-?[1-9]\d{0,2},\d{3}$/.test(text)) return refuse('ambiguousComma')
  const n = /[a-z]/.test(text) ? numberFromWord(text) : Number(text.replace(',', '.'))
  return n === null || !Number.isFinite(n) ? refuse('notANumber') : ok(n)
}

/** The comparator, and what is left of the text without its words. */
function comparatorOf(plain: string): { comparator: Comparator; rest: string } {
  const suffix = SUFFIXES.find(([words]) => words.test(plain))
  if (suffix !== undefined) return { comparator: suffix[1], rest: plain.replace(suffix[0], '') }
  const prefix = PREFIXES.find(([words]) => words.test(plain))
  if (prefix === undefined) return { comparator: '=', rest: plain }
  return { comparator: prefix[1], rest: plain.replace(prefix[0], '') }
}

/** The unit as typed, whatever the case it was compared in. */
function unitOf(plain: string, typed: string, expected: string | null): string | null {
  if (plain === '%' || plain === 'percent' || plain === 'per cent') return '%'
  if (expected !== null && plain === plainText(expected)) return expected
  return UNITS.has(plain) ? typed.slice(-plain.length) : null
}

/** Reads a quantity with what its words say besides; see `parseQuantity`. */
export function readQuantity(
  text: string,
  expectedUnit: string | null = null,
): Result<QuantityReading, QuantityRefusal> {
  if (text.length > LONGEST_LINE) return refuse('tooLong')
  if (text.trim() === '') return refuse('empty')
  if (/[\n\r\0]/.test(text)) return refuse('notOneLine')
  const bracket = text.trimEnd().endsWith(')') ? text.indexOf('(') : -1
  const body = bracket === -1 ? text : text.slice(0, bracket)
  const remark =
    bracket === -1
      ? ''
      : text
          .trimEnd()
          .slice(bracket + 1, -1)
          .trim()
  const { comparator, rest } = comparatorOf(plainText(body))
  const form = FORM.exec(rest.replace(/^between (.+) and /, '$1 - '))
  if (form === null) return refuse('notANumber')
  const [, lowText = '', percent, highText, unitText = ''] = form
  const low = numberOf(lowText)
  if (!low.ok) return low
  const high = highText === undefined ? ok(null) : numberOf(highText)
  if (!high.ok) return high
  if (high.value !== null && comparator !== '=' && comparator !== '~') return refuse('boundedBand')
  if (high.value !== null && high.value < low.value) return refuse('reversed')
  const typedUnit = unitText === '' && percent !== undefined ? '%' : unitText.trim()
  const unit = typedUnit === '' ? expectedUnit : unitOf(typedUnit, body.trim(), expectedUnit)
  if (typedUnit !== '' && unit === null) return refuse('unknownUnit')
  const quantity = Quantity.safeParse({
    comparator,
    low: low.value,
    high: high.value,
    unit,
    verbatim: text,
  })
  if (!quantity.success) return refuse('notANumber')
  return ok({
    quantity: quantity.data,
    remark: remark === '' ? null : remark,
    isInWords: /[a-z]/.test(lowText),
    namesUnit: typedUnit !== '',
  })
}

/**
 * Reads a typed number as it was reported: comparator, one value or a band, and unit. The whole text stays as `verbatim`,
 * a remark in brackets with it. `unit` is the field's own, used where none is typed.
 */
export function parseQuantity(
  text: string,
  options: Readonly<{ unit?: string | null }> = {},
): Result<Quantity, QuantityRefusal> {
  const read = readQuantity(text, options.unit ?? null)
  return read.ok ? ok(read.value.quantity) : read
}
