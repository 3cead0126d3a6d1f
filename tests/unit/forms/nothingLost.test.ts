import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENTRY_KINDS, type Entry, EntryBody, type EntryKind } from '../../../shared/case/entry.ts'
import { formContext } from '../../../shared/forms/anchors.ts'
import { type FormOf, fromForm, isFormOf, toForm } from '../../../shared/forms/forms.ts'
import {
  buildLocal,
  buildSite,
  buildSpecimen,
  buildSystemic,
  entryId,
} from '../../support/builders.ts'
import { bodies } from './arbitraries.ts'

const entries: readonly Entry[] = [
  buildLocal({ modality: 'surgery' }),
  buildLocal({ modality: 'radiotherapy' }),
  buildLocal({ modality: 'radiotherapy' }),
  buildSystemic(),
  buildSpecimen(),
  buildSite(),
].map((body, at) => ({ id: entryId(at + 1), revision: 1, body }))
const context = formContext(entries, { today: '2026-11-22' })
const some = bodies(entries.map(({ id }) => id))

/** The members of a body that a form field speaks for. */
const SPEAKS_FOR: Readonly<Record<string, readonly string[]>> = {
  place: ['bodySite', 'asReported'],
}

describe.each(ENTRY_KINDS)('the form of %s', kind => {
  it('gives an untouched body back to the letter', () => {
    fc.assert(
      fc.property(some[kind] as fc.Arbitrary<EntryBody>, body => {
        expect(EntryBody.safeParse(body).success).toBe(true)
        const shown = toForm<EntryKind>(body, context)
        expect(isFormOf(kind, shown)).toBe(true)
        const read = fromForm<EntryKind>(kind, shown, { body, shown }, context)
        expect(read).toEqual({ ok: true, value: body })
      }),
    )
  })

  it('changes nothing but the field that was changed', () => {
    const pair = fc.tuple(some[kind], some[kind]) as fc.Arbitrary<[EntryBody, EntryBody]>
    fc.assert(
      fc.property(pair, fc.nat(), ([body, other], choice) => {
        const shown = toForm<EntryKind>(body, context)
        const instead = toForm<EntryKind>(other, context) as Record<string, unknown>
        const names = Object.keys(shown)
        const name = names[choice % names.length] ?? 'note'
        const typed = { ...shown, [name]: instead[name] } as FormOf<EntryKind>
        const read = fromForm<EntryKind>(kind, typed, { body, shown }, context)
        if (!read.ok) {
          // Only the field that was changed may be refused.
          expect(read.error.filter(({ path }) => path.split('.')[0] !== name)).toEqual([])
          return
        }
        const changed = new Set(SPEAKS_FOR[name] ?? [name])
        const rest = (of: EntryBody) =>
          Object.fromEntries(Object.entries(of).filter(([key]) => !changed.has(key)))
        // A settlement follows its statement to its new place.
        if (kind === 'conflict' && name === 'statements') changed.add('settlement')
        expect(rest(read.value)).toEqual(rest(body))
      }),
    )
  })
})
