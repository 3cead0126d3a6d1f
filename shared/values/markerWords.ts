import type { Ish, MarkerReading } from '../case/specimen.ts'
import { ok, type Result, refuse } from '../result.ts'
import { IHC_FORM, ihcFrom } from './parseIhc.ts'
import { COMPARATOR_FORM, parseQuantity } from './parseQuantity.ts'
import type { Quantity } from './quantity.ts'

export const MARKER_REFUSALS = [
  'empty',
  'tooLong',
  'notOneLine',
  'percentOutsideRange',
  'impossibleAllred',
  'hScoreOutsideRange',
] as const
export type MarkerRefusal = (typeof MARKER_REFUSALS)[number]

/** The sentence for the form. It repeats nothing that was typed. */
export const MARKER_REFUSAL_TEXT = {
  empty: 'Type a result, or why there is none, such as "not done".',
  tooLong: 'That is too long for a result.',
  notOneLine: 'Write the result on one line.',
  percentOutsideRange: 'A percentage lies between 0 and 100.',
  impossibleAllred: 'An Allred total is 0, or 2 to 8.',
  hScoreOutsideRange: 'An H-score lies between 0 and 300.',
} as const satisfies Record<MarkerRefusal, string>

/** What words of a result say, field by field; a field that they do not speak of is not there. */
export type MarkerWords = Partial<
  Pick<
    MarkerReading,
    'percent' | 'intensity' | 'allred' | 'hScore' | 'ihc' | 'score' | 'interpretation'
  >
> & { ish?: Ish }

type Groups = readonly (string | undefined)[]
/** Null where the match says nothing that can be read after all. */
type Found = Result<MarkerWords, MarkerRefusal> | null
type Token = Readonly<{ form: RegExp; read: (groups: Groups) => Found }>

const END = '(?![\\w%+])'
const COMPARED = `(?:(?:${COMPARATOR_FORM}) ?)?`
const NUMBER = `${COMPARED} ?-?\\d+(?:[.,]\\d+)?`
const BAND = `${NUMBER} ?%?(?: ?(?:-|to) ?\\d+(?:[.,]\\d+)?)?`

function token(form: string, read: Token['read']): Token {
  return { form: new RegExp(`${form}`, 'y'), read }
}
function says(form: string, words: MarkerWords): Token {
  return token(`(?:${form})${END}`, () => ok(words))
}

function quantityFrom(text: string | undefined, unit: string | null): Quantity | null {
  const parsed = parseQuantity(text ?? '', { unit })
  return parsed.ok ? { ...parsed.value, verbatim: null } : null
}

function percentFrom(text: string | undefined): Found {
  const percent = quantityFrom(text, '%')
  if (percent === null) return null
  const isInside = percent.low >= 0 && (percent.high ?? percent.low) <= 100
  return isInside ? ok({ percent }) : refuse('percentOutsideRange')
}

const NO_ISH: Ish = {
  result: null,
  missing: null,
  ratio: null,
  copyNumber: null,
  group: null,
  method: null,
}
const ISH_RESULTS: readonly (readonly [RegExp, Ish['result']])[] = [
  [/^(?:not[ -]amplified|non[ -]?amplified|unamplified|neg(?:ative)?|-)$/, 'notAmplified'],
  [/^(?:amplified|pos(?:itive)?|\+)$/, 'amplified'],
  [/^equivocal$/, 'equivocal'],
]
const ISH_WORDS =
  'not[ -]amplified|non[ -]?amplified|unamplified|amplified|negative|neg|positive|pos|equivocal|[-+]'

function ishFrom(method: string | undefined, words: string | undefined): Found {
  const result = ISH_RESULTS.find(([form]) => form.test(words ?? ''))?.[1] ?? null
  return ok({ ish: { ...NO_ISH, result, method: ishMethod(method) } })
}

function ishMethod(name: string | undefined): string | null {
  return name === undefined || name === 'ish' ? null : name.toUpperCase()
}

const NO_ISH_RESULTS: readonly (readonly [RegExp, Ish['missing']])[] = [
  [/^(?:pending|awaited|requested|ordered|to follow)$/, 'pending'],
  [/^not (?:done|performed|tested)$/, 'notDone'],
  [/^(?:not (?:assessable|evaluable|interpretable)|failed)$/, 'notAssessable'],
]
const NO_ISH_RESULT =
  'pending|awaited|requested|ordered|to follow|not (?:done|performed|tested|assessable|evaluable|interpretable)|failed'

