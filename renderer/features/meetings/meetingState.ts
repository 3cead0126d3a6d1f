import { hasRight, type Role } from '../../../shared/access/role.ts'
import type { MeetingId, PatientId } from '../../../shared/ids.ts'
import type { FilterKey } from './filters.ts'

/** The screens of meetings: all of them, one with its list, or the actions of all patients. */
export type MeetingPlace =
  | Readonly<{ at: 'meetings' | 'actions' }>
  | Readonly<{ at: 'meeting'; meetingId: MeetingId }>

/** Where a person is in the list of a meeting: kept while a board is open. */
export type MeetingState = Readonly<{
  meetingId: MeetingId
  active: PatientId | null
  filters: readonly FilterKey[]
}>

/** What this user may do in meetings. */
export type MeetingRights = Readonly<{
  edit: boolean
  /** The question is a part of the case. */
  ask: boolean
  outcome: boolean
  sign: boolean
  print: boolean
  minimum: boolean
}>

export function rightsOf(role: Role): MeetingRights {
  return {
    edit: hasRight(role, 'editMeetings'),
    ask: hasRight(role, 'writeCase'),
    outcome: hasRight(role, 'writeOutcome'),
    sign: hasRight(role, 'signOutcome'),
    print: hasRight(role, 'print'),
    minimum: hasRight(role, 'manageWorkspace'),
  }
}
