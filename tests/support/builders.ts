import { Conflict } from '../../shared/case/conflict.ts'
import { Context } from '../../shared/case/context.ts'
import type { Case, Entry, EntryBody } from '../../shared/case/entry.ts'
import { Assessment, Imaging, SourceDocument } from '../../shared/case/investigation.ts'
import { Photograph } from '../../shared/case/photograph.ts'
import { Site } from '../../shared/case/site.ts'
import { MarkerReading, Specimen } from '../../shared/case/specimen.ts'
import { LocalTreatment, Systemic } from '../../shared/case/treatment.ts'
import type { DateStatement } from '../../shared/dates/when.ts'
import { EntryId, PatientId } from '../../shared/ids.ts'
import { Patient, PatientDetails } from '../../shared/patient/patient.ts'
import { Quantity } from '../../shared/values/quantity.ts'

// Everything here is invented, valid, and the same at every run.

/** The n-th of a fixed row of entry ids. */
export function entryId(n: number): EntryId {
  return EntryId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
}

/** The n-th of a fixed row of patient ids. */
export function patientId(n: number): PatientId {
  return PatientId.parse(`00000000-0000-4000-9000-${String(n).padStart(12, '0')}`)
}

/** An event on a calendar date of any precision. */
export function on(date: string): DateStatement[] {
  return [{ kind: 'date', date, approximate: false, verbatim: null, source: null }]
}

/** An event so many whole months after the beginning of another entry. */
export function monthsAfter(entry: EntryId, months: number): DateStatement[] {
  return [
    {
      kind: 'relative',
      anchor: { entry, end: 'start' },
      offset: { type: 'elapsed', direction: 'after', low: months, high: null, unit: 'month' },
      approximate: false,
      verbatim: null,
      source: null,
    },
  ]
}

export function buildQuantity(overrides: Partial<Quantity> = {}): Quantity {
  return Quantity.parse({
    comparator: '=',
    low: 10,
    high: null,
    unit: '%',
    verbatim: null,
    ...overrides,
  })
}

export function buildDetails(overrides: Partial<PatientDetails> = {}): PatientDetails {
  return PatientDetails.parse({
    familyName: 'Testfall',
    givenName: 'Anna',
    caseName: null,
    title: 'Ms',
    born: '1971-03-15',
    ageAsReported: null,
    sex: 'female',
    gender: null,
    deceased: null,
    identifiers: [
      { kind: 'hospital', label: 'Hospital No.', value: 'TEST 00 4711' },
      { kind: 'nhs', label: 'NHS No.', value: '943 476 5919' },
    ],
    ...overrides,
  })
}

export function buildPatient(overrides: Partial<Patient> = {}): Patient {
  return Patient.parse({
    id: patientId(1),
    revision: 1,
    archived: false,
    details: buildDetails(),
    ...overrides,
  })
}

const noSource = { sources: [], note: null }

export function buildSite(overrides: Partial<Site> = {}): Site {
  return Site.parse({
    kind: 'site',
    role: 'distant',
    bodySite: 'skin-scalp',
    asReported: null,
    side: null,
    subsite: null,
    firstSeen: on('2022-05'),
    foundBy: ['examination'],
    certainty: 'confirmed',
    course: [],
    lesions: null,
    sizes: [],
    boneType: null,
    symptoms: [],
    findings: null,
    primary: null,
    recurrenceOf: null,
    ...noSource,
    ...overrides,
  })
}

export function buildReading(overrides: Partial<MarkerReading> = {}): MarkerReading {
  return MarkerReading.parse({
    percent: null,
    intensity: null,
    allred: null,
    hScore: null,
    ihc: null,
    ish: null,
    score: null,
    interpretation: null,
    method: null,
    verbatim: null,
    source: null,
    ...overrides,
  })
}

export function buildSpecimen(overrides: Partial<Specimen> = {}): Specimen {
  return Specimen.parse({
    kind: 'specimen',
    label: 'A',
    labNumber: null,
    procedure: 'punch',
    procedureAsReported: null,
    site: null,
    from: null,
    side: null,
    collected: on('2022-05-10'),
    histology: [],
    grade: null,
    representative: null,
    sizes: [],
    nodes: null,
    margins: null,
    invasion: [],
    reportedSubtype: [],
    results: [
      {
        marker: 'ER',
        missing: null,
        missingAsReported: null,
        readings: [buildReading({ percent: buildQuantity() })],
      },
      { marker: 'HER2', missing: 'notReported', missingAsReported: null, readings: [] },
    ],
    findings: null,
    ...noSource,
    ...overrides,
  })
}