function withoutIsh(method: string | undefined, words: string | undefined): Found {
  const missing = NO_ISH_RESULTS.find(([form]) => form.test(words ?? ''))?.[1] ?? null
  return ok({ ish: { ...NO_ISH, missing, method: ishMethod(method) } })
}

const ISH_METHODS = 'dd-?ish|d-?ish|fish|cish|sish|ish'

const ISH_TOKENS: readonly Token[] = [
  token(`(?:dual[- ]probe )?(${ISH_METHODS})[: ]*(${ISH_WORDS})${END}`, ([method, words]) =>
    ishFrom(method, words),
  ),
  token(`(${ISH_WORDS}) (?:by|on) (?:dual[- ]probe )?(${ISH_METHODS})${END}`, ([words, method]) =>
    ishFrom(method, words),
  ),
  token(`(${ISH_METHODS})[: ]*(?:is )?(${NO_ISH_RESULT})${END}`, ([method, words]) =>
    withoutIsh(method, words),
  ),
  token(`(?:pending|awaiting) (${ISH_METHODS})${END}`, ([method]) => withoutIsh(method, 'pending')),
  token(`(${ISH_METHODS})(?=[:, ]+(?:ratio|her2/c|mean|average|copy|copies|group))`, ([m]) =>
    ishFrom(m, undefined),
  ),
  token(`(?:her2/(?:cep17|cen17|chr17)(?: ratio)?|ratio)[:= ]*(${NUMBER})${END}`, ([n]) => {
    const ratio = quantityFrom(n, null)
    return ratio === null ? null : ok({ ish: { ...NO_ISH, ratio } })
  }),
  token(
    `(?:(?:mean|average|her2|gene) )*(?:copy number|copies|copy)[:= ]*(${NUMBER})${END}`,
    ([n]) => {
      const copyNumber = quantityFrom(n, null)
      return copyNumber === null ? null : ok({ ish: { ...NO_ISH, copyNumber } })
    },
  ),
  token(`(?:ish )?group ([1-5])${END}`, ([n]) => ok({ ish: { ...NO_ISH, group: Number(n) } })),
]

const SCORE_TOKENS: readonly Token[] = [
  token(`allred(?: total)?(?: score)?[:= ]*(\\d{1,2})(?: ?/ ?8)?${END}`, ([n]) => {
    const allred = Number(n)
    return allred > 8 || allred === 1 ? refuse('impossibleAllred') : ok({ allred })
  }),
  token(`h[- ]?score[:= ]*(\\d{1,4}(?:[.,]\\d+)?)(?: ?/ ?300)?${END}`, ([n]) => {
    const hScore = Number((n ?? '').replace(',', '.'))
    return hScore > 300 ? refuse('hScoreOutsideRange') : ok({ hScore })
  }),
  token(`(cps|tps|ic)[:= ]*(${BAND}(?: ?%)?)${END}`, ([name, n]) => {
    const value = quantityFrom(n, null)
    return value === null ? null : ok({ score: { name: (name ?? '').toUpperCase(), value } })
  }),
]

const HER2_TOKENS: readonly Token[] = [
  token(`${IHC_FORM}(?! ?%)(?![\\w+]|[.,/]\\d|-\\d)`, ([low, high]) => {
    const ihc = ihcFrom(low ?? '', high)
    return ihc === null ? null : ok({ ihc })
  }),
  says('(?:her2[- ])?ultra-?low', { interpretation: 'ultralow' }),
  says('(?:her2[- ])?low', { interpretation: 'low' }),
  token(`(not[ -]amplified|non[ -]?amplified|unamplified|amplified)${END}`, ([words]) =>
    ishFrom(undefined, words),
  ),
]

const OF_CELLS = '(?: of (?:the )?(?:(?:invasive |viable )?(?:tumou?r )?(?:cells|nuclei)))?'
const PERCENT = token(`(${BAND} ?(?:%|per ?cent))${OF_CELLS}(?![\\w%+])`, ([n]) => percentFrom(n))
const BARE_PERCENT = token(`(${BAND})(?![\\w%+]|[.,/]\\d|-\\d)`, ([n]) => percentFrom(n))

