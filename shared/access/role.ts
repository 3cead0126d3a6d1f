import { z } from 'zod'

export const ROLES = [
  'oncologist',
  'dermatologist',
  'coordinator',
  'administrator',
  'readOnly',
] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

export const ROLE_LABEL = {
  oncologist: 'oncologist',
  dermatologist: 'dermatologist',
  coordinator: 'coordinator',
  administrator: 'administrator',
  readOnly: 'read-only',
} as const satisfies Record<Role, string>

/** What a service may be asked to do; each service checks its own. */
export const RIGHTS = [
  'read',
  'writePatient',
  'writeCase',
  /** To add photographs, to say what they show, and to remove them. */
  'photograph',
  'print',
  'editMeetings',
  'writeOutcome',
  'signOutcome',
  'manageWorkspace',
] as const
export type Right = (typeof RIGHTS)[number]

// SECURITY: rights are decided here and checked in the services, never on the screen alone (FEATURES A1).
const GRANTED = {
  oncologist: RIGHTS,
  dermatologist: [
    'read',
    'writePatient',
    'writeCase',
    'photograph',
    'print',
    'editMeetings',
    'writeOutcome',
  ],
  coordinator: ['read', 'writePatient', 'writeCase', 'print', 'editMeetings', 'writeOutcome'],
  administrator: ['read', 'writePatient', 'print', 'editMeetings', 'manageWorkspace'],
  readOnly: ['read', 'print'],
} as const satisfies Record<Role, readonly Right[]>

/** Whether a role grants a right. */
export function hasRight(role: Role, right: Right): boolean {
  return (GRANTED[role] as readonly Right[]).includes(right)
}
