import type { Conflict } from '../../../shared/case/conflict.ts'
import type { Context } from '../../../shared/case/context.ts'
import type { Case, EntryBody } from '../../../shared/case/entry.ts'
import type { Assessment } from '../../../shared/case/investigation.ts'
import type { Site } from '../../../shared/case/site.ts'
import type { SourceRef } from '../../../shared/case/source.ts'
import type { Specimen } from '../../../shared/case/specimen.ts'
import type { LocalTreatment, Systemic } from '../../../shared/case/treatment.ts'
import type { DateStatement } from '../../../shared/dates/when.ts'
import { PatientId } from '../../../shared/ids.ts'
import type { PatientDetails } from '../../../shared/patient/patient.ts'
import { buildId } from '../receptors/builders.ts'

const DOCUMENT = buildId(900)
const base = { sources: [], note: null }

export function at(locator: string): SourceRef {
  return { document: DOCUMENT, locator }
}

export function dated(date: string): DateStatement[] {
  return [{ kind: 'date', date, approximate: false, verbatim: null, source: null }]
}

export function buildSite(given: Partial<Site> = {}): Site {
  return {
    kind: 'site',
    role: 'distant',
    bodySite: null,
    asReported: null,
    side: null,
    subsite: null,
    firstSeen: [],
    foundBy: [],
    certainty: 'confirmed',
    course: [],
    lesions: null,
    sizes: [],
    boneType: null,
    symptoms: [],
    findings: null,
    primary: null,
    recurrenceOf: null,
    ...base,
    ...given,
  }
}

export function buildSpecimen(given: Partial<Specimen> = {}): Specimen {
  return {
    kind: 'specimen',
    label: 'A',
    labNumber: null,
    procedure: 'coreNeedle',
    procedureAsReported: null,
    site: null,
    lesion: null,
    from: null,
    side: null,
    collected: [],
    histology: [],
    grade: null,
    representative: null,
    sizes: [],
    nodes: null,
    margins: null,
    invasion: [],
    reportedSubtype: [],
    results: [],
    findings: null,
    ...base,
    ...given,
  }
}

export function buildSystemic(drug: string, given: Partial<Systemic> = {}): Systemic {
  return {
    kind: 'systemic',
    drugs: [{ drug: null, name: drug, started: [], ended: null, dose: null }],
    regimen: null,
    setting: 'metastatic',
    settingAsReported: null,
    intent: 'notStated',
    line: null,
    started: [],
    ended: { status: 'notRecorded', when: [] },
    duration: null,
    cycles: null,
    doseChanges: [],
    bestResponse: null,
    stopReason: null,
    stopReasonAsReported: null,
    ...base,
    ...given,
  }
}

export function buildLocal(given: Partial<LocalTreatment> = {}): LocalTreatment {
  return {
    kind: 'local',
    modality: 'surgery',
    what: [{ text: 'mastectomy', source: null }],
    sites: [],
    skinLesions: [],
    ect: null,
    wound: null,
    field: null,
    side: null,
    intent: 'notStated',
    started: [],
    ended: { status: 'notRecorded', when: [] },
    dose: null,
    fractions: null,
    result: null,
    ...base,
    ...given,
  }
}

export function buildAssessment(given: Partial<Assessment> = {}): Assessment {
  return {
    kind: 'assessment',
    type: 'response',
    scale: null,
    value: null,
    quantity: null,
    missing: null,
    text: null,
    when: [],
    ...base,
    ...given,
  }
}

export function buildContext(given: Partial<Context> = {}): Context {
  const none = { missing: null, items: [] }
  return {
    kind: 'context',
    question: null,
    comorbidities: none,
    medicines: none,
    pastHistory: none,
    allergies: { state: 'notRecorded', items: [] },
    menopausal: none,
    germline: none,
    familyHistory: none,
    keyWorker: none,
    wishes: none,
    capacity: none,
    ...base,
    ...given,
  }
}

export function stated(...texts: string[]) {
  return { missing: null, items: texts.map(text => ({ text, source: null })) }
}

export function buildConflict(given: Partial<Conflict> = {}): Conflict {
  return {
    kind: 'conflict',
    label: 'X1',
    title: 'PR in A',
    about: [],
    statements: [
      { short: '3 %', text: '3 %', source: at('text') },
      { short: '5 %', text: '5 %', source: at('Figure 3c') },
    ],
    settlement: null,
    ...base,
    ...given,
  }
}

/** A case of these entries; the first has the id `buildId(1)`, and so on. */
export function buildCase(bodies: EntryBody[], details: Partial<PatientDetails> = {}): Case {
  return {
    patient: {
      id: PatientId.parse('10000000-0000-4000-8000-000000000000'),
      revision: 1,
      archived: false,
      details: {
        familyName: null,
        givenName: null,
        caseName: 'Synthetic case',
        title: null,
        born: null,
        ageAsReported: null,
        sex: 'female',
        gender: null,
        deceased: null,
        identifiers: [],
        ...details,
      },
    },
    entries: bodies.map((body, index) => ({ id: buildId(index + 1), revision: 1, body })),
  }
}
