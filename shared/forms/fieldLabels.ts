import type { EntryKind } from '../case/entry.ts'
import type { PatientDetails } from '../patient/patient.ts'
import { STATED_PART_LABEL } from './contextForm.ts'
import type { BodyOf } from './forms.ts'

const COMMON = { sources: 'Source', note: 'Note' } as const

/** What a member of a body is called in its form, in an error's place and where two changes meet. */
export const FIELD_LABELS = {
  site: {
    ...COMMON,
    role: 'Local, regional or distant',
    bodySite: 'Place',
    asReported: 'Place in the report’s words',
    side: 'Side',
    subsite: 'Sub-site',
    firstSeen: 'First seen',
    foundBy: 'How found',
    certainty: 'Certainty',
    course: 'Course',
    lesions: 'Number of lesions',
    sizes: 'Sizes',
    boneType: 'Bone type',
    symptoms: 'Symptoms',
    findings: 'Findings',
    primary: 'Primary tumour',
    recurrenceOf: 'Recurrence of',
  },
  specimen: {
    ...COMMON,
    label: 'Label',
    labNumber: 'Laboratory number',
    procedure: 'Taken by',
    procedureAsReported: 'Procedure in the report’s words',
    site: 'From site',
    from: 'Taken from, in words',
    side: 'Side',
    collected: 'Collected',
    histology: 'Histology',
    grade: 'Grade',
    representative: 'Representative',
    sizes: 'Sizes',
    nodes: 'Nodes',
    margins: 'Margins',
    invasion: 'Invasion',
    reportedSubtype: 'Subtype as reported',
    results: 'Receptors and markers',
    findings: 'Findings',
  },
  systemic: {
    ...COMMON,
    drugs: 'Drugs',
    regimen: 'Regimen',
    setting: 'Setting',
    settingAsReported: 'Setting in the report’s words',
    intent: 'Intent',
    line: 'Line',
    started: 'Started',
    ended: 'Ended',
    duration: 'Duration',
    cycles: 'Cycles',
    doseChanges: 'Dose changes',
    bestResponse: 'Best response',
    stopReason: 'Why stopped',
    stopReasonAsReported: 'Why stopped, in the report’s words',
  },
  local: {
    ...COMMON,
    modality: 'Kind',
    what: 'What was done',
    sites: 'Sites treated',
    field: 'Field',
    side: 'Side',
    intent: 'Intent',
    started: 'Started',
    ended: 'Ended',
    dose: 'Dose',
    fractions: 'Fractions',
    result: 'Result',
  },
  imaging: {
    ...COMMON,
    modality: 'Modality',
    region: 'Region',
    when: 'Date',
    findings: 'Findings',
    measures: 'Measured',
    sites: 'Sites shown',
  },
  assessment: {
    ...COMMON,
    type: 'What is assessed',
    scale: 'Scale or marker',
    value: 'Value',
    quantity: 'Number',
    missing: 'Why there is none',
    text: 'In words',
    when: 'Date',
  },
  document: {
    ...COMMON,
    documentKind: 'Kind',
    title: 'Title',
    citation: 'Citation',
    dated: 'Dated',
  },
  context: {
    ...COMMON,
    ...STATED_PART_LABEL,
    question: 'Question for the meeting',
    allergies: 'Allergies',
  },
  conflict: {
    ...COMMON,
    label: 'Label',
    title: 'Title',
    about: 'About',
    statements: 'Statements',
    settlement: 'Settlement',
  },
  photograph: {
    ...COMMON,
    lesion: 'Lesion',
    skinNote: 'Note on the lesion',
    picture: 'Photograph',
    view: 'View',
    scale: 'Scale',
    taken: 'Taken',
    consent: 'Consent',
    chosen: 'On the printed summary',
    caption: 'Caption',
  },
} as const satisfies {
  [K in EntryKind]: Record<Exclude<keyof BodyOf<K>, 'kind'>, string>
}

export const DETAIL_LABELS = {
  familyName: 'Family name',
  givenName: 'Given name',
  caseName: 'What the case is called',
  title: 'Title',
  born: 'Date of birth',
  ageAsReported: 'Age as reported',
  sex: 'Sex',
  gender: 'Gender',
  deceased: 'Deceased',
  identifiers: 'Numbers',
} as const satisfies Record<keyof PatientDetails, string>

/** What the field at a path of a kind's form is called. */
export function labelOfPath(kind: EntryKind | 'patient', path: string): string {
  const [head = ''] = path.split('.')
  const name = head === 'place' ? 'bodySite' : head
  const labels: Readonly<Record<string, string>> =
    kind === 'patient' ? DETAIL_LABELS : FIELD_LABELS[kind]
  return labels[name] ?? 'This form'
}
