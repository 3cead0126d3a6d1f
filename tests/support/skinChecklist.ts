import type { EntryBody } from '../../shared/case/entry.ts'
import type { Lesion } from '../../shared/case/lesion.ts'
import type { SkinNote } from '../../shared/case/skinNote.ts'
import {
  COLOUR_LABEL,
  DESCRIPTOR_LABEL,
  PATTERN_LABEL,
  PRESENTATION_LABEL,
} from '../../shared/codes/skin/appearance.ts'
import {
  ARRANGED_LABEL,
  CHANGE_LABEL,
  COURSE_LABEL,
  DIFFERENTIAL_LABEL,
  EXAMINED_LABEL,
  SIGN_LABEL,
} from '../../shared/codes/skin/assessment.ts'
import {
  ECT_BENEFIT_LABEL,
  ECT_SIDE_EFFECT_LABEL,
} from '../../shared/codes/skin/electrochemotherapyWords.ts'
import {
  FINDING_LABEL,
  LYMPHOEDEMA_CARE_LABEL,
  LYMPHOEDEMA_PLACE_LABEL,
} from '../../shared/codes/skin/findings.ts'
import { DRESSING_LABEL, NEED_LABEL } from '../../shared/codes/skin/woundWords.ts'
import type { Quantity } from '../../shared/values/quantity.ts'
import { buildLocal, buildSpecimen, entryId } from './builders.ts'
import {
  buildEct,
  buildFollowUp,
  buildLesion,
  buildSkinNote,
  buildWound,
  lesionSize,
} from './skinBuilders.ts'

/** An item of a checklist of CLINICAL: the body that records it, and the words in which the board says it. */
export type Item = Readonly<{ item: string; body: EntryBody; says: string }>

function quantity(low: number, unit: string | null, more: Partial<Quantity> = {}): Quantity {
  return { comparator: '=', low, high: null, unit, verbatim: null, ...more }
}

function note(item: string, fields: Partial<SkinNote>, says: string): Item {
  return { item, body: buildSkinNote(fields), says }
}

function lesion(item: string, fields: Partial<Lesion>, says: string): Item {
  return { item, body: buildLesion({ label: 'L2', ...fields }), says }
}

function ect(item: string, fields: Parameters<typeof buildEct>[0], says: string): Item {
  const body = buildLocal({
    modality: 'electrochemotherapy',
    what: [{ text: 'electrochemotherapy', source: null }],
    skinLesions: [entryId(1)],
    ect: buildEct(fields),
  })
  return { item: `electrochemotherapy: ${item}`, body, says }
}

function wound(item: string, fields: Parameters<typeof buildWound>[0], says: string): Item {
  return note(`wound: ${item}`, { wound: buildWound(fields) }, says)
}

function each<K extends string>(
  labels: Readonly<Record<K, string>>,
  make: (key: K, label: string) => Item,
): Item[] {
  return (Object.entries(labels) as [K, string][]).map(([key, label]) => make(key, label))
}

const bySite = (place: string, bodySite: string, says: string) =>
  lesion(`location: ${place}`, { bodySite }, says)
const inWords = (place: string) => lesion(`location: ${place}`, { asReported: place }, place)

