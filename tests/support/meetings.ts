import { MeetingId } from '../../shared/ids.ts'
import { MeetingBody, SeriesBody } from '../../shared/meeting/meeting.ts'
import { BLANK_OUTCOME, OutcomeBody } from '../../shared/meeting/outcome.ts'

// Everything here is invented, valid, and the same at every run.

/** The n-th of a fixed row of meeting ids. */
export function meetingId(n: number): MeetingId {
  return MeetingId.parse(`00000000-0000-4000-a000-${String(n).padStart(12, '0')}`)
}

export function buildMeeting(overrides: Partial<MeetingBody> = {}): MeetingBody {
  return MeetingBody.parse({
    day: '2026-11-26',
    start: '14:00',
    title: 'Metastatic breast board',
    place: 'Room 2',
    chair: 'Dr Testa',
    seriesId: null,
    attendance: [
      { role: 'oncologist', roleWords: null, name: 'Dr Testa', presence: 'present' },
      { role: 'pathologist', roleWords: null, name: 'Dr Probe', presence: 'apologies' },
    ],
    ...overrides,
  })
}

export function buildSeries(overrides: Partial<SeriesBody> = {}): SeriesBody {
  return SeriesBody.parse({
    title: 'Metastatic breast board',
    weekday: 4,
    everyWeeks: 1,
    start: '14:00',
    place: 'Room 2',
    chair: 'Dr Testa',
    members: [{ role: 'oncologist', roleWords: null, name: 'Dr Testa' }],
    listSize: 20,
    ended: false,
    ...overrides,
  })
}

/** The n-th of a fixed row of ids of recommendations and actions. */
export function partId(n: number): string {
  return `00000000-0000-4000-b000-${String(n).padStart(12, '0')}`
}

/** An outcome that can be signed: one recommendation, one action. */
export function buildOutcome(overrides: Partial<OutcomeBody> = {}): OutcomeBody {
  return OutcomeBody.parse({
    ...BLANK_OUTCOME,
    decision: 'recommended',
    recommendations: [
      { id: partId(1), type: 'biopsy', intent: 'notStated', text: 'Biopsy of the scalp lesion' },
    ],
    rationale: 'The receptors of the metastasis are not known.',
    actions: [{ id: partId(2), text: 'Book the biopsy', owner: 'Dr Probe', due: '2026-12-03' }],
    ...overrides,
  })
}
