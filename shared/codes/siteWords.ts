import type { BONE_TYPES, Certainty, SITE_ROLES, SITE_STATUSES } from '../case/site.ts'

export const SITE_ROLE_LABEL = {
  primary: 'Primary',
  localRecurrence: 'Local recurrence',
  regional: 'Regional',
  distant: 'Distant',
  notStated: 'Local, regional or distant not stated',
} as const satisfies Record<(typeof SITE_ROLES)[number], string>

export const CERTAINTY_LABEL = {
  confirmed: 'Confirmed',
  suspected: 'Suspected',
  excluded: 'Excluded',
} as const satisfies Record<Certainty, string>

export const SITE_STATUS_LABEL = {
  active: 'Active',
  responding: 'Responding',
  stable: 'Stable',
  progressing: 'Progressing',
  resolved: 'Resolved',
  treated: 'Treated',
} as const satisfies Record<(typeof SITE_STATUSES)[number], string>

/** CLINICAL: lytic and blastic are named in CLINICAL 2.7; mixed and unknown complete the list. No code is given there. */
export const BONE_TYPE_LABEL = {
  lytic: 'Lytic',
  blastic: 'Blastic',
  mixed: 'Mixed lytic and blastic',
  unknown: 'Lytic or blastic unknown',
} as const satisfies Record<(typeof BONE_TYPES)[number], string>
