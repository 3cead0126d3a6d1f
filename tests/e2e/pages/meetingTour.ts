import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { formatPartialDate } from '../../../shared/dates/formatDate.ts'
import { type MeetingId, type PatientId, SeriesId } from '../../../shared/ids.ts'
import type { OutcomeBody } from '../../../shared/meeting/outcome.ts'
import { buildOutcome, buildSeries } from '../../support/meetings.ts'
import { ask } from './ask.ts'
import { BESIDE, DIALOG } from './axe.ts'
import { boardScreen } from './boardScreen.ts'
import { meetingScreen } from './meetingScreen.ts'
import { dayFromNow, planMeeting } from './meetingWeek.ts'
import { withoutFullScreen } from './presentScreen.ts'

/** Ids that no other patient's outcome has. */
function outcomeBody(overrides: Partial<OutcomeBody> = {}): OutcomeBody {
  const body = buildOutcome({
    rationale: 'The receptors of the metastasis are not known, and the last line ended early.',
    options: 'Go on with the line that was begun, or biopsy first.',
    dissent: 'Dr Prova would go on without a biopsy.',
    ...overrides,
  })
  return {
    ...body,
    recommendations: body.recommendations.map(each => ({ ...each, id: randomUUID() })),
    actions: body.actions.map(each => ({ ...each, id: randomUUID(), due: dayFromNow(-1) })),
  }
}

async function signed(page: Page, meetingId: MeetingId, patientId: PatientId) {
  const { id, revision, body } = await ask(page, 'outcome:save', {
    meetingId,
    patientId,
    revision: null,
    body: outcomeBody(),
  })
  await ask(page, 'outcome:sign', { outcomeId: id, revision })
  return { id, body }
}

/**
 * A list of which everything can be said: a case of each state, results awaited and overdue, an outcome signed with
 * addendum, follow-ups and an action, one typed, and one of a past meeting. It needs six patients.
 */
export async function fillList(page: Page, patients: readonly PatientId[]): Promise<MeetingId> {
  const [first, second, third, fourth] = patients
  if (!first || !second || !third || !fourth) throw new Error('the tour needs six patients')
  await ask(page, 'series:put', {
    id: SeriesId.parse(randomUUID()),
    revision: null,
    body: buildSeries({ listSize: 4 }),
  })
  const past = await planMeeting(page, -14, [first, second])
  await signed(page, past, first)
  await planMeeting(page, 7)
  const meetingId = await planMeeting(page, 0, patients)
  const { rows } = await ask(page, 'meeting:get', { meetingId })
  const revisionOf = (id: PatientId) =>
    rows.find(({ item }) => item.patientId === id)?.item.revision ?? 1
  await ask(page, 'meeting:item', {
    meetingId,
    patientId: first,
    revision: revisionOf(first),
    body: {
      state: { state: 'forDiscussion' },
      presenter: 'Dr Prova',
      note: 'Slides come from the referring hospital; the family is abroad until Friday.',
      awaited: [
        {
          id: randomUUID(),
          what: 'CT of the chest',
          from: 'radiology',
          since: dayFromNow(-9),
          expected: dayFromNow(-2),
          arrived: null,
          entry: null,
        },
        {
          id: randomUUID(),
          what: 'HER2 ISH of the scalp biopsy',
          from: null,
          since: null,
          expected: null,
          arrived: dayFromNow(-1),
          entry: null,
        },
      ],
    },
  })
  await ask(page, 'meeting:item', {
    meetingId,
    patientId: third,
    revision: revisionOf(third),
    body: {
      state: { state: 'notDiscussed', protocol: 'Bone only, first line: M-1', reason: null },
      presenter: null,
      note: null,
      awaited: [],
    },
  })
  await ask(page, 'meeting:defer', {
    meetingId,
    patientId: fourth,
    revision: revisionOf(fourth),
    cause: 'attendance',
    words: 'The radiologist is away',
    to: null,
  })
  const outcome = await signed(page, meetingId, first)
  await ask(page, 'outcome:addend', {
    outcomeId: outcome.id,
    id: randomUUID(),
    text: 'The biopsy is on Tuesday.',
  })
  await ask(page, 'outcome:followUp', {
    outcomeId: outcome.id,
    id: randomUUID(),
    revision: null,
    body: {
      kind: 'agreed',
      recommendation: outcome.body.recommendations[0]?.id ?? null,
      state: 'declined',
      on: dayFromNow(0),
      reason: 'wants no further biopsy',
      note: null,
    },
  })
  await ask(page, 'outcome:save', {
    meetingId,
    patientId: second,
    revision: null,
    body: outcomeBody({ decision: null }),
  })
  return meetingId
}

/** Looked at at every stop of the tour: what it is called, and which part of the screen is new. */
export type Look = (screen: string, part: string | null) => Promise<void>

