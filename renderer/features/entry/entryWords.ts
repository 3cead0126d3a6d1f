import { anchorName, localName, siteName, treatmentName } from '../../../shared/board/names.ts'
import type { Entry, EntryBody, EntryKind } from '../../../shared/case/entry.ts'
import type { ASSESSMENT_TYPES, DOCUMENT_KINDS } from '../../../shared/case/investigation.ts'
import type { SelectOption } from '../../components/SelectField.tsx'

export const DOCUMENT_KIND_LABEL = {
  letter: 'Letter',
  pathologyReport: 'Pathology report',
  imagingReport: 'Imaging report',
  publication: 'Publication',
  guideline: 'Guideline',
  calculation: 'Calculation',
  conversation: 'Conversation',
  other: 'Other document',
} as const satisfies Record<(typeof DOCUMENT_KINDS)[number], string>

export const ASSESSMENT_TYPE_LABEL = {
  response: 'Response',
  ecog: 'ECOG',
  tumourMarker: 'Tumour marker',
  clinical: 'Clinical remark',
} as const satisfies Record<(typeof ASSESSMENT_TYPES)[number], string>

export const FORM_TITLE = {
  site: 'Site of disease',
  specimen: 'Specimen and receptors',
  systemic: 'Systemic treatment',
  local: 'Local treatment',
  imaging: 'Imaging',
  assessment: 'Assessment',
  document: 'Source document',
  context: 'Patient context',
  conflict: 'Conflict',
  lesion: 'Skin lesion',
  skinNote: 'Note on a skin lesion',
  photograph: 'Photograph',
} as const satisfies Record<EntryKind, string>

/** What an entry is called where one is chosen from all of a case. */
export function entryName(body: EntryBody): string {
  switch (body.kind) {
    case 'site':
      return siteName(body)
    case 'specimen':
      return `Specimen ${body.label}`
    case 'systemic':
      return treatmentName(body)
    case 'local':
      return localName(body)
    case 'document':
      return body.title
    case 'context':
      return 'Patient context'
    case 'conflict':
      return `${body.label} ${body.title}`
    case 'lesion':
      return `${body.label} ${siteName(body)}`
    case 'photograph':
      return body.caption ?? 'Photograph'
    default:
      return anchorName(body)
  }
}

/** The entries of one kind as choices, in the order of the case. */
export function entryChoices(
  entries: readonly Entry[],
  kind: EntryKind,
  except: string | null = null,
): SelectOption<string>[] {
  return entries
    .filter(({ id, body }) => body.kind === kind && id !== except)
    .map(({ id, body }) => ({ value: id, label: entryName(body) }))
}
