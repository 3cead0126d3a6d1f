import { MISSING_LABEL, type Missing } from '../values/missing.ts'
import type { Fact, Tone } from './fact.ts'

/** What a person or a report stated. */
export function reported(id: string, text: string, conflicts: readonly string[] = []): Fact {
  return { id, text, tone: 'reported', conflicts }
}

/** What was computed by a named rule. */
export function derived(id: string, text: string, conflicts: readonly string[] = []): Fact {
  return { id, text, tone: 'derived', conflicts }
}

/** A report's own words, in quotation marks. */
export function quoted(id: string, text: string, conflicts: readonly string[] = []): Fact {
  return { id, text: quote(text), tone: 'quote', conflicts }
}

/** What there is not, said in its exact kind; `what` leads where the words would be unclear alone: "dose not recorded". */
export function absent(
  id: string,
  missing: Missing = 'notRecorded',
  what: string | null = null,
  conflicts: readonly string[] = [],
): Fact {
  const words = MISSING_LABEL[missing]
  return { id, text: what === null ? words : `${what} ${words}`, tone: 'missing', conflicts }
}

/** What words may hold that were kept and not read: to say that it is not recorded could be untrue. */
export function notRead(id: string, what: string): Fact {
  return { id, text: `${what} not read from the words`, tone: 'missing', conflicts: [] }
}

/** A text that may be absent. */
export function stated(id: string, text: string | null, conflicts: readonly string[] = []): Fact {
  return text === null ? absent(id, 'notRecorded', null, conflicts) : reported(id, text, conflicts)
}

/** A fact with a text of either tone, from a formatter that says what is missing. */
export function fromFormatted(
  id: string,
  formatted: Readonly<{ text: string; missing: Missing | null }>,
  conflicts: readonly string[] = [],
): Fact {
  const tone: Tone = formatted.missing === null ? 'reported' : 'missing'
  return { id, text: formatted.text, tone, conflicts }
}

export function quote(text: string): string {
  return /^[“"]/.test(text) ? text : `“${text}”`
}

/** "Right breast" from "right breast". Leaves everything but the first letter as it is. */
export function capitalised(text: string): string {
  const [first = ''] = text
  return first.toLocaleUpperCase('en') + text.slice(first.length)
}

/** "core needle biopsy" from "Core needle biopsy"; abbreviations such as "MRI" stay. */
export function uncapitalised(text: string): string {
  const second = text[1] ?? ''
  return /[A-Z0-9]/.test(second) ? text : text.charAt(0).toLocaleLowerCase('en') + text.slice(1)
}

/** Joins with commas, leaving out what is null. */
export function commaList(parts: readonly (string | null)[]): string {
  return parts.filter(part => part !== null && part !== '').join(', ')
}