// CLINICAL: CLINICAL 2.1, item by item.
const PRESENTATIONS: readonly Item[] = [
  ...each(PRESENTATION_LABEL, (key, label) => note(label, { presentations: [key] }, label)),
  ...each(COLOUR_LABEL, (key, label) => note(`colour ${label}`, { colours: [key] }, label)),
  ...each(DESCRIPTOR_LABEL, (key, label) => note(label, { descriptors: [key] }, label)),
  ...each(PATTERN_LABEL, (key, label) => note(label, { patterns: [key] }, label)),
  note('no larger than a pea', { sizeWords: 'no larger than a pea' }, '“no larger than a pea”'),
  note('two diameters', { sizes: [lesionSize([12, 8])] }, '12 × 8 mm (ruler)'),
  note(
    'elevation',
    { sizes: [lesionSize([12, 8], { elevation: quantity(3, 'mm'), of: 'largest' })] },
    '12 × 8 mm (ruler), elevation 3 mm, largest',
  ),
  lesion('single', { grouping: 'single' }, 'single'),
  lesion('cluster', { grouping: 'cluster' }, 'cluster'),
  lesion('multiple', { grouping: 'multiple' }, 'multiple'),
  lesion('number as a range', { count: quantity(4, null, { high: 6 }) }, 'number: 4–6'),
  note('number seen', { count: quantity(5, null) }, '5 seen'),
  note('growth over weeks', { growth: 'weeks' }, 'growth: over weeks'),
  note('growth over months', { growth: 'months' }, 'growth: over months'),
  bySite('chest wall', 'chest-wall', 'Chest wall'),
  bySite('breast', 'skin-breast', 'Skin of the breast'),
  bySite('under the arm', 'skin-axilla', 'Skin of the axilla'),
  bySite('scalp', 'skin-scalp', 'Scalp'),
  bySite('neck', 'skin-neck', 'Skin of the neck'),
  bySite('abdomen', 'skin-abdomen', 'Skin of the abdomen'),
  bySite('back', 'skin-back', 'Skin of the back'),
  bySite('upper limbs', 'skin-upper-limb', 'Skin of the upper limb'),
  bySite('limbs', 'skin-lower-limb', 'Skin of the lower limb'),
  ...['eyelid', 'inframammary fold', 'lymphoedematous arm', 'subungual', 'umbilicus'].map(inWords),
  lesion('surgical scar', { toScar: { answer: 'yes', words: null } }, 'at or near a scar: yes'),
  lesion(
    'mastectomy site',
    { toPrimary: { answer: 'yes', words: 'mastectomy site' } },
    'near the primary: yes; “mastectomy site”',
  ),
  lesion(
    'radiation field, not assessed',
    { toField: { answer: 'notAssessed', words: null } },
    'in a radiation field: not assessed',
  ),
  lesion('first sign of cancer', { context: 'firstSignOfCancer' }, 'first sign of cancer'),
  lesion(
    'first sign of recurrence',
    { context: 'firstSignOfRecurrence' },
    'first sign of recurrence',
  ),
  lesion('coexisting disease', { context: 'coexisting' }, 'coexisting with systemic disease'),
  note('dermoscopy', { examined: ['dermoscopy'] }, 'examined: Dermoscopy'),
  note('photography', { examined: ['photography'] }, 'examined: High-resolution photography'),
]

// CLINICAL: CLINICAL 2.2.
const DIFFERENTIALS: readonly Item[] = [
  ...each(DIFFERENTIAL_LABEL, (key, label) => note(label, { differentials: [key] }, label)),
  note('differential in words', { differentialWords: 'morphoea' }, '“morphoea”'),
  note(
    'failed antibiotic',
    { failed: [{ treatment: 'antibiotic', words: 'flucloxacillin, 2 weeks' }] },
    'did not help: antibiotic; “flucloxacillin, 2 weeks”',
  ),
  note(
    'failed topical treatment',
    { failed: [{ treatment: 'topical', words: null }] },
    'did not help: topical treatment',
  ),
]

// CLINICAL: CLINICAL 2.6; bone, lung, liver, brain and the emergencies are among the findings.
const SYMPTOMS: readonly Item[] = [
  ...each(FINDING_LABEL, (key, label) =>
    note(`${label}: yes`, { findings: { [key]: 'yes' } }, label),
  ),
  ...each(FINDING_LABEL, (key, label) =>
    note(`${label}: no`, { findings: { [key]: 'no' } }, `none of: ${small(label)}`),
  ),
  ...each(FINDING_LABEL, (key, label) =>
    note(
      `${label}: not assessed`,
      { findings: { [key]: 'notAssessed' } },
      `not assessed: ${small(label)}`,
    ),
  ),
  ...each(LYMPHOEDEMA_PLACE_LABEL, (key, label) =>
    note(`lymphoedema of the ${label}`, { lymphoedemaPlaces: [key] }, `lymphoedema of: ${label}`),
  ),
  note('pain score', { painScore: 0 }, 'pain 0 of 10'),
  note('kind of pain', { painKinds: ['touch'] }, 'pain: on touch'),
  note('other symptoms', { symptoms: 'feels hot at night' }, '“feels hot at night”'),
]

function small(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}

