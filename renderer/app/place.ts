import type { PatientId } from '../../shared/ids.ts'
import type { GoTo } from '../features/board/entryTarget.ts'
import type { MeetingPlace } from '../features/meetings/meetingState.ts'

/** The screen that stands behind a board, or on its own. */
export type ScreenAt = Readonly<{ at: 'patients' }> | MeetingPlace

/** Where the window is: a screen, or the board of a patient who was opened from it. */
export type Place = Readonly<{
  screen: ScreenAt
  patientId: PatientId | null
  /** With which form the board begins; once it is saved, it goes back to the screen. */
  goTo?: GoTo | null
  /** Something was presented from here; until somebody goes on, only a neutral screen is shown when that is over. */
  hasPresented?: boolean
}>

/** The same, in which workspace. */
export type PlaceIn = Place & Readonly<{ workspace: string | null }>

export const PATIENTS: ScreenAt = { at: 'patients' }
