import type { StatedText } from '../case/common.ts'
import type { SourceRef } from '../case/source.ts'
import type { EntryId } from '../ids.ts'
import { ok } from '../result.ts'
import { type Codec, codec, under, wrong } from './codec.ts'
import { absentWhenBlank, fields, type Row, rows } from './groups.ts'
import { neededProse, optionalLine } from './textFields.ts'

/** An entry of the case that is chosen, not typed; blank is none. */
export const optionalEntry: Codec<EntryId | null, string> = codec<EntryId | null, string>({
  blank: '',
  show: value => value ?? '',
  read: typed => ok(typed === '' ? null : (typed as EntryId)),
  fits: (value: unknown): value is string => typeof value === 'string',
})

export function neededEntry(message: string): Codec<EntryId, string> {
  return codec<EntryId, string>({
    blank: '',
    show: value => value,
    read: (typed, _was, _context, path) =>
      typed === '' ? wrong(path, message) : ok(typed as EntryId),
    fits: (value: unknown): value is string => typeof value === 'string',
  })
}

/** Several entries of the case, in the order they were chosen. */
export const entryList: Codec<EntryId[], readonly string[]> = codec<EntryId[], readonly string[]>({
  blank: [],
  show: value => value,
  read: typed => ok(typed.map(id => id as EntryId)),
  fits: (value: unknown): value is readonly string[] =>
    Array.isArray(value) && value.every(id => typeof id === 'string'),
})

/** The document that something was read in, and the place in it. */
export const sourceRef: Codec<SourceRef, Readonly<{ document: string; locator: string }>> = fields({
  document: neededEntry('Choose the document that this place is in.'),
  locator: optionalLine,
})
export const optionalSource = absentWhenBlank(sourceRef)
export type SourceTyped = typeof sourceRef.blank
export const NO_SOURCE: SourceTyped = sourceRef.blank

export type StatedTyped = Readonly<{ text: string; source: SourceTyped }>

/** Words of a report and where they stood. */
export const statedText: Codec<StatedText, StatedTyped> = fields({
  text: neededProse('Type the words that were read there, or take the source away.'),
  source: optionalSource,
})
export const statedTexts: Codec<StatedText[], readonly Row<StatedTyped>[]> = rows(statedText)

/** What every clinical entry carries. */
export const entryParts = { sources: rows(sourceRef) } as const

/** The path of a statement's words inside a list of statements. */
export function statedPath(list: string, at: number): string {
  return under(under(list, at), 'value.text')
}
