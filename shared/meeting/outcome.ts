import { z } from 'zod'
import { INTENTS } from '../case/treatment.ts'
import { Day } from '../dates/when.ts'
import { MeetingId, OutcomeId, PatientId, UserId } from '../ids.ts'
import { Line, LONGEST_TEXT, Prose } from '../text.ts'
import { Attendee } from './attendance.ts'
import { MeetingBody } from './meeting.ts'

/** Text while it is typed: it may still be empty. */
const Typed = z
  .string()
  .max(LONGEST_TEXT)
  .refine(text => !text.includes('\0'), 'must not contain a null character')

/**
 * What a recommendation is about. CLINICAL: CLINICAL 5.1, the recommendation types of the oBDS tumour conference in the
 * words of this program; biopsy, imaging, trial and palliative care from the other sources named there.
 */
export const RECOMMENDATION_TYPES = [
  'surgery',
  'radiotherapy',
  'chemotherapy',
  'endocrine',
  'targeted',
  'immunotherapy',
  'systemic',
  'boneModifying',
  'electrochemotherapy',
  'biopsy',
  'imaging',
  'laboratory',
  'genetics',
  'trial',
  'woundCare',
  'palliativeCare',
  'psychosocial',
  'surveillance',
  'referral',
  'other',
] as const
export const RecommendationType = z.enum(RECOMMENDATION_TYPES)
export type RecommendationType = z.infer<typeof RecommendationType>

export const RECOMMENDATION_LABEL = {
  surgery: 'surgery',
  radiotherapy: 'radiotherapy',
  chemotherapy: 'chemotherapy',
  endocrine: 'endocrine therapy',
  targeted: 'targeted therapy',
  immunotherapy: 'immunotherapy',
  systemic: 'systemic therapy',
  boneModifying: 'bone-modifying agent',
  electrochemotherapy: 'electrochemotherapy',
  biopsy: 'biopsy',
  imaging: 'imaging',
  laboratory: 'laboratory tests',
  genetics: 'genetic testing',
  trial: 'clinical trial',
  woundCare: 'wound care',
  palliativeCare: 'palliative care',
  psychosocial: 'psychosocial support',
  surveillance: 'surveillance',
  referral: 'referral',
  other: 'other',
} as const satisfies Record<RecommendationType, string>

export const Intent = z.enum(INTENTS)
export type Intent = z.infer<typeof Intent>

export const INTENT_LABEL = {
  curative: 'curative',
  palliative: 'palliative',
  supportive: 'supportive',
  notStated: 'intent not stated',
} as const satisfies Record<Intent, string>

export const Recommendation = z.strictObject({
  id: z.uuid(),
  /** Null while none was chosen. */
  type: RecommendationType.nullable(),
  intent: Intent,
  text: Typed,
})
export type Recommendation = Readonly<z.infer<typeof Recommendation>>

/** Something that a person is to do after the meeting. */
export const Action = z.strictObject({
  id: z.uuid(),
  text: Typed,
  owner: Typed.max(500),
  due: Day.nullable(),
})
export type Action = Readonly<z.infer<typeof Action>>

export const DECISIONS = ['recommended', 'noDecision', 'notDiscussed'] as const
export const Decision = z.enum(DECISIONS)
export type Decision = z.infer<typeof Decision>

export const DECISION_LABEL = {
  recommended: 'recommended',
  noDecision: 'no decision',
  notDiscussed: 'not discussed',
} as const satisfies Record<Decision, string>

/** The case is to be discussed again: at a day, at a meeting that is planned, or when the words say. */
export const Rediscussion = z.strictObject({
  on: Day.nullable(),
  meetingId: MeetingId.nullable(),
  words: Typed,
})
export type Rediscussion = Readonly<z.infer<typeof Rediscussion>>

/** What is typed in the meeting. CLINICAL: FEATURES O1, CLINICAL 5.3. Text may be empty until it is signed. */
export const OutcomeBody = z.strictObject({
  /** Null while nothing was decided yet. */
  decision: Decision.nullable(),
  /** Why there is no decision, or why it was not discussed (protocol or reason). */
  reason: Typed,
  recommendations: z.array(Recommendation).max(20),
  /** Options considered. */
  options: Typed,
  rationale: Typed,
  actions: z.array(Action).max(40),
  dissent: Typed,
  trial: Typed,
  reviewOn: Day.nullable(),
  rediscussion: Rediscussion.nullable(),
})
export type OutcomeBody = Readonly<z.infer<typeof OutcomeBody>>

