import { syntheticCase } from '../../electron/demo/synthetic/syntheticCase.ts'
import type { PackJob } from '../../electron/pdf/pack/packJob.ts'
import type { Case } from '../../shared/case/entry.ts'
import { ListItemId, MeetingId, OutcomeId, UserId } from '../../shared/ids.ts'
import type { ListItem } from '../../shared/meeting/listItem.ts'
import type { Meeting } from '../../shared/meeting/meeting.ts'
import type { Outcome, OutcomeBody } from '../../shared/meeting/outcome.ts'
import type { PackLine, PackOptions, PackPrinted, PackSection } from '../../shared/meeting/pack.ts'

const MEETING = MeetingId.parse('5b0c0000-0000-4000-8000-000000000001')

export const MEETING_OF_TESTS: Meeting = {
  id: MEETING,
  revision: 1,
  status: 'planned',
  body: {
    day: '2026-11-26',
    start: '14:00',
    title: 'Metastatic breast board',
    place: 'Room 2',
    chair: 'Dr Testa',
    seriesId: null,
    attendance: [
      { role: 'oncologist', roleWords: null, name: 'Dr Testa', presence: 'present' },
      { role: 'dermatologist', roleWords: null, name: 'Dr Beispiel', presence: 'expected' },
      { role: 'other', roleWords: 'study nurse', name: null, presence: 'apologies' },
    ],
  },
}

/** A list of synthetic cases, all for discussion. */
export function syntheticSections(count: number): PackSection[] {
  return Array.from({ length: count }, (_, at) => sectionOf(syntheticCase(at), at + 1))
}

export function sectionOf(of: Case, position: number): PackSection {
  return {
    item: itemOf(of, position),
    case: of,
    meetings: [
      {
        meeting: MEETING_OF_TESTS,
        item: itemOf(of, position),
        question: `Synthetic question ${position}?`,
        outcome: null,
      },
    ],
    photographs: [],
    question: `Synthetic question ${position}?`,
    readiness: { ready: true, required: [], others: [], awaited: [] },
    outcome: null,
    earlier: null,
    digest: { case: 'synthetic', outcome: null },
  }
}

/** The section after the meeting, with what was decided and signed. */
export function withOutcome(section: PackSection, body: OutcomeBody): PackSection {
  const { item, question } = section
  const outcome: Outcome = {
    id: OutcomeId.parse(item.id),
    meetingId: MEETING,
    patientId: item.patientId,
    revision: 2,
    savedAt: '2026-11-26T14:20:00.000Z',
    savedBy: 'Demo Coordinator',
    body,
    signed: {
      at: '2026-11-26T15:20:00.000Z',
      userId: UserId.parse('5b0c0000-0000-4000-8000-000000000002'),
      userName: 'Dr Testa',
      sha256: '0'.repeat(64),
      meeting: MEETING_OF_TESTS.body,
      attendance: [...MEETING_OF_TESTS.body.attendance],
      question,
    },
    addenda: [
      {
        id: '5b0c0000-0000-4000-8000-000000000003',
        at: '2026-11-27T09:00:00.000Z',
        userName: 'Dr Testa',
        text: 'The trial is closed to recruitment.',
      },
    ],
    followUps: [],
    progress: [],
  }
  return { ...section, outcome, meetings: [{ meeting: MEETING_OF_TESTS, item, question, outcome }] }
}

function itemOf(of: Case, position: number): ListItem {
  return {
    id: ListItemId.parse(`5b0c0000-0000-4000-8000-${String(1000 + position).padStart(12, '0')}`),
    revision: 1,
    meetingId: MEETING,
    patientId: of.patient.id,
    position,
    body: {
      state: { state: 'forDiscussion' },
      presenter: null,
      awaited: [],
      note: null,
      cameFrom: null,
      askedQuestion: null,
    },
  }
}

/** The job that prints these sections. */
export function packJob(
  sections: readonly PackSection[],
  options: Partial<PackOptions> = {},
  printed: PackPrinted | null = null,
): PackJob {
  return {
    kind: 'pack',
    head: {
      options: {
        meetingId: MEETING,
        kind: 'pack',
        patientIds: null,
        cutoff: '>=1',
        paper: 'A4',
        since: null,
        outcomeSheets: true,
        password: null,
        ...options,
      },
      meeting: MEETING_OF_TESTS,
      lines: sections.map(
        ({ item, case: { patient }, question, readiness }): PackLine => ({
          item,
          patient,
          question,
          readiness,
          outcome: 'none',
        }),
      ),
      sections: sections.map(({ item }) => item.patientId),
      printed,
      upTo: 1,
      printedBy: { name: 'Demo Coordinator', role: 'coordinator' },
      printedAt: '2026-11-22T14:32:00.000Z',
      today: '2026-11-22',
    },
    today: '2026-11-22',
    printedBy: { name: 'Demo Coordinator', role: 'coordinator' },
    printedAt: '22-Nov-2026 14:32',
    createdAt: '2026-11-22T14:32:00.000Z',
  }
}