// CLINICAL: CLINICAL 2.8, electrochemotherapy, every field.
const ELECTROCHEMOTHERAPY: readonly Item[] = [
  ect('drug', { drug: 'bleomycin' }, 'drug: bleomycin'),
  ect('dose', { dose: quantity(15000, 'IU/m²') }, 'drug dose 15000 IU/m²'),
  ect('low dose', { lowDose: 'yes' }, 'low dose: yes'),
  ect('intravenous', { route: 'intravenous' }, 'intravenous'),
  ect('intratumoural', { route: 'intratumoural' }, 'intratumoural'),
  ect('general anaesthetic', { anaesthetic: 'general' }, 'general anaesthetic'),
  ect('local anaesthetic', { anaesthetic: 'local' }, 'local anaesthetic'),
  ect('outpatient', { stay: 'outpatient' }, 'outpatient'),
  ect('day case', { stay: 'dayCase' }, 'day case'),
  ect('overnight', { stay: 'overnight' }, 'overnight'),
  ect(
    'pain relief beforehand',
    { painReliefBefore: 'oxycodone' },
    'pain relief beforehand: oxycodone',
  ),
  ect('electrode', { electrode: 'plate' }, 'electrode: plate'),
  ect(
    'needle probe',
    { electrode: 'needle', electrodeWords: 'hexagonal' },
    'electrode: needle probe; “hexagonal”',
  ),
  ect('applications', { applications: quantity(6, null) }, 'applications 6'),
  ect('pulses', { pulses: quantity(8, null) }, 'pulses 8'),
  ect('pulse length', { pulseLength: quantity(100, 'µs') }, 'pulse length 100 µs'),
  ect('field strength', { fieldStrength: quantity(1300, 'V/cm') }, 'field strength 1300 V/cm'),
  ect('duration', { duration: quantity(30, 'minutes') }, 'lasted 30 minutes'),
  ect('area', { area: 'right chest wall, 8 × 10 cm' }, 'area treated: right chest wall, 8 × 10 cm'),
  ect('single treatment', { repeat: 'single' }, 'single treatment'),
  ect('same area again', { repeat: 'sameArea' }, 'repeated in the same area'),
  ect('another area', { repeat: 'otherArea' }, 'repeated in a different area'),
  ect('irradiated skin', { irradiatedBefore: 'yes' }, 'skin irradiated before: yes'),
  ect('alongside', { alongside: 'letrozole' }, 'alongside: letrozole'),
  ect(
    'indication',
    { reasons: ['otherTreatmentFailed', 'surgeryUnsuitable'] },
    'chosen because: other treatment failed, surgery unsuitable',
  ),
  ect('contraindication', { lungCondition: 'no' }, 'lung condition against it: no'),
  ect('contraindication in words', { contraindicationWords: 'pacemaker' }, 'against it: pacemaker'),
  ect('dressing', { dressing: 'dry, changed daily' }, 'dressing afterwards: dry, changed daily'),
  ect(
    'follow-up',
    { followUps: [buildFollowUp({ by: 'Dr Testa' })] },
    'follow-up Jul-2022, Dr Testa',
  ),
  ...each(ECT_BENEFIT_LABEL, (key, label) =>
    ect(
      label,
      { followUps: [buildFollowUp({ benefits: { [key]: 'yes' } })] },
      `benefit: ${small(label)}`,
    ),
  ),
  ...each(ECT_SIDE_EFFECT_LABEL, (key, label) =>
    ect(
      label,
      { followUps: [buildFollowUp({ sideEffects: { [key]: 'yes' } })] },
      `side effects: ${small(label)}`,
    ),
  ),
  ect(
    'no hair loss',
    { followUps: [buildFollowUp({ sideEffects: { hairLoss: 'no' } })] },
    'none of: hair loss',
  ),
  ect('scabbing', { followUps: [buildFollowUp({ scabbing: 'yes' })] }, 'scabbing: yes'),
  ect('looks worse', { followUps: [buildFollowUp({ looksWorse: 'yes' })] }, 'looks worse: yes'),
]

