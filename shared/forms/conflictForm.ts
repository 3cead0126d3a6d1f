import type { Conflict, ConflictStatement, Settlement } from '../case/conflict.ts'
import { type Codec, codec, type TypedOf } from './codec.ts'
import { carried, fields, mapped, rows } from './groups.ts'
import { entryParts, neededEntry, optionalSource } from './sourceFields.ts'
import { neededLine, optionalLine, optionalProse } from './textFields.ts'

const parts = fields({
  short: neededLine('Say in a few words what it states.'),
  text: optionalProse,
  source: optionalSource,
})

/** One side of a conflict; where the full text is left blank it is the few words. */
const statement: Codec<ConflictStatement, TypedOf<typeof parts>> = mapped(
  parts,
  ({ short, text, source }: ConflictStatement) => ({
    short,
    text: text === short ? null : text,
    source,
  }),
  ({ short, text, source }): ConflictStatement => ({ short, text: text ?? short, source }),
)

const inner = fields({
  kind: carried<'conflict'>('conflict'),
  label: neededLine('Give it a short name, such as X1.'),
  title: neededLine('Say in a few words what it is about.'),
  statements: rows(statement, { least: 2, lacking: 'A conflict has two statements or more.' }),
  about: rows(
    fields({ entry: neededEntry('Choose the entry that it is about.'), facet: optionalLine }),
  ),
  settlement: carried<Settlement | null>(null),
  ...entryParts,
  note: optionalProse,
})
export type ConflictTyped = TypedOf<typeof inner>

/**
 * A conflict as a form. Its settlement is a form of its own; where statements are added or taken away, the one that holds
 * is followed to its new place.
 */
export const conflictForm: Codec<Conflict, ConflictTyped> = codec<Conflict, ConflictTyped>({
  ...inner,
  blank: {
    ...inner.blank,
    statements: ['new 1', 'new 2'].map(key => ({ key, value: statement.blank })),
  },
  read(typed, was, context, path) {
    const read = inner.read(typed, was, context, path)
    if (!read.ok || was === null) return read
    const holds = was.value.settlement?.holds ?? null
    if (holds === null || read.value.settlement === null) return read
    const key = was.shown.statements[holds]?.key
    const kept = typed.statements.filter(
      row => JSON.stringify(row.value) !== JSON.stringify(statement.blank),
    )
    const place = kept.findIndex(row => row.key === key)
    if (place === -1)
      return {
        ok: false,
        error: [
          {
            path: 'statements',
            message:
              'The conflict was settled in favour of the statement that is taken away. Keep it, or open the settlement again first.',
          },
        ],
      }
    return {
      ok: true,
      value: { ...read.value, settlement: { ...read.value.settlement, holds: place } },
    }
  },
})
