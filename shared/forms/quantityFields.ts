import { ok, type Result } from '../result.ts'
import { LONGEST_LINE } from '../text.ts'
import { formatQuantity } from '../values/formatQuantity.ts'
import { parseQuantity } from '../values/parseQuantity.ts'
import type { Quantity } from '../values/quantity.ts'
import { QUANTITY_REFUSAL_TEXT } from '../values/quantityRefusal.ts'
import { type Codec, codec, isSame, under, wrong } from './codec.ts'
import { verbatimFrom } from './dateFields.ts'
import { textProblem } from './textFields.ts'

/** A number as reported, and the report's own words where they say it otherwise. */
export type QuantityTyped = Readonly<{ text: string; words: string }>

function amountOf({ verbatim: _, ...amount }: Quantity) {
  return amount
}

/** What a number's words mean now, for the line beneath the field. */
export function echoQuantity(text: string, unit: string | null): Result<string, string> {
  const read = parseQuantity(text, { unit })
  if (read.ok) return ok(formatQuantity(read.value))
  return { ok: false, error: QUANTITY_REFUSAL_TEXT[read.error] }
}

/** A number with its comparator, band and unit, or none; `unit` is the field's own, used where none is typed. */
export function optionalQuantity(unit: string | null): Codec<Quantity | null, QuantityTyped> {
  return codec<Quantity | null, QuantityTyped>({
    blank: { text: '', words: '' },
    show(value) {
      if (value === null) return { text: '', words: '' }
      const read = value.verbatim === null ? null : parseQuantity(value.verbatim, { unit })
      const isTyped = read?.ok === true && isSame(amountOf(read.value), amountOf(value))
      if (isTyped && value.verbatim !== null) return { text: value.verbatim, words: '' }
      const text = formatQuantity({ ...value, verbatim: null })
      return { text, words: value.verbatim ?? '' }
    },
    read(typed, was, _context, path) {
      const hasWords = typed.words.trim() !== ''
      if (typed.text.trim() === '')
        return hasWords
          ? wrong(under(path, 'text'), 'Type the number that these words say.')
          : ok(null)
      const problem = textProblem(typed.words, LONGEST_LINE)
      if (problem !== null) return wrong(under(path, 'words'), problem)
      const stored = was === null ? null : was.value
      const isTextSame = stored !== null && typed.text === was?.shown.text
      const read = isTextSame ? ok(stored) : parseQuantity(typed.text, { unit })
      if (!read.ok) return wrong(under(path, 'text'), QUANTITY_REFUSAL_TEXT[read.error])
      const before =
        stored === null || was === null ? null : { shown: was.shown, verbatim: stored.verbatim }
      return ok({ ...read.value, verbatim: verbatimFrom(typed, before) })
    },
    fits: (value: unknown): value is QuantityTyped =>
      typeof value === 'object' &&
      value !== null &&
      Object.keys(value).length === 2 &&
      'text' in value &&
      typeof value.text === 'string' &&
      'words' in value &&
      typeof value.words === 'string',
  })
}