// CLINICAL: CLINICAL 2.10.
const MONITORING: readonly Item[] = [
  ...each(SIGN_LABEL, (key, label) => note(label, { signs: { [key]: 'yes' } }, label)),
  ...each(CHANGE_LABEL, (key, label) => note(label, { changes: [key] }, label)),
  ...each(COURSE_LABEL, (key, label) => note(label, { course: key }, label.toLowerCase())),
  note(
    'healing',
    { changes: ['flattened'], attributedTo: ['healing'] },
    'flattened; put down to healing',
  ),
  note(
    'treatment effect',
    { attributedTo: ['treatmentEffect'] },
    'put down to an effect of treatment',
  ),
  note(
    'mixed response',
    { courseWords: 'smaller, while the liver grows' },
    '“smaller, while the liver grows”',
  ),
  ...each(EXAMINED_LABEL, (key, label) => note(label, { examined: [key] }, `examined: ${label}`)),
  ...each(ARRANGED_LABEL, (key, label) => note(label, { arranged: [key] }, `asked for: ${label}`)),
]

// CLINICAL: CLINICAL 2.11, with the needs of 2.12.
const WOUND_CARE: readonly Item[] = [
  ...each(DRESSING_LABEL, (key, label) => wound(label, { dressings: [key] }, `dressing: ${label}`)),
  wound('how often changed', { changes: 'twice a day' }, 'changed: twice a day'),
  wound('trauma at changes', { changeTrauma: 'yes' }, 'trauma at dressing changes: yes'),
  wound('adhesive avoided', { adhesiveAvoided: 'yes' }, 'adhesive avoided: yes'),
  wound(
    'antimicrobial cream',
    { antimicrobial: 'metronidazole gel' },
    'antimicrobial cream: metronidazole gel',
  ),
  ...['WoSSAC', 'HOPES', 'TELER', 'Toronto Symptom Assessment for Wounds'].map(instrument =>
    wound(
      instrument,
      { scales: [{ instrument, item: 'odour', value: '3 of 4' }] },
      `${instrument}, odour: “3 of 4”`,
    ),
  ),
  wound(
    'topical pain relief',
    { painRelief: [{ way: 'topical', use: 'asNeeded', what: 'lidocaine gel' }] },
    'pain relief: Topical, lidocaine gel, as needed',
  ),
  wound(
    'scheduled analgesic',
    { painRelief: [{ way: 'oral', use: 'scheduled', what: null }] },
    'pain relief: Oral analgesic, scheduled',
  ),
  wound(
    'nerve block',
    { painRelief: [{ way: 'nerveBlock', use: null, what: null }] },
    'pain relief: Nerve block',
  ),
  wound(
    'skin care',
    { skinCare: ['fragranceFree', 'patDry', 'moisturiser', 'softClothing'] },
    'skin care: fragrance-free cleanser, pat dry, moisturiser, soft clothing',
  ),
  ...each(NEED_LABEL, (key, label) => wound(label, { needs: [key] }, `needs: ${label}`)),
  note('amount of exudate', { exudateAmount: 'high' }, 'exudate: high'),
  note('culture pending', { culture: 'pending' }, 'culture: pending'),
  note(
    'culture result',
    { culture: 'growth', cultureWords: 'S. aureus' },
    'culture: growth; “S. aureus”',
  ),
  note('antibiotic', { antibiotic: 'clindamycin' }, 'antibiotic: clindamycin'),
  note('culture-guided', { cultureGuided: 'yes' }, 'antibiotic guided by the culture: yes'),
  ...each(LYMPHOEDEMA_CARE_LABEL, (key, label) =>
    note(label, { lymphoedemaCare: [key] }, `lymphoedema care: ${label}`),
  ),
]

// CLINICAL: CLINICAL 2.3, biopsies of the skin.
const BIOPSIES: readonly Item[] = (
  [
    ['punch', 'punch biopsy'],
    ['excisional', 'excisional biopsy'],
    ['incisional', 'incisional biopsy'],
    ['shave', 'shave biopsy'],
  ] as const
).map(([procedure, says]) => ({
  item: says,
  body: buildSpecimen({ procedure, lesion: entryId(1), representative: 'insufficient' }),
  says,
}))

/** The lists of CLINICAL that a dermatologist's note has to hold, by section. */
export const SKIN_LISTS = {
  '2.1 presentation': PRESENTATIONS,
  '2.2 differentials': DIFFERENTIALS,
  '2.3 biopsies': BIOPSIES,
  '2.6 symptoms': SYMPTOMS,
  '2.8 electrochemotherapy': ELECTROCHEMOTHERAPY,
  '2.10 monitoring': MONITORING,
  '2.11 wound care': WOUND_CARE,
} as const
