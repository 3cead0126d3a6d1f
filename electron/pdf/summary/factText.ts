import type { Fact, Tone } from '../../../shared/board/fact.ts'
import type { TextRun, TextStyle } from '../definition.ts'
import { INK, QUIET, SIZE, TAG_GROUND } from './paper.ts'

/** What is there is ink; what is not, and what a rule made, is quieter and cannot be taken for it. */
const TONE_STYLE: Record<Tone, TextStyle> = {
  reported: {},
  quote: {},
  derived: { color: QUIET },
  missing: { color: QUIET, decoration: 'underline', decorationStyle: 'dashed' },
}
/** What no emphasis around it may change. */
const KEPT: Record<Tone, TextStyle> = {
  reported: {},
  quote: {},
  derived: {},
  missing: { color: QUIET, bold: false },
}

/** The dot with a ring before what is new, darker than on screen so that it holds in greyscale. */
export const NEW_MARK: TextRun = { text: '◉\u00a0', color: '#00664b' }

/** Between facts of one paragraph: a line never begins with the dot. */
export const DOT = '\u00a0· '

/** A fact in its own words, the conflicts that touch it beside it. */
export function factRuns(fact: Fact, style: TextStyle = {}): TextRun[] {
  return [
    ...(fact.isNew === true ? [NEW_MARK] : []),
    { ...TONE_STYLE[fact.tone], ...style, text: fact.text, ...KEPT[fact.tone] },
    ...conflictTags(fact.conflicts),
  ]
}

/** The numbers of conflicts as the tags that lead to the list. */
export function conflictTags(labels: readonly string[]): TextRun[] {
  return labels.flatMap(label => [
    { text: ' ', fontSize: SIZE.tag },
    { text: `≠${label}`, fontSize: SIZE.tag, bold: true, color: INK, background: TAG_GROUND },
  ])
}

/** Several facts in one paragraph. */
export function joinFacts(
  facts: readonly Fact[],
  style: TextStyle = {},
  separator = DOT,
): TextRun[] {
  return facts.flatMap((fact, i) => [
    ...(i === 0 ? [] : [{ ...style, text: separator }]),
    ...factRuns(fact, style),
  ])
}

/** A label that is quieter than the fact behind it. */
export function labelled(label: string, fact: Fact, style: TextStyle = {}): TextRun[] {
  return [{ text: `${label} `, ...style, bold: false, color: QUIET }, ...factRuns(fact, style)]
}

/** The facts of a row that say something its other words do not. */
export function unsaid(facts: readonly Fact[], said: readonly Fact[]): Fact[] {
  return facts.filter(
    fact =>
      !said.some(
        other =>
          other.text.includes(fact.text) &&
          fact.conflicts.every(label => other.conflicts.includes(label)),
      ),
  )
}

/** Where a row was read, at its end. */
export function sourceRuns(source: Fact | null): TextRun[] {
  if (source === null) return []
  return [{ text: ' — ', color: QUIET }, ...factRuns(source, { fontSize: SIZE.note, color: QUIET })]
}
