import { expect, test } from 'vitest'
import { boardOf } from '../../../shared/board/boardOf.ts'
import { detailGroups } from '../../../shared/board/details.ts'
import type { Entry } from '../../../shared/case/entry.ts'
import type { Consent } from '../../../shared/case/photograph.ts'
import { describeAct } from '../../../shared/history/describeChange.ts'
import { markBoard } from '../../../shared/since/markBoard.ts'
import { newsOf } from '../../../shared/since/newsOf.ts'
import { buildCase, buildEntry, buildPhotograph, entryId, on } from '../../support/builders.ts'
import { buildLesion, buildSkinNote } from '../../support/skinBuilders.ts'

const READING = { cutoff: '>=1', today: '2026-11-22' } as const
const LESION = entryId(1)

const GIVEN: Consent = {
  purposes: ['careRecord'],
  asStated: null,
  given: on('2022-05-03'),
  by: 'Dr Testa',
  withdrawn: null,
}
const WITHDRAWN: Consent = { ...GIVEN, withdrawn: { when: on('2022-09-01'), by: 'Dr Probe' } }

const SKIN: readonly Entry[] = [
  buildEntry(1, buildLesion()),
  buildEntry(2, buildSkinNote()),
  buildEntry(3, buildLesion({ label: 'L2' })),
]

function photographs(...more: readonly Entry[]) {
  const board = boardOf(buildCase([...SKIN, ...more]), READING)
  return board.lesions.map(({ label, photographs: said }) => [
    label,
    said?.fact.text ?? null,
    said?.entries.length ?? 0,
  ])
}

test('a lesion says how many photographs there are of it and of its notes, of when, and which are no longer shown', () => {
  expect(photographs()).toEqual([
    ['L1', null, 0],
    ['L2', null, 0],
  ])
  expect(
    photographs(buildEntry(4, buildPhotograph({ lesion: LESION, taken: on('2022-08-02') }))),
  ).toContainEqual(['L1', '1 photograph, taken 02-Aug-2022', 1])
  expect(
    photographs(
      buildEntry(4, buildPhotograph({ lesion: LESION, taken: on('2022-08-02') })),
      buildEntry(5, buildPhotograph({ skinNote: entryId(2), taken: on('2022-05-03') })),
      buildEntry(6, buildPhotograph({ skinNote: entryId(2), taken: [], consent: WITHDRAWN })),
      buildEntry(7, buildPhotograph({ taken: on('2021-01-01') })),
    ),
  ).toEqual([
    [
      'L1',
      '3 photographs, taken 03-May-2022, 02-Aug-2022; 1 not dated; 1 not shown, consent withdrawn',
      3,
    ],
    ['L2', null, 0],
  ])
  expect(photographs(buildEntry(4, buildPhotograph({ lesion: LESION, taken: [] })))).toContainEqual(
    ['L1', '1 photograph, not dated', 1],
  )
})

test('the details of a lesion say it too', () => {
  const of = buildCase([...SKIN, buildEntry(4, buildPhotograph({ lesion: LESION }))])
  expect(
    detailGroups(boardOf(of, READING), LESION).find(({ label }) => label === 'Photographs'),
  ).toMatchObject({ facts: [{ text: '1 photograph, taken 02-Aug-2022' }] })
})

function newsBetween(then: readonly Entry[], now: readonly Entry[]) {
  const touch = { at: '2026-11-20T08:05:00.000Z', userName: 'Dr Probe', times: 1 }
  const of = buildCase(now)
  const ids = [...new Set([...then, ...now].map(({ id }) => id))]
  const touched = ids.flatMap(id => {
    const past = then.find(entry => entry.id === id) ?? null
    const current = now.find(entry => entry.id === id) ?? null
    return JSON.stringify(past) === JSON.stringify(current)
      ? []
      : [{ id, was: past === null ? 'absent' : 'there', past, touch } as const]
  })
  const board = boardOf(of, READING)
  const news = newsOf(
    of,
    {
      from: '2026-11-12T00:00:00.000Z',
      by: 'day',
      existed: true,
      patient: null,
      order: then.map(({ id }) => id),
      touched,
      outcomes: [],
    },
    { board, today: READING.today, zone: () => 60 },
  )
  return { news, board: markBoard(board, news) }
}

test('a photograph that is new is listed with its view and date, and its lesion carries the mark', () => {
  const photograph = buildEntry(4, buildPhotograph({ skinNote: entryId(2) }))
  const { news, board } = newsBetween(SKIN, [...SKIN, photograph])
  expect(news.items).toMatchObject([
    {
      kind: 'new',
      name: { text: 'Close-up photograph' },
      changes: [
        { label: 'Photograph', now: { text: 'close-up' } },
        { label: 'Taken', now: { text: '02-Aug-2022' } },
      ],
    },
  ])
  expect(board.lesions.map(({ label, name }) => [label, name.isNew ?? false])).toEqual([
    ['L1', true],
    ['L2', false],
  ])
})

test('a consent that was withdrawn is listed with what it was', () => {
  const taken = (consent: Consent | null) =>
    buildEntry(4, buildPhotograph({ lesion: LESION, consent }))
  const { news } = newsBetween([...SKIN, taken(GIVEN)], [...SKIN, taken(WITHDRAWN)])
  expect(news.items).toMatchObject([
    {
      kind: 'changed',
      changes: [
        {
          label: 'Consent',
          was: { text: 'consent for care record, 03-May-2022, Dr Testa' },
          now: { text: 'consent withdrawn, 01-Sep-2022, Dr Probe' },
        },
      ],
    },
  ])
})

test('a note that is new marks its lesion', () => {
  const [lesion, note] = SKIN
  if (lesion === undefined || note === undefined) throw new Error('no lesion')
  const { board } = newsBetween([lesion], [lesion, note])
  expect(board.lesions[0]?.name.isNew).toBe(true)
})

test('what was done to a photograph names its view', () => {
  const body = buildPhotograph({ view: 'dermoscopy' })
  expect(describeAct([{ action: 'create', body }])).toBe('add dermoscopy photograph')
  expect(describeAct([{ action: 'remove', body: buildPhotograph({ view: 'notStated' }) }])).toBe(
    'remove photograph',
  )
})
