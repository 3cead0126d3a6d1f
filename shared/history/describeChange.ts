import { assertNever } from '../assertNever.ts'
import type { EntryBody } from '../case/entry.ts'
import type { Assessment } from '../case/investigation.ts'
import type { PhotographView } from '../case/photograph.ts'
import type { LocalTreatment } from '../case/treatment.ts'
import { bodySiteById, bodySiteLabel } from '../codes/bodySites.ts'
import { PHOTOGRAPH_VIEW_LABEL } from '../codes/photographWords.ts'
import type { CHANGE_ACTIONS } from './change.ts'

/** The longest label in a menu, in characters. */
const LONGEST_LABEL = 60

const VERB = {
  create: 'add',
  update: 'change',
  remove: 'remove',
  restore: 'restore',
  archive: 'archive',
  unarchive: 'unarchive',
  print: 'print',
  export: 'export',
  open: 'open',
  sign: 'sign',
} as const satisfies Record<(typeof CHANGE_ACTIONS)[number], string>

const LOCAL_NAME = {
  surgery: 'surgery',
  radiotherapy: 'radiotherapy',
  electrochemotherapy: 'electrochemotherapy',
  woundCare: 'wound care',
  other: 'local treatment',
} as const satisfies Record<LocalTreatment['modality'], string>

const ASSESSMENT_NAME = {
  response: 'response',
  ecog: 'ECOG',
  tumourMarker: 'tumour marker',
  clinical: 'clinical remark',
} as const satisfies Record<Assessment['type'], string>

/** One thing that an act did. `body` is the entry after it, or before it where it was removed; null for the patient. */
export type DescribedChange = Readonly<{
  action: (typeof CHANGE_ACTIONS)[number]
  body: EntryBody | null
}>

/** What an entry is called in a menu: "specimen A", "scalp site". For the screen only: it holds a patient's data. */
export function describeEntry(body: EntryBody): string {
  switch (body.kind) {
    case 'site': {
      const known = body.bodySite === null ? null : bodySiteById(body.bodySite)
      const listed = known === null ? body.bodySite : bodySiteLabel(known, body.side).toLowerCase()
      const place = listed ?? body.asReported
      return place === null ? 'site' : `${place} site`
    }
    case 'specimen':
      return `specimen ${body.label}`
    case 'systemic':
      return body.regimen ?? body.drugs.map(drug => drug.name).join(' + ')
    case 'local':
      return LOCAL_NAME[body.modality]
    case 'imaging':
      return body.modality
    case 'assessment':
      return body.type === 'tumourMarker' && body.scale !== null
        ? body.scale
        : ASSESSMENT_NAME[body.type]
    case 'document':
      return `source “${body.title}”`
    case 'context':
      return 'patient context'
    case 'conflict':
      return `conflict ${body.label}`
    case 'lesion':
      return `skin lesion ${body.label}`
    case 'skinNote':
      return 'skin note'
    case 'photograph':
      return photographName(body.view)
    default:
      return assertNever(body)
  }
}

/** "close-up photograph" */
function photographName(view: PhotographView): string {
  return view === 'notStated' ? 'photograph' : `${PHOTOGRAPH_VIEW_LABEL[view]} photograph`
}

/** What an act did, in a few words for the undo button: "add specimen A", "change scalp site and 2 more". */
export function describeAct(changes: readonly DescribedChange[]): string {
  const [first] = changes
  if (first === undefined) return 'nothing'
  const name = first.body === null ? patientPart(first.action) : describeEntry(first.body)
  const more = changes.length > 1 ? ` and ${changes.length - 1} more` : ''
  return `${VERB[first.action]} ${shortened(name, LONGEST_LABEL - more.length)}${more}`
}

function patientPart(action: DescribedChange['action']): string {
  return action === 'update' ? 'patient details' : 'patient'
}

function shortened(text: string, longest: number): string {
  const characters = [...text]
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`
}
