import type { Locator, Page } from '@playwright/test'

export type MeetingScreen = Readonly<{
  heading: Locator
  grid: Locator
  rows: Locator
  /** The row at a place of the list, from 1. */
  row: (place: number) => Locator
  /** The row of a patient, by a part of the name. */
  rowOf: (name: string) => Locator
  /** A column of a row, by its heading. */
  cell: (row: Locator, head: (typeof HEADS)[number]) => Locator
  /** The names in the order of the screen. */
  names: () => Promise<string[]>
  /** The field of the strip for a place of the list. */
  strip: (place: number) => Locator
  filter: (name: RegExp) => Locator
  shown: Locator
  button: (name: string | RegExp) => Locator
  beside: Locator
  field: (name: string | RegExp) => Locator
  question: Locator
}>

const HEADS = [
  'No.',
  'Patient',
  'Question',
  'On the list',
  'Awaited',
  'Missing',
  'Outcome',
] as const

/** One meeting with its list. */
export function meetingScreen(page: Page): MeetingScreen {
  const grid = page.getByRole('grid', { name: 'Cases of the meeting' })
  const rows = grid.locator('[role=rowgroup] [role=row]')
  const beside = page.getByRole('complementary')
  return {
    heading: page.getByRole('heading', { level: 1 }),
    grid,
    rows,
    row: place => rows.nth(place - 1),
    rowOf: name => rows.filter({ hasText: name }),
    cell: (row, head) => row.locator(':scope > *').nth(HEADS.indexOf(head)),
    names: () =>
      rows.evaluateAll(all =>
        all.map(
          each => each.querySelector('[role=rowheader] > :first-child')?.textContent?.trim() ?? '',
        ),
      ),
    strip: place =>
      page
        .getByRole('group', { name: 'Readiness of every case' })
        .getByRole('button', { name: new RegExp(`^${place}, `) }),
    filter: name => page.getByRole('toolbar', { name: 'Filters' }).getByRole('button', { name }),
    shown: page.getByRole('toolbar', { name: 'Filters' }).getByRole('status'),
    button: name => page.getByRole('main').getByRole('button', { name }),
    beside,
    field: name => beside.getByLabel(name),
    question: grid.getByRole('textbox'),
  }
}
