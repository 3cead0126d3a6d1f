import type { LesionSize } from '../case/skinNote.ts'
import { ok, type Result } from '../result.ts'
import { LONGEST_LINE } from '../text.ts'
import { type Codec, codec, wrong } from './codec.ts'
import { formatSize, parseSize } from './sizeFields.ts'
import { textProblem } from './textFields.ts'

/** A lesion's size as it is typed beside the patient: "12 x 8 x 3", in millimetres unless another unit is typed. */
export type SkinSizeTyped = Readonly<{ text: string; method: string }>

const NOT_A_SIZE =
  'Write a size as 12, 12 x 8 or 12 x 8 x 3: two diameters and the elevation, in mm.'

type Measured = Pick<LesionSize['measured'], 'diameters' | 'unit' | 'approximate'> &
  Readonly<{ elevation: number | null }>

/** Reads one or two diameters, and as a third number the elevation. */
export function parseSkinSize(text: string): Result<Measured, string> {
  const trimmed = text.trim().replace(/[.,]$/, '')
  const read = parseSize(/(mm|cm)$/i.test(trimmed) ? trimmed : `${trimmed} mm`)
  if (!read.ok) return { ok: false, error: NOT_A_SIZE }
  const [first, second, elevation] = read.value.diameters
  const diameters = [first, second].filter(each => each !== undefined)
  return ok({ ...read.value, diameters, elevation: elevation ?? null })
}

/** What was understood, such as "12 × 8 mm, elevation 3 mm". */
export function formatSkinSize(size: Measured): string {
  const elevation = size.elevation === null ? '' : `, elevation ${size.elevation} ${size.unit}`
  return `${formatSize(size)}${elevation}`
}

/** The size of a new note; stored ones are changed in the rows of the note itself. */
export const skinSize: Codec<LesionSize | null, SkinSizeTyped> = codec<
  LesionSize | null,
  SkinSizeTyped
>({
  blank: { text: '', method: '' },
  show: () => ({ text: '', method: '' }),
  read({ text, method }, _was, _context, path) {
    if (text.trim() === '')
      return method.trim() === '' ? ok(null) : wrong(`${path}.text`, 'Type the size, or clear how.')
    const size = parseSkinSize(text)
    if (!size.ok) return wrong(`${path}.text`, size.error)
    const problem = textProblem(method, LONGEST_LINE)
    if (problem !== null) return wrong(`${path}.method`, problem)
    const { elevation, unit, approximate, diameters } = size.value
    return ok({
      measured: {
        diameters,
        unit,
        approximate,
        method: method.trim() === '' ? null : method.trim(),
        when: [],
        verbatim: text.trim(),
        source: null,
      },
      elevation:
        elevation === null
          ? null
          : { comparator: '=', low: elevation, high: null, unit, verbatim: null },
      of: null,
    })
  },
  fits: (value: unknown): value is SkinSizeTyped =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 2 &&
    'text' in value &&
    typeof value.text === 'string' &&
    'method' in value &&
    typeof value.method === 'string',
})
