import { describe, expect, test } from 'vitest'
import type { BoardMeeting } from '../../../shared/board/board.ts'
import { boardOf } from '../../../shared/board/boardOf.ts'
import { detailGroups, meetingGroups } from '../../../shared/board/details.ts'
import { collectFacts } from '../../../shared/board/fact.ts'
import { entryOfMeeting } from '../../../shared/board/meetings.ts'
import type { PatientMeeting } from '../../../shared/meeting/patientMeetings.ts'
import { drawTimeline } from '../../../shared/timeline/drawTimeline.ts'
import { buildCase, buildEntry, buildLocal, on } from '../../support/builders.ts'
import { meetingId, partId } from '../../support/meetings.ts'
import { meetingOn, SIGNED } from '../../support/patientMeetings.ts'

const surgery = buildEntry(1, buildLocal({ modality: 'surgery', started: on('2026-01-10') }))
const zone = () => 60

function boardWith(...list: PatientMeeting[]) {
  const today = '2026-12-05'
  return boardOf(buildCase([surgery]), { cutoff: '>=1', today, meetings: { list, zone } })
}

function said(meeting: BoardMeeting | undefined): string[] {
  if (meeting === undefined) throw new Error('no meeting')
  return meetingGroups(meeting).map(
    ({ label, facts }) => `${label}: ${facts.map(({ text }) => text).join(' | ')}`,
  )
}

describe('a meeting on the board', () => {
  test('says what was asked, decided, added, agreed and delivered, each in its own words', () => {
    const { meetings } = boardWith(
      meetingOn(
        1,
        '2026-11-19',
        { presenter: 'Dr Probe' },
        {
          signed: SIGNED,
          addenda: [
            {
              id: partId(60),
              at: '2026-11-20T08:00:00.000Z',
              userName: 'Dr Testa',
              text: 'It agrees.',
            },
          ],
          followUps: [
            {
              id: partId(61),
              revision: 1,
              at: '2026-11-21T08:00:00.000Z',
              userName: 'Dr Probe',
              body: {
                kind: 'agreed',
                recommendation: null,
                state: 'declined',
                on: '2026-11-21',
                reason: 'Prefers to wait.',
                note: null,
              },
            },
          ],
        },
      ),
    )
    expect(said(meetings[0])).toEqual([
      'Meeting: Metastatic breast board | 19-Nov-2026 14:00',
      'On its list: for discussion',
      'Question: What next?',
      'Presented by: Dr Probe',
      'Outcome: recommended | signed 19-Nov-2026 15:20, Dr Testa',
      'Recommendations: biopsy, intent not stated: Biopsy of the scalp lesion',
      'Rationale: The receptors of the metastasis are not known.',
      'Actions: Book the biopsy: Dr Probe, due 03-Dec-2026, open, overdue',
      'Attendance: oncologist Dr Testa, present; pathologist Dr Probe, apologies',
      'Addenda: 20-Nov-2026 09:00, Dr Testa: It agrees.',
      'Agreed with the patient: declined by the patient, 21-Nov-2026: Prefers to wait. (recorded by Dr Probe)',
      'Delivered: not recorded',
    ])
  })

  test('says that an outcome is a draft, and nothing of what follows a signature', () => {
    const [meeting] = boardWith(meetingOn(1, '2026-11-19', {}, {})).meetings
    expect(meeting?.outcome?.signed).toMatchObject({ text: 'draft, not signed', tone: 'missing' })
    expect([meeting?.outcome?.agreed, meeting?.outcome?.delivered]).toEqual([[], []])
  })

  test('says why it was not discussed, deferred and to when, where it comes from, what is awaited', () => {
    const awaited = {
      id: partId(70),
      what: 'CT report',
      from: 'Radiology',
      since: '2026-11-18',
      expected: null,
      arrived: null,
      entry: null,
    }
    const cameFrom = { meetingId: meetingId(1), day: '2026-11-19', cause: 'imaging', words: null }
    const [next, last, first] = boardWith(
      meetingOn(2, '2026-11-26', { cameFrom, awaited: [awaited] }),
      meetingOn(1, '2026-11-19', {
        state: { state: 'deferred', cause: 'imaging', words: null, to: meetingId(2) },
      }),
      meetingOn(3, '2026-11-12', {
        state: { state: 'notDiscussed', protocol: 'M-1', reason: null },
      }),
    ).meetings
    expect(next?.cameFrom?.text).toBe('deferred from 19-Nov-2026: imaging not ready')
    expect(next?.awaited[0]).toMatchObject({
      text: 'CT report, from Radiology, since 18-Nov-2026: awaited',
      tone: 'missing',
    })
    expect(last?.state.text).toBe('deferred: imaging not ready, to 26-Nov-2026')
    expect(first?.state.text).toBe('listed, not discussed: M-1')
  })

  test('lies on the axis at its day, in a lane that there is only with meetings', () => {
    const draw = (board: ReturnType<typeof boardWith>) => {
      const [axis] = board.axes
      if (axis === undefined) throw new Error('no axis')
      const size = { width: 1200, rowHeight: 18, labelWidth: 200, density: 'screen' } as const
      return drawTimeline({ board, axis, selected: null, ...size })
    }
    expect(draw(boardWith()).lanes.map(({ name }) => name)).not.toContain('meetings')
    const board = boardWith(meetingOn(1, '2026-11-19', {}, { signed: SIGNED }))
    const { lanes, rows } = draw(board)
    expect(lanes.at(-1)?.name).toBe('meetings')
    expect(rows.find(({ kind }) => kind === 'meeting')?.label).toBe(
      'Meeting: Metastatic breast board; 19-Nov-2026 14:00; for discussion; recommended; biopsy, intent not stated: Biopsy of the scalp lesion',
    )
    const calendar = board.axes.find(({ id }) => id === 'calendar')
    const place = calendar?.places[`${entryOfMeeting(meetingId(1))}:start`]
    expect(place?.low).toBeCloseTo(2026 * 12 + 10 + 18 / 30, 6)
  })

  test('is selected like an entry, and each of its facts has an id of its own', () => {
    const board = boardWith(meetingOn(1, '2026-11-19', {}, { signed: SIGNED }))
    expect(detailGroups(board, entryOfMeeting(meetingId(1)))[0]?.label).toBe('Meeting')
    const ids = collectFacts(board).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