const GRADES = '(?:weak(?:ly)?|moderate(?:ly)?|intermediate|strong(?:ly)?)'
const WORD_TOKENS: readonly Token[] = [
  /** Two intensities have no field of their own: the words stay. */
  says(`${GRADES} ?(?:-|/|to) ?${GRADES}`, {}),
  says('weak(?:ly)?', { intensity: 'weak' }),
  says('moderate(?:ly)?|intermediate', { intensity: 'moderate' }),
  says('strong(?:ly)?', { intensity: 'strong' }),
  says('no staining', { intensity: 'none' }),
  says('low[- ]positive', { interpretation: 'lowPositive' }),
  says('positive|pos|\\+ve', { interpretation: 'positive' }),
  says('negative|neg|-ve', { interpretation: 'negative' }),
  says('equivocal', { interpretation: 'equivocal' }),
  says('borderline', { interpretation: 'borderline' }),
  says('staining|intensity|nuclear|nuclei|(?:tumou?r )?cells', {}),
]

const PERCENT_MARKERS = new Set(['er', 'pr', 'pgr', 'ki-67', 'ki67'])

function tokensOf(marker: string): readonly Token[] {
  const isHer2 = /^her-?2/.test(marker)
  return [
    ...ISH_TOKENS,
    ...SCORE_TOKENS,
    PERCENT,
    ...(isHer2 ? HER2_TOKENS : []),
    ...WORD_TOKENS,
    ...(PERCENT_MARKERS.has(marker) ? [BARE_PERCENT] : []),
  ]
}

function mergedIsh(a: Ish | undefined, b: Ish | undefined): Ish | null | undefined {
  if (a === undefined || b === undefined) return a ?? b
  if (b.result !== null && a.result !== null && a.result !== b.result) return null
  const [result, missing] = [a.result ?? b.result, a.missing ?? b.missing]
  if (result !== null && missing !== null) return null
  if (a.missing !== null && b.missing !== null && a.missing !== b.missing) return null
  if ((b.ratio && a.ratio) || (b.copyNumber && a.copyNumber) || (b.group && a.group)) return null
  return {
    result,
    missing,
    ratio: a.ratio ?? b.ratio,
    copyNumber: a.copyNumber ?? b.copyNumber,
    group: a.group ?? b.group,
    method: a.method ?? b.method,
  }
}

/** Both together, or null where they speak of the same field twice: then neither is chosen. */
function merged(a: MarkerWords, b: MarkerWords): MarkerWords | null {
  const { ish: ishA, ...restA } = a
  const { ish: ishB, ...restB } = b
  if (Object.keys(restA).some(field => field in restB)) return null
  const ish = mergedIsh(ishA, ishB)
  if (ish === null) return null
  return ish === undefined ? { ...restA, ...restB } : { ...restA, ...restB, ish }
}

const SEPARATOR = /(?: *[,;:.|/]+(?!\d) *| +- +| +(?:and|with|in)(?= )| +)/y
const BRACKET = / ?\(([^()]*)\)/y

function matchAt(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at
  return form.exec(text)
}

/** Reads one word group; null where no token knows it. */
function readToken(
  tokens: readonly Token[],
  text: string,
  at: number,
): { found: Result<MarkerWords, MarkerRefusal>; length: number } | null {
  for (const { form, read } of tokens) {
    const match = matchAt(form, text, at)
    const found = match === null || match[0] === '' ? null : read(match.slice(1))
    if (match !== null && found !== null) return { found, length: match[0].length }
  }
  return null
}

/** Reads a text whole; null where a part of it is not understood. A remark in brackets that is not understood is left. */
function readAll(tokens: readonly Token[], text: string): Found {
  let words: MarkerWords = {}
  let at = 0
  while (at < text.length) {
    const separator = matchAt(SEPARATOR, text, at)
    if (separator !== null) {
      at += separator[0].length
      continue
    }
    const bracket = matchAt(BRACKET, text, at)
    const next =
      bracket === null
        ? readToken(tokens, text, at)
        : {
            found: readAll(tokens, bracket[1] ?? '') ?? ok<MarkerWords>({}),
            length: bracket[0].length,
          }
    if (next === null) return null
    if (!next.found.ok) return next.found
    const both = merged(words, next.found.value)
    if (both === null) return null
    words = both
    at += next.length
  }
  return ok(words)
}

/** The fields that a plain lower-case text states; none of them where any part outside brackets is not understood. */
export function readMarkerWords(marker: string, text: string): Result<MarkerWords, MarkerRefusal> {
  return readAll(tokensOf(marker), text) ?? ok({})
}