export function buildSystemic(overrides: Partial<Systemic> = {}): Systemic {
  return Systemic.parse({
    kind: 'systemic',
    drugs: [{ drug: null, name: 'Testamycin', started: [], ended: null, dose: null }],
    regimen: null,
    setting: 'metastatic',
    settingAsReported: null,
    intent: 'palliative',
    line: 1,
    started: on('2022-06'),
    ended: { status: 'ongoing', when: [] },
    duration: null,
    cycles: null,
    doseChanges: [],
    bestResponse: null,
    stopReason: null,
    stopReasonAsReported: null,
    ...noSource,
    ...overrides,
  })
}

export function buildLocal(overrides: Partial<LocalTreatment> = {}): LocalTreatment {
  return LocalTreatment.parse({
    kind: 'local',
    modality: 'surgery',
    what: [{ text: 'mastectomy', source: null }],
    sites: [],
    field: null,
    side: 'left',
    intent: 'curative',
    started: on('2019-09-02'),
    ended: { status: 'ended', when: on('2019-09-02') },
    dose: null,
    fractions: null,
    result: null,
    ...noSource,
    ...overrides,
  })
}

export function buildImaging(overrides: Partial<Imaging> = {}): Imaging {
  return Imaging.parse({
    kind: 'imaging',
    modality: 'MRI',
    region: 'brain',
    when: on('2022-07'),
    findings: 'one lesion',
    measures: [],
    sites: [],
    ...noSource,
    ...overrides,
  })
}

export function buildAssessment(overrides: Partial<Assessment> = {}): Assessment {
  return Assessment.parse({
    kind: 'assessment',
    type: 'ecog',
    scale: 'ECOG',
    value: '1',
    quantity: null,
    missing: null,
    text: null,
    when: on('2022-08-01'),
    ...noSource,
    ...overrides,
  })
}

export function buildDocument(overrides: Partial<SourceDocument> = {}): SourceDocument {
  return SourceDocument.parse({
    kind: 'document',
    documentKind: 'letter',
    title: 'Clinic letter',
    citation: null,
    dated: on('2022-08-02'),
    ...noSource,
    ...overrides,
  })
}

export function buildContext(overrides: Partial<Context> = {}): Context {
  const stated = { missing: null, items: [] }
  return Context.parse({
    kind: 'context',
    question: 'Which treatment next?',
    comorbidities: stated,
    medicines: stated,
    pastHistory: stated,
    allergies: { state: 'notRecorded', items: [] },
    menopausal: stated,
    germline: stated,
    familyHistory: stated,
    keyWorker: stated,
    wishes: stated,
    capacity: stated,
    ...noSource,
    ...overrides,
  })
}

export function buildConflict(overrides: Partial<Conflict> = {}): Conflict {
  return Conflict.parse({
    kind: 'conflict',
    label: 'X1',
    title: 'PR in A',
    about: [],
    statements: [
      { short: '3 %', text: 'PR 3 % in the text', source: null },
      { short: '5 %', text: 'PR 5 % in the caption', source: null },
    ],
    settlement: null,
    ...noSource,
    ...overrides,
  })
}

export function buildPhotograph(overrides: Partial<Photograph> = {}): Photograph {
  return Photograph.parse({
    kind: 'photograph',
    lesion: null,
    skinNote: null,
    picture: {
      attachment: '0123456789abcdef'.repeat(4),
      mediaType: 'image/jpeg',
      width: 4000,
      height: 3000,
      byteSize: 2_000_000,
    },
    view: 'closeUp',
    scale: 'inPicture',
    taken: on('2022-08-02'),
    consent: null,
    chosen: false,
    caption: null,
    ...noSource,
    ...overrides,
  })
}

/** An entry at its first revision; `n` gives it its id. */
export function buildEntry<Body extends EntryBody>(
  n: number,
  body: Body,
): { id: EntryId; revision: number; body: Body } {
  return { id: entryId(n), revision: 1, body }
}

export function buildCase(entries: readonly Entry[] = [], patient = buildPatient()): Case {
  return { patient, entries }
}

/** One body of every kind, each of which stands alone. */
export const ONE_OF_EACH: readonly EntryBody[] = [
  buildSite(),
  buildSpecimen(),
  buildSystemic(),
  buildLocal(),
  buildImaging(),
  buildAssessment(),
  buildDocument(),
  buildContext(),
  buildConflict(),
]
