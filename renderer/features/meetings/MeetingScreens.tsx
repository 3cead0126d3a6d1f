import type { MeetingId, PatientId } from '../../../shared/ids.ts'
import { ActionsScreen } from '../actions/ActionsScreen.tsx'
import type { GoTo } from '../board/entryTarget.ts'
import { MeetingScreen } from './MeetingScreen.tsx'
import { MeetingsScreen } from './MeetingsScreen.tsx'
import type { MeetingPlace, MeetingRights, MeetingState } from './meetingState.ts'

type Props = Readonly<{
  screen: MeetingPlace
  rights: MeetingRights
  /** Where somebody was in the list that was open last. */
  state: MeetingState | null
  onState: (change: (before: MeetingState | null) => MeetingState) => void
  onGo: (screen: MeetingPlace) => void
  onOpen: (patientId: PatientId, goTo?: GoTo | null) => void
  onPresent: (patientId: PatientId) => void
}>

/** The meetings, one of them with its list, or the actions of all patients. */
export function MeetingScreens(props: Props) {
  const { screen, rights, state, onState, onGo, onOpen, onPresent } = props
  const openMeeting = (meetingId: MeetingId, active: PatientId | null = null) => {
    if (active !== null) onState(() => ({ meetingId, active, filters: [] }))
    onGo({ at: 'meeting', meetingId })
  }
  switch (screen.at) {
    case 'meetings':
      return <MeetingsScreen rights={rights} onOpen={openMeeting} />
    case 'actions':
      return <ActionsScreen canWrite={rights.outcome} onPatient={onOpen} onMeeting={openMeeting} />
    case 'meeting': {
      const { meetingId } = screen
      return (
        <MeetingScreen
          key={meetingId}
          meetingId={meetingId}
          rights={rights}
          state={stateOf(state, meetingId)}
          onState={part => onState(before => ({ ...stateOf(before, meetingId), ...part }))}
          onOpen={onOpen}
          onPresent={onPresent}
          onMeetings={() => onGo({ at: 'meetings' })}
        />
      )
    }
  }
}

function stateOf(state: MeetingState | null, meetingId: MeetingId): MeetingState {
  return state?.meetingId === meetingId ? state : { meetingId, active: null, filters: [] }
}
