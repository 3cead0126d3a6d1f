import type { EntryKind } from '../case/entry.ts'

/** The fields that a form cannot do without, by their path in a new form. */
export const REQUIRED_FIELDS = {
  site: ['place.text', 'certainty'],
  specimen: ['label', 'procedure'],
  systemic: ['drugs.0'],
  local: ['modality', 'what.0'],
  imaging: ['modality'],
  assessment: ['type', 'value'],
  document: ['documentKind', 'title'],
  context: [],
  conflict: ['label', 'title', 'statements.0', 'statements.1'],
  lesion: ['label', 'place.text'],
  skinNote: ['lesion'],
  photograph: ['picture'],
} as const satisfies Record<EntryKind, readonly string[]>