export const BLANK_OUTCOME: OutcomeBody = {
  decision: null,
  reason: '',
  recommendations: [],
  options: '',
  rationale: '',
  actions: [],
  dissent: '',
  trial: '',
  reviewOn: null,
  rediscussion: null,
}

/** Who locked an outcome and what stood around it then; the hash is over all that was signed. */
export const Signature = z.strictObject({
  at: z.iso.datetime(),
  userId: UserId,
  userName: Line,
  /** SHA-256 of the signed content, in hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The meeting as it stood. */
  meeting: MeetingBody.pick({ day: true, start: true, title: true, place: true, chair: true }),
  /** Who was noted as present or expected, or sent apologies. */
  attendance: z.array(Attendee),
  /** The question as it was asked; null where none was recorded. */
  question: Prose.nullable(),
})
export type Signature = Readonly<z.infer<typeof Signature>>

/** What was added after signing. It stands after the old text and never replaces it. */
export const Addendum = z.strictObject({
  id: z.uuid(),
  at: z.iso.datetime(),
  userName: Line,
  text: Prose,
})
export type Addendum = Readonly<z.infer<typeof Addendum>>

/** CLINICAL: what was planned may differ from what is agreed with the patient, and from what is delivered (CLINICAL 5.1). */
export const AGREEMENTS = ['agreed', 'declined', 'changed'] as const
export const AGREEMENT_LABEL = {
  agreed: 'agreed with the patient',
  declined: 'declined by the patient',
  changed: 'changed with the patient',
} as const satisfies Record<(typeof AGREEMENTS)[number], string>
export const DELIVERIES = ['asRecommended', 'deviating', 'notDelivered'] as const
export const DELIVERY_LABEL = {
  asRecommended: 'delivered as recommended',
  deviating: 'delivered with a deviation',
  notDelivered: 'not delivered',
} as const satisfies Record<(typeof DELIVERIES)[number], string>

/** What became of a recommendation: records of their own, open after signing. `recommendation` is null for the outcome as a whole. */
export const FollowUpBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('agreed'),
    recommendation: z.uuid().nullable(),
    state: z.enum(AGREEMENTS),
    on: Day.nullable(),
    /** Needed where it was declined or changed. */
    reason: Prose.nullable(),
    note: Prose.nullable(),
  }),
  z.strictObject({
    kind: z.literal('delivered'),
    recommendation: z.uuid().nullable(),
    state: z.enum(DELIVERIES),
    on: Day.nullable(),
    /** Needed where it deviates or was not delivered. */
    reason: Prose.nullable(),
    note: Prose.nullable(),
  }),
])
export type FollowUpBody = Readonly<z.infer<typeof FollowUpBody>>

export const FollowUp = z.strictObject({
  id: z.uuid(),
  revision: z.int().min(1),
  at: z.iso.datetime(),
  userName: Line,
  body: FollowUpBody,
})
export type FollowUp = Readonly<z.infer<typeof FollowUp>>

/** What became of an action; null while it is open. */
export const ActionDone = z.strictObject({ on: Day, by: Line, note: Prose.nullable() })
export type ActionDone = Readonly<z.infer<typeof ActionDone>>

export const ActionProgress = z.strictObject({
  actionId: z.uuid(),
  revision: z.int().min(1),
  done: ActionDone.nullable(),
})
export type ActionProgress = Readonly<z.infer<typeof ActionProgress>>

/** What one meeting decided for one patient, with all that followed. */
export const Outcome = z.strictObject({
  id: OutcomeId,
  meetingId: MeetingId,
  patientId: PatientId,
  revision: z.int().min(1),
  savedAt: z.iso.datetime(),
  savedBy: Line,
  body: OutcomeBody,
  signed: Signature.nullable(),
  /** Oldest first. */
  addenda: z.array(Addendum),
  /** Oldest first. */
  followUps: z.array(FollowUp),
  /** Of those actions whose state was recorded; the others are open. */
  progress: z.array(ActionProgress),
})
export type Outcome = Readonly<z.infer<typeof Outcome>>
