import type { MarkerReading } from '../case/specimen.ts'
import { plainText } from '../dates/dateWords.ts'
import { ok, type Result, refuse } from '../result.ts'
import { LONGEST_LINE } from '../text.ts'
import { type MarkerRefusal, readMarkerWords } from './markerWords.ts'
import type { Missing } from './missing.ts'

export type MarkerText =
  | Readonly<{ kind: 'reading'; reading: MarkerReading }>
  /** The words stay beside the reason: "Not done (decalcified)" says more than "not done". */
  | Readonly<{ kind: 'missing'; missing: Missing; verbatim: string }>

const MISSING_FORMS: readonly (readonly [RegExp, Missing])[] = [
  [/^not (?:done|performed|tested)/, 'notDone'],
  [/^(?:pending|awaited)/, 'pending'],
  [/^not reported/, 'notReported'],
  [/^not stated/, 'notStated'],
  [/^not recorded/, 'notRecorded'],
  [/^(?:unknown|not known)/, 'unknown'],
  [
    /^(?:not (?:assessable|evaluable|interpretable)|test fail(?:ure|ed)|insufficient(?: tissue| material)?)/,
    'notAssessable',
  ],
]
/** What may follow the reason: a remark in brackets, or words without a figure. */
const REMARK = /^(?: ?\(.*\)| ?[,;:-][^\d]*)?$/

function missingFrom(plain: string): Missing | null {
  for (const [form, missing] of MISSING_FORMS) {
    const match = form.exec(plain)
    if (match !== null && REMARK.test(plain.slice(match[0].length))) return missing
  }
  return null
}

const NOTHING_READ = {
  percent: null,
  intensity: null,
  allred: null,
  hScore: null,
  ihc: null,
  ish: null,
  score: null,
  interpretation: null,
  method: null,
  source: null,
} as const satisfies Partial<MarkerReading>

/**
 * Reads what was typed for one marker ("80% strong", "2+ ISH not amplified", "Not done (decalcified)"). What was typed is
 * always kept as `verbatim`; where a part outside brackets is not understood, nothing is read from it at all.
 * CLINICAL: the words of real data (CLINICAL 3.1, 3.2). A percentage outside 0-100 and an impossible score are refused.
 */
export function parseMarkerText(marker: string, text: string): Result<MarkerText, MarkerRefusal> {
  if (text.length > LONGEST_LINE) return refuse('tooLong')
  if (text.trim() === '') return refuse('empty')
  if (/[\n\r\0]/.test(text)) return refuse('notOneLine')
  const plain = plainText(text)
  const name = plainText(marker)
  const value = withoutName(name, plain)
  const missing = missingFrom(value)
  if (missing !== null) return ok({ kind: 'missing', missing, verbatim: text })
  const words = readMarkerWords(name, value)
  if (!words.ok) return words
  return ok({ kind: 'reading', reading: { ...NOTHING_READ, ...words.value, verbatim: text } })
}

/** What reports also call a marker. MIB-1 is an antibody against Ki-67: it stays in the words. */
const ALSO_CALLED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    er: ['oestrogen receptor', 'estrogen receptor'],
    pr: ['progesterone receptor', 'pgr'],
    her2: ['her2/neu', 'her-2/neu', 'her-2', 'c-erbb2', 'c-erbb-2', 'erbb2', 'erbb-2'],
    'ki-67': ['ki67', 'ki 67', 'mib-1', 'mib1', 'mib 1'],
  }),
)

/** The words after the marker's own name, where they begin with it. */
function withoutName(name: string, plain: string): string {
  const called = [name, ...(ALSO_CALLED.get(name) ?? [])].find(
    one => plain.startsWith(`${one} `) || plain.startsWith(`${one}:`),
  )
  return called === undefined ? plain : plain.slice(called.length).replace(/^ ?:? ?/, '')
}

const READ_FIELDS = [
  'percent',
  'intensity',
  'allred',
  'hScore',
  'ihc',
  'ish',
  'score',
  'interpretation',
] as const

/** Whether anything was read besides the words themselves. */
export function isUnderstood(reading: MarkerReading): boolean {
  return READ_FIELDS.some(field => reading[field] !== null)
}
