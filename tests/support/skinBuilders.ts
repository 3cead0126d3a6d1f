import { Electrochemotherapy } from '../../shared/case/electrochemotherapy.ts'
import { Lesion } from '../../shared/case/lesion.ts'
import { SkinNote } from '../../shared/case/skinNote.ts'
import { WoundCare } from '../../shared/case/wound.ts'
import { entryId, on } from './builders.ts'

// Everything here is invented, valid, and the same at every run.

const noSource = { sources: [], note: null }
const unknown = { answer: null, words: null }

export function buildLesion(overrides: Partial<Lesion> = {}): Lesion {
  return Lesion.parse({
    kind: 'lesion',
    label: 'L1',
    bodySite: 'skin-scalp',
    asReported: null,
    side: null,
    subsite: null,
    pin: null,
    grouping: null,
    count: null,
    extent: null,
    toScar: unknown,
    toPrimary: unknown,
    toField: unknown,
    context: 'notStated',
    firstSeen: on('2022-05'),
    site: null,
    ...noSource,
    ...overrides,
  })
}

/** A note that records nothing but its date; `lesion` is the first entry unless it is given. */
export function buildSkinNote(overrides: Partial<SkinNote> = {}): SkinNote {
  return SkinNote.parse({
    kind: 'skinNote',
    lesion: entryId(1),
    when: on('2022-05-03'),
    author: null,
    count: null,
    sizes: [],
    sizeWords: null,
    presentations: [],
    patterns: [],
    colours: [],
    descriptors: [],
    appearance: null,
    findings: {},
    symptoms: null,
    exudateAmount: null,
    painScore: null,
    painKinds: [],
    culture: null,
    cultureWords: null,
    antibiotic: null,
    cultureGuided: null,
    lymphoedemaPlaces: [],
    lymphoedemaCare: [],
    failed: [],
    differentials: [],
    differentialWords: null,
    growth: null,
    growthWords: null,
    course: null,
    changes: [],
    attributedTo: [],
    courseWords: null,
    signs: {},
    wound: null,
    examined: [],
    arranged: [],
    arrangedWords: null,
    text: null,
    ...noSource,
    ...overrides,
  })
}

/** A size of a lesion in millimetres, by ruler. */
export function lesionSize(
  diameters: readonly number[],
  overrides: Partial<SkinNote['sizes'][number]> = {},
): SkinNote['sizes'][number] {
  const measured: SkinNote['sizes'][number]['measured'] = {
    diameters: [...diameters],
    unit: 'mm',
    approximate: false,
    method: 'ruler',
    when: [],
    verbatim: null,
    source: null,
  }
  return { measured, elevation: null, of: null, ...overrides }
}

export function buildWound(overrides: Partial<WoundCare> = {}): WoundCare {
  return WoundCare.parse({
    dressings: [],
    dressingWords: null,
    changes: null,
    changeTrauma: null,
    adhesiveAvoided: null,
    antimicrobial: null,
    scales: [],
    painRelief: [],
    skinCare: [],
    needs: [],
    needWords: null,
    ...overrides,
  })
}

export function buildEct(overrides: Partial<Electrochemotherapy> = {}): Electrochemotherapy {
  return Electrochemotherapy.parse({
    drug: null,
    dose: null,
    lowDose: null,
    route: null,
    anaesthetic: null,
    stay: null,
    painReliefBefore: null,
    electrode: null,
    electrodeWords: null,
    applications: null,
    pulses: null,
    pulseLength: null,
    fieldStrength: null,
    duration: null,
    area: null,
    repeat: null,
    irradiatedBefore: null,
    alongside: null,
    reasons: [],
    reasonWords: null,
    lungCondition: null,
    contraindicationWords: null,
    dressing: null,
    followUps: [],
    ...overrides,
  })
}

export function buildFollowUp(
  overrides: Partial<Electrochemotherapy['followUps'][number]> = {},
): Electrochemotherapy['followUps'][number] {
  return {
    when: on('2022-07'),
    by: null,
    benefits: {},
    sideEffects: {},
    scabbing: null,
    looksWorse: null,
    dressing: null,
    text: null,
    ...overrides,
  }
}
