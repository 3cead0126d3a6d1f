import { type Case, entriesOf } from '../case/entry.ts'
import type { MissingItem } from './missingItem.ts'

/** CLINICAL: a meeting is told type and size of a skin lesion (CLINICAL 5.2); asked for where a lesion is recorded. */
export function missingSkin(of: Case): MissingItem[] {
  const notes = entriesOf(of, 'skinNote')
  const lacking = entriesOf(of, 'lesion').flatMap(({ id, body }) => {
    const own = notes.filter(note => note.body.lesion === id)
    const hasSize = own.some(note => note.body.sizes.length > 0 || note.body.sizeWords !== null)
    const hasType = own.some(
      note => note.body.presentations.length > 0 || note.body.patterns.length > 0,
    )
    if (hasSize && hasType) return []
    return [{ label: body.label, note: own.at(-1)?.id ?? null, hasSize, hasType }]
  })
  const [first] = lacking
  if (first === undefined) return []
  const parts = [
    lacking.some(({ hasSize }) => !hasSize) ? 'size' : null,
    lacking.some(({ hasType }) => !hasType) ? 'presentation' : null,
  ].filter(part => part !== null)
  return [
    {
      id: 'skinLesions',
      label: `skin lesion ${parts.join(', ')}`,
      detail: lacking.map(({ label }) => label).join(', '),
      goTo: {
        kind: 'skinNote',
        entry: first.note,
        field: first.hasSize ? 'presentations' : 'sizes',
      },
    },
  ]
}
