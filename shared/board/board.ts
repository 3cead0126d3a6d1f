import type { Side } from '../case/common.ts'
import type { Pin } from '../case/lesion.ts'
import type { Certainty } from '../case/site.ts'
import type { Course, Sign } from '../codes/skin/assessment.ts'
import type { Day } from '../dates/calendar.ts'
import type { EntryId, MeetingId, PatientId } from '../ids.ts'
import type { CutoffId } from '../receptors/cutoffId.ts'
import type { Axis } from './axis.ts'
import type { DetailGroup } from './details.ts'
import type { Fact } from './fact.ts'

/** Everything that the board and the paper say of one case. All of its wording is here; nothing else adds any. */
export type Board = Readonly<{
  version: 1
  banner: Banner
  rule: RuleInForce
  /** The course in one line: recorded facts only, joined by arrows. */
  story: readonly Fact[]
  /** The second line: the last two specimens compared, what is given now, how it goes. */
  storyMore: readonly Fact[]
  question: Fact
  ecog: Fact
  context: readonly Labelled[]
  counts: Counts
  sites: readonly BoardSite[]
  /** What is said once of all suspected sites instead of in each row; null where none is suspected. */
  suspectedTogether: Readonly<{ heading: Fact; remarks: readonly Fact[] }> | null
  /** In the order of collection, oldest first; those without any date last. */
  specimens: readonly BoardSpecimen[]
  /** Rows of the receptor lane: ER, PR, HER2, Ki-67, then any other marker that was reported. */
  markers: readonly string[]
  /** Which calls turn on the rule: under each cut-off, for ER and PR, what differs from the others. */
  callsByRule: readonly CallsUnderRule[]
  receptorRemarks: readonly Fact[]
  systemic: readonly BoardSystemic[]
  local: readonly BoardLocal[]
  imaging: readonly BoardImaging[]
  assessments: readonly BoardAssessment[]
  /** Skin lesions in the order in which they were first seen. */
  lesions: readonly BoardLesion[]
  /** Notes on skin lesions, oldest first. */
  skinNotes: readonly BoardSkinNote[]
  /** Intervals such as disease-free time, each with its definition. */
  intervals: readonly Fact[]
  conflicts: readonly BoardConflict[]
  missing: readonly BoardMissing[]
  documents: readonly BoardDocument[]
  /** Newest first; those to come too. */
  meetings: readonly BoardMeeting[]
  /** The ways in which the time axis can be drawn; the first is the default. */
  axes: readonly Axis[]
}>

export type Labelled = Readonly<{ label: string; fact: Fact }>

export type Banner = Readonly<{
  patientId: PatientId
  archived: boolean
  name: Fact
  born: Fact
  age: Fact | null
  sex: Fact
  gender: Fact | null
  identifiers: readonly Labelled[]
  deceased: Fact | null
  allergies: Fact
}>

export type RuleInForce = Readonly<{
  cutoff: CutoffId
  /** "≥ 1 %" */
  label: string
  /** "ASCO/CAP 2020" */
  source: string
  /** "Calls at ≥ 1 % (ASCO/CAP 2020)" */
  sentence: Fact
  choices: readonly Readonly<{ cutoff: CutoffId; label: string; source: string }>[]
}>

export type Counts = Readonly<{
  confirmed: Fact
  suspected: Fact
  excluded: Fact | null
  specimens: Fact
  conflicts: Fact
  missing: Fact
}>

export type BoardSite = Readonly<{
  entry: EntryId
  /** Where it was read: documents and places in them. */
  source: Fact | null
  /** "P" for a primary (P1, P2 where there are several), else 1, 2, 3 in the order of the list. */
  number: string
  /** Heading under which it is listed, such as "Bone". */
  group: string
  /** Id in the body-site list, for the figure; null for free text. */
  bodySite: string | null
  side: Side | null
  certainty: Certainty
  /** "Scalp, side not stated" */
  name: Fact
  /** The name without what the group heading already says: "Right, upper". */
  nameInGroup: Fact
  certaintyWord: Fact
  firstSeen: Fact
  /** The date alone where the axis says what it counts from: "32nd month". */
  firstSeenShort: Fact
  foundBy: Fact
  /** Size, lesion count, bone type, symptoms, findings, stage: what is recorded, in this order. */
  details: readonly Fact[]
  /** The last known state of its course, or that the course is not recorded. */
  status: Fact
  /** Labels of the specimens taken from it. */
  specimens: readonly string[]
  /** The skin lesions that are, or belong to, it. */
  lesions: readonly EntryId[]
  conflicts: readonly string[]
  /** What an interval line in its row says, such as "32nd month: first metastasis …". */
  interval: Fact | null
  isSkin: boolean
}>

