import type { SizeReading } from '../case/common.ts'
import { plainText } from '../dates/dateWords.ts'
import { ok, type Result } from '../result.ts'
import { LONGEST_LINE } from '../text.ts'
import { type Codec, codec, isSame, under, wrong } from './codec.ts'
import { verbatimFrom, type WhenTyped, when } from './dateFields.ts'
import { fields } from './groups.ts'
import { NO_SOURCE, optionalSource, type SourceTyped } from './sourceFields.ts'
import { optionalLine, textProblem } from './textFields.ts'

export type SizeTyped = Readonly<{
  text: string
  words: string
  method: string
  when: WhenTyped
  source: SourceTyped
}>
type Measured = Pick<SizeReading, 'diameters' | 'unit' | 'approximate'>

const NUMBER = '(\\d{1,6}(?:[.,]\\d{1,6})?)'
const BETWEEN = ' ?(?:mm|cm)? ?(?:x|×|\\*|by) ?'
const FORM = new RegExp(
  `^(about |approximately |approx\\.? |around |circa |ca\\.? |~ ?|≈ ?)?${NUMBER}(?:${BETWEEN}${NUMBER})?(?:${BETWEEN}${NUMBER})? ?(mm|cm)(?: in (?:its )?(?:greatest |largest |maximum )?(?:diameter|dimension))?$`,
)

const NOT_A_SIZE = 'Write a size as 13 mm, 10.9 × 5.4 mm or ~1.3 cm, with one unit at its end.'

/** Reads "10.9 x 5.4 mm", "~1.3 cm", "2.6×2.2×2.0cm": one to three diameters in one unit. */
export function parseSize(text: string): Result<Measured, string> {
  const plain = text.length > LONGEST_LINE ? '' : plainText(text)
  const match = FORM.exec(plain)
  const units = new Set(plain.match(/mm|cm/g))
  if (match === null || units.size > 1) return { ok: false, error: NOT_A_SIZE }
  const [, about, ...parts] = match
  const unit = parts.pop() === 'cm' ? 'cm' : 'mm'
  const diameters = parts
    .filter(part => part !== undefined)
    .map(part => Number(part.replace(',', '.')))
  if (diameters.some(diameter => diameter <= 0))
    return { ok: false, error: 'A size is more than 0.' }
  return ok({ diameters, unit, approximate: about !== undefined })
}

function measuredOf({ diameters, unit, approximate }: SizeReading): Measured {
  return { diameters, unit, approximate }
}

/** "~10.9 × 5.4 mm": what was understood. */
export function formatSize({ diameters, unit, approximate }: Measured): string {
  return `${approximate ? '~' : ''}${diameters.join(' × ')} ${unit}`
}

const rest = fields({ method: optionalLine, when, source: optionalSource })

/** One measurement: the size, its method, when and where it was read. */
export const sizeReading: Codec<SizeReading, SizeTyped> = codec<SizeReading, SizeTyped>({
  blank: { text: '', words: '', method: '', when: [], source: NO_SOURCE },
  show(value, context) {
    const read = value.verbatim === null ? null : parseSize(value.verbatim)
    const isTyped = read?.ok === true && isSame(read.value, measuredOf(value))
    const text = isTyped ? (value.verbatim ?? '') : formatSize(value)
    return { text, words: isTyped ? '' : (value.verbatim ?? ''), ...rest.show(value, context) }
  },
  read(typed, was, context, path) {
    const others = rest.read(
      { method: typed.method, when: typed.when, source: typed.source },
      was,
      context,
      path,
    )
    const problem = textProblem(typed.words, LONGEST_LINE)
    if (problem !== null) return wrong(under(path, 'words'), problem)
    const isTextSame = was !== null && typed.text === was.shown.text
    const size = isTextSame ? ok(measuredOf(was.value)) : parseSize(typed.text)
    if (!size.ok) {
      const below = others.ok ? [] : others.error
      return { ok: false, error: [{ path: under(path, 'text'), message: size.error }, ...below] }
    }
    if (!others.ok) return others
    const before = was === null ? null : { shown: was.shown, verbatim: was.value.verbatim }
    const { method, when: at, source } = others.value
    return ok({
      ...size.value,
      diameters: size.value.diameters,
      method,
      when: at,
      verbatim: verbatimFrom(typed, before),
      source,
    })
  },
  fits: (value: unknown): value is SizeTyped =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 5 &&
    'text' in value &&
    typeof value.text === 'string' &&
    'words' in value &&
    typeof value.words === 'string' &&
    'method' in value &&
    'when' in value &&
    'source' in value &&
    rest.fits({ method: value.method, when: value.when, source: value.source }),
})