/** Goes through every screen, panel and dialog of meetings, as a coordinator and then a chair would. */
export async function tourOfMeetings(page: Page, look: Look): Promise<void> {
  const list = meetingScreen(page)
  const leaveBeside = async () => {
    await page.keyboard.press('Escape')
    await expect(list.beside).toBeHidden()
  }

  const toMeetings = async () => {
    await page.getByRole('button', { name: 'Meetings', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Meetings' })).toBeVisible()
  }
  const openToday = async () => {
    await toMeetings()
    await page
      .getByRole('main')
      .getByRole('button', { name: formatPartialDate(dayFromNow(0)) })
      .click()
    await expect(list.grid).toBeVisible()
  }

  await toMeetings()
  await expect(page.getByRole('heading', { name: 'Past' })).toBeVisible()
  await look('meetings', null)
  await page.keyboard.press('n')
  await expect(page.getByLabel('Day')).toBeFocused()
  await look('new meeting of a series', BESIDE)
  await page.getByRole('button', { name: /^Metastatic breast board.* Made from/ }).click()
  await page.getByRole('option', { name: /on its own/ }).click()
  await list.beside.getByRole('button', { name: 'Make the meeting' }).click()
  await expect(list.beside.getByText(/^Type the day/)).toBeVisible()
  await look('new meeting, refused', BESIDE)
  await list.beside.getByRole('button', { name: /^Close/ }).click()
  await page.getByRole('button', { name: /^Edit/ }).click()
  await expect(list.field('Title')).toBeFocused()
  await look('series', BESIDE)
  await list.field('Title').fill('')
  await list.beside.getByRole('button', { name: 'Save the series' }).click()
  await look('series, refused', BESIDE)
  await list.beside.getByRole('button', { name: /^Close/ }).click()
  await page.getByRole('button', { name: 'Minimum data set' }).click()
  await expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeVisible()
  await look('minimum data set', DIALOG)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await openToday()
  await expect(list.rows).toHaveCount(6)
  await look('meeting with its list and readiness', null)
  await list.button('Printed before…').click()
  await expect(page.getByText('Nothing was printed, saved or opened yet.')).toBeVisible()
  await look('log of prints', DIALOG)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await list.filter(/^Not ready/).click()
  await look('list, filtered', null)
  await list.filter(/^Not ready/).click()
  await list.row(1).focus()
  for (const [key, name] of [
    ['e', 'case of the list'],
    ['i', 'meeting and attendance'],
    ['a', 'add cases'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(list.beside).toBeVisible()
    await look(name, BESIDE)
    await leaveBeside()
    await list.row(1).focus()
  }
  await list.row(2).focus()
  await page.keyboard.press('d')
  await list.beside.getByRole('button', { name: 'Defer', exact: true }).click()
  await expect(list.beside.getByText(/^Choose why/)).toBeVisible()
  await look('deferral, refused', BESIDE)
  await list.field('Why').press('Enter')
  await page.getByRole('option', { name: 'other reason' }).click()
  await expect(list.beside.getByText('Type the other reason.')).toBeVisible()
  await look('deferral, refused without its words', BESIDE)
  await leaveBeside()
  await list.row(4).focus()
  await page.keyboard.press('e')
  await look('deferred case', BESIDE)
  await leaveBeside()
  await list.row(5).focus()
  await page.keyboard.press('q')
  await expect(list.question).toBeFocused()
  await look('question as it is typed', '[role=grid]')
  await page.keyboard.press('Escape')

  await list.row(5).focus()
  await page.keyboard.press('o')
  await expect(list.field('Recommendation 1')).toBeFocused()
  await list.beside.getByRole('button', { name: 'Add an action' }).click()
  await list.field('To be discussed again').press('Space')
  await list.beside.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(list.beside.getByRole('alert')).toBeVisible()
  await look('outcome, not to be signed yet', BESIDE)
  await page.keyboard.press('Escape')
  await leaveBeside()
  await list.row(1).focus()
  await page.keyboard.press('o')
  await expect(list.field('Addendum')).toBeVisible()
  await list.field('Addendum').fill('A second one, not signed yet.')
  await list.beside.getByRole('button', { name: /^Record what was delivered/ }).click()
  await list.beside.getByRole('radio', { name: 'not delivered' }).click()
  await list.beside.getByRole('button', { name: 'Record', exact: true }).click()
  await expect(list.beside.getByText('Type the reason.')).toBeVisible()
  await list.beside.getByRole('button', { name: /^Done: / }).click()
  await look('outcome, signed, with addendum and follow-up', BESIDE)
  await list.beside.getByRole('button', { name: /^Close/ }).click()
  await expect(list.beside).toBeHidden()

  await page.getByRole('button', { name: 'Actions', exact: true }).click()
  await page
    .getByRole('button', { name: /^Done: / })
    .first()
    .click()
  await expect(page.getByLabel('By', { exact: true })).toBeVisible()
  await look('actions, one noted as done', null)

  await openToday()
  await list.row(1).focus()
  await page.keyboard.press('Enter')
  const board = boardScreen(page)
  await expect(board.name).toBeVisible()
  await page.keyboard.press('o')
  await expect(board.beside).toContainText('The biopsy is on Tuesday.')
  await look('meetings and outcomes beside the board', BESIDE)
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
  await look('putting the case on a list', DIALOG)
  await page.keyboard.press('Escape')
  await page.keyboard.press('b')
  await expect(list.grid).toBeVisible()

  await withoutFullScreen(page)
  await list.row(1).focus()
  await page.keyboard.press('p')
  const presentation = page.getByRole('main', { name: 'Presentation' })
  const beside = presentation.getByRole('complementary', { name: 'Outcome' })
  await expect(beside).toContainText('The biopsy is on Tuesday.')
  await look('presentation with a signed outcome', null)
  await page.keyboard.press('8')
  await look('presentation, outcomes', null)
  await page.keyboard.press('ArrowRight')
  await expect(beside.getByLabel('Recommendation 1', { exact: true })).toBeVisible()
  await look('presentation, outcome as it is typed', null)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Back to the list' }).click()
  await expect(list.grid).toBeVisible()
}
