import type { Entry, EntryKind } from '../case/entry.ts'
import type { FormContext } from './codec.ts'
import { blankForm, type FormOf, toForm } from './forms.ts'

/** What a new entry is started from: fields of its form, or the place that a specimen is taken from. */
export type Preset<K extends EntryKind> = Partial<FormOf<K>>

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

function labelsOf(
  entries: readonly Entry[],
  kind: 'specimen' | 'conflict' | 'lesion',
): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ body }) =>
      body.kind === kind ? [body.label.trim().normalize('NFC').toUpperCase()] : [],
    ),
  )
}

/** The next letter that no specimen has: A to Z, then AA, AB and so on. */
export function nextSpecimenLabel(entries: readonly Entry[]): string {
  const taken = labelsOf(entries, 'specimen')
  for (let n = 0; ; n++) {
    const first = n < LETTERS.length ? '' : (LETTERS[Math.floor(n / LETTERS.length) - 1] ?? 'Z')
    const label = `${first}${LETTERS[n % LETTERS.length]}`
    if (!taken.has(label)) return label
    if (n >= LETTERS.length * (LETTERS.length + 1)) return `${taken.size + 1}`
  }
}

function nextNumber(taken: ReadonlySet<string>, letter: string): string {
  let n = 1
  while (taken.has(`${letter}${n}`)) n += 1
  return `${letter}${n}`
}

/** The next of X1, X2 and so on that no recorded conflict has. */
export function nextConflictLabel(entries: readonly Entry[]): string {
  return nextNumber(labelsOf(entries, 'conflict'), 'X')
}

/** The next of L1, L2 and so on that no skin lesion has. */
export function nextLesionLabel(entries: readonly Entry[]): string {
  return nextNumber(labelsOf(entries, 'lesion'), 'L')
}

function nextLabel(kind: EntryKind, entries: readonly Entry[]): string {
  if (kind === 'specimen') return nextSpecimenLabel(entries)
  return kind === 'lesion' ? nextLesionLabel(entries) : nextConflictLabel(entries)
}

/** The form that a new entry starts with: empty, but for a free label and what was given. */
export function newForm<K extends EntryKind>(
  kind: K,
  entries: readonly Entry[],
  preset: Preset<K> = {},
): FormOf<K> {
  const blank: FormOf<EntryKind> = blankForm<EntryKind>(kind)
  const labelled = 'label' in blank ? { ...blank, label: nextLabel(kind, entries) } : blank
  return { ...labelled, ...preset } as FormOf<K>
}

/** The specimen form for tissue from a site: its place and side are the site's. */
export function specimenFrom(
  site: Extract<Entry['body'], { kind: 'site' }>,
  id: Entry['id'],
  context: FormContext,
): Preset<'specimen'> {
  return { site: id, side: toForm<'site'>(site, context).side }
}