export type Direction = 'up' | 'down' | 'both'

export type BoardResult = Readonly<{
  marker: string
  /** As reported: "80 %", "90 % | 9 %", "negative", "not reported". */
  value: Fact
  /** Several readings, each on its own, when they disagree; else empty. */
  readings: readonly Fact[]
  /** For the bar: percentages of the reading(s), lowest and highest; null where no percentage was reported. */
  bar: Readonly<{ low: number; high: number }> | null
  /** Percentages that each reading can stand for: "<10" is 0 to 10. Empty where no percentage was reported. */
  spans: readonly Readonly<{ low: number; high: number }>[]
  missing: boolean
  /** The call under the rule in force; null for a marker without one. */
  call: Fact | null
  /** Quiet: the value differs from the specimen before: "from 90 %"; "from 90 % in A" where that is not `comparedWith`. */
  change: Readonly<{ direction: Direction; fact: Fact }> | null
  /** Strong: the call changed. "positive → negative" */
  flag: Readonly<{ direction: Direction; fact: Fact }> | null
  /** Why a change cannot be judged: "change not evaluable". */
  notEvaluable: Fact | null
  /** Method, intensity, scores, what the report itself called it, derived labels. */
  details: readonly Fact[]
}>

export type BoardSpecimen = Readonly<{
  entry: EntryId
  /** Where it was read: documents and places in them. */
  source: Fact | null
  label: string
  /** "Scalp", "Breast, right", "Sentinel nodes" */
  from: Fact
  /** "biopsy", "core needle biopsy", "surgical specimen" */
  procedure: Fact
  collected: Fact
  /** Histology, grade, nodes, margins, invasion, representativeness, the report's own subtype. */
  details: readonly Fact[]
  /** One for each of the board's markers, in their order. */
  results: readonly BoardResult[]
  hasReceptors: boolean
  /** For a specimen without receptors: what it showed. */
  withoutReceptors: Fact | null
  /** The specimen before, with its place and date; null for the first with receptors. */
  comparedWith: Fact | null
  subtype: Readonly<{ label: Fact; criterion: Fact }> | null
  site: EntryId | null
  lesion: EntryId | null
  conflicts: readonly string[]
}>

export type CallsUnderRule = Readonly<{
  marker: string
  cutoff: CutoffId
  fact: Fact
}>

/** How a drug family is drawn; the pattern alone must be enough. */
export const FAMILIES = [
  'endocrine',
  'chemotherapy',
  'cdk46',
  'her2',
  'adc',
  'immunotherapy',
  'targeted',
  'radiopharmaceutical',
  'bone',
  'supportive',
  'unknown',
] as const
export type Family = (typeof FAMILIES)[number]

export type BoardSystemic = Readonly<{
  entry: EntryId
  /** Where it was read: documents and places in them. */
  source: Fact | null
  /** Drug names in full, joined by +. */
  name: Fact
  family: Family
  families: readonly Family[]
  /** False for bone-modifying and supportive drugs, which are never a line. */
  isLine: boolean
  /** "1", "not set", "adjuvant" */
  line: Fact
  setting: Fact
  started: Fact
  ended: Fact
  ongoing: boolean
  /** Cycles, duration, doses, best response, reason stopped. */
  details: readonly Fact[]
  /** The words beside its bar. */
  caption: Fact
  conflicts: readonly string[]
}>

export type BoardLocal = Readonly<{
  entry: EntryId
  /** Where it was read: documents and places in them. */
  source: Fact | null
  modality: 'surgery' | 'radiotherapy' | 'electrochemotherapy' | 'woundCare' | 'other'
  /** "S", "RT", "ECT", "W", "L": the letters in its mark. */
  mark: string
  modalityWord: string
  what: Fact
  when: Fact
  details: readonly Fact[]
  caption: Fact
  conflicts: readonly string[]
}>

export type BoardImaging = Readonly<{
  entry: EntryId
  /** Where it was read: documents and places in them. */
  source: Fact | null
  what: Fact
  when: Fact
  findings: Fact
  details: readonly Fact[]
  caption: Fact
  conflicts: readonly string[]
}>

export type BoardAssessment = Readonly<{
  entry: EntryId
  /** Where it was read: documents and places in them. */
  source: Fact | null
  type: 'response' | 'ecog' | 'tumourMarker' | 'clinical'
  what: Fact
  when: Fact
  caption: Fact
  conflicts: readonly string[]
}>

