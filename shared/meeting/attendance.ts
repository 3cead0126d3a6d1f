import { z } from 'zod'
import { Line } from '../text.ts'

/** Who takes part. CLINICAL: the roles of CLINICAL 2.13; key worker, coordinator and radiation oncologist of 5.1 and 5.2. */
export const MEETING_ROLES = [
  'oncologist',
  'radiationOncologist',
  'breastSurgeon',
  'dermatologist',
  'radiologist',
  'pathologist',
  'nurseSpecialist',
  'coordinator',
  'woundCare',
  'painSpecialist',
  'palliativeCare',
  'mentalHealth',
  'socialWorker',
  'physiotherapist',
  'other',
] as const
export const MeetingRole = z.enum(MEETING_ROLES)
export type MeetingRole = z.infer<typeof MeetingRole>

export const MEETING_ROLE_LABEL = {
  oncologist: 'oncologist',
  radiationOncologist: 'radiation oncologist',
  breastSurgeon: 'breast surgeon',
  dermatologist: 'dermatologist',
  radiologist: 'radiologist',
  pathologist: 'pathologist',
  nurseSpecialist: 'nurse specialist or key worker',
  coordinator: 'coordinator',
  woundCare: 'wound-care team',
  painSpecialist: 'pain specialist',
  palliativeCare: 'palliative care',
  mentalHealth: 'counsellor or mental health',
  socialWorker: 'social worker',
  physiotherapist: 'physiotherapist',
  other: 'other',
} as const satisfies Record<MeetingRole, string>

export const PRESENCES = ['expected', 'present', 'apologies', 'absent'] as const
export const Presence = z.enum(PRESENCES)
export type Presence = z.infer<typeof Presence>

export const PRESENCE_LABEL = {
  expected: 'expected',
  present: 'present',
  apologies: 'apologies',
  absent: 'absent',
} as const satisfies Record<Presence, string>

/** A seat of a series: a role, and who usually fills it. */
export const Member = z.strictObject({
  role: MeetingRole,
  /** What the role is called where it is `other`. */
  roleWords: Line.nullable(),
  name: Line.nullable(),
})
export type Member = Readonly<z.infer<typeof Member>>

export const Attendee = Member.extend({ presence: Presence })
export type Attendee = Readonly<z.infer<typeof Attendee>>

/** What a member's role is called: the list's word, or the own words of an `other`. */
export function roleName({ role, roleWords }: Pick<Member, 'role' | 'roleWords'>): string {
  return role === 'other' && roleWords !== null ? roleWords : MEETING_ROLE_LABEL[role]
}