/** A recorded size of a lesion for a chart, in millimetres. */
export type LesionSizePoint = Readonly<{
  /** The note that it is from; its date is on the axis. */
  note: EntryId
  /** Which of several it was. */
  of: string | null
  diameters: readonly number[]
  elevation: number | null
  approximate: boolean
  text: string
}>

export type BoardLesion = Readonly<{
  entry: EntryId
  /** Where it was read: documents and places in them. */
  source: Fact | null
  /** "L1" */
  label: string
  bodySite: string | null
  side: Side | null
  pin: Pin | null
  /** "Scalp, side not stated" */
  name: Fact
  /** "site 2, confirmed", or that it is linked to none: a lesion says nothing of what it is by itself. */
  what: Fact
  /** Its site's; null where it has none. */
  certainty: Certainty | null
  firstSeen: Fact
  context: Fact
  /** Number, extent, relation to scar, primary and radiation field: what is recorded, in this order. */
  details: readonly Fact[]
  /** Every recorded size with its date, oldest first. */
  sizes: Fact
  /** The course that was stated last, by whom and when. */
  course: Fact
  /** Signs for reassessment whose last answer is yes. */
  signs: readonly Fact[]
  noted: Fact
  /** Its biopsies, oldest first, with their receptors as reported. */
  specimens: readonly Readonly<{ entry: EntryId; fact: Fact }>[]
  /** Local treatments of it. */
  treatments: readonly Readonly<{ entry: EntryId; fact: Fact }>[]
  site: EntryId | null
  /** Its notes, oldest first. */
  notes: readonly EntryId[]
  /** Those of it and of its notes, oldest first, and what is said of them together; null without any. */
  photographs: Readonly<{ fact: Fact; entries: readonly EntryId[] }> | null
  sizePoints: readonly LesionSizePoint[]
  conflicts: readonly string[]
}>

export type BoardSkinNote = Readonly<{
  entry: EntryId
  /** Where it was read: documents and places in them. */
  source: Fact | null
  lesion: EntryId
  /** "Note on skin lesion L1" */
  what: Fact
  when: Fact
  author: Fact
  /** All that was recorded, under headings. */
  groups: readonly DetailGroup[]
  /** Signs for reassessment that were ticked. */
  signs: readonly Sign[]
  course: Course | null
  /** The words beside its mark. */
  caption: Fact
  conflicts: readonly string[]
}>

export type BoardConflict = Readonly<{
  /** Null for one that was found by comparing readings and is not yet written down by a person. */
  entry: EntryId | null
  label: string
  title: Fact
  statements: readonly Readonly<{ short: Fact; text: Fact; source: Fact }>[]
  settled: Fact | null
  about: readonly Readonly<{ entry: EntryId; facet: string | null }>[]
}>

export type BoardMissing = Readonly<{
  id: string
  fact: Fact
  /** Where it can be filled in. */
  goTo: Readonly<{ kind: string; entry: EntryId | null; field: string | null }>
}>

export type BoardDocument = Readonly<{ entry: EntryId; title: Fact; details: readonly Fact[] }>

/** One meeting that has the case on its list, and what it decided. */
export type BoardMeeting = Readonly<{
  /** The meeting's id, by which the axis and the details select it like an entry. */
  entry: EntryId
  meeting: MeetingId
  day: Day
  /** "19-Nov-2026 14:00" */
  when: Fact
  title: Fact
  /** "for discussion", "not discussed: protocol …", "deferred: imaging not ready …" */
  state: Fact
  cameFrom: Fact | null
  question: Fact
  presenter: Fact | null
  /** Results that were or are awaited. */
  awaited: readonly Fact[]
  /** Null where nothing was typed yet. */
  outcome: BoardOutcome | null
  /** The words beside its mark on the axis. */
  caption: Fact
}>

export type BoardOutcome = Readonly<{
  /** "signed 19-Nov-2026 15:20, Dr Testa"; or that it is a draft. */
  signed: Fact
  /** "recommended", "no decision: …" */
  decision: Fact
  recommendations: readonly Fact[]
  options: Fact | null
  rationale: Fact | null
  dissent: Fact | null
  trial: Fact | null
  review: Fact | null
  rediscussion: Fact | null
  actions: readonly Fact[]
  /** Who was there, as signed. */
  attendance: Fact | null
  addenda: readonly Fact[]
  /** What was agreed with the patient, oldest first; that nothing was recorded once it is signed. */
  agreed: readonly Fact[]
  delivered: readonly Fact[]
}>
