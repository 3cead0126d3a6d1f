import type { Locator, Page } from '@playwright/test'

/** The receptor table's columns after the specimen. */
const MARKERS = ['ER', 'PR', 'HER2', 'Ki-67'] as const
export type Marker = (typeof MARKERS)[number]

export type BoardScreen = Readonly<{
  board: Locator
  banner: Locator
  name: Locator
  story: Locator
  /** The one line of the story, and the one below it. */
  storyLines: Locator
  question: Locator
  panel: (name: string) => Locator
  figure: Locator
  /** Every mark on the figure, and the one of a site by its number. */
  marks: Locator
  mark: (number: string) => Locator
  /** The pins of the skin lesions on the figure, and one of them by its label. */
  pins: Locator
  pin: (label: string) => Locator
  axis: Readonly<{
    panel: Locator
    choice: (name: string) => Locator
    choices: Locator
    items: Locator
    item: (start: string) => Locator
    rule: (name: string) => Locator
    frame: Locator
    /** Words drawn on the axis. */
    drawn: (words: string | RegExp) => Locator
  }>
  receptors: Readonly<{
    panel: Locator
    rule: Locator
    rows: Locator
    row: (specimen: string) => Locator
    select: (specimen: string) => Locator
    cell: (specimen: string, marker: Marker | 'subtype') => Locator
    /** What stands on the line below a specimen's values. */
    below: (specimen: string) => Locator
    compare: Locator
  }>
  treatments: Readonly<{ rows: Locator; row: (name: string) => Locator }>
  /** A skin lesion in its list, by its number. */
  lesion: (number: string) => Locator
  conflicts: Readonly<{
    rows: Locator
    row: (label: string) => Locator
    select: (label: string) => Locator
    /** Both readings beside each other, of the one that is pressed or has the focus. */
    readings: (label: string) => Locator
    statements: (label: string) => Locator
  }>
  missing: Locator
  documents: Locator
  tab: (name: RegExp) => Locator
  beside: Locator
  details: Locator
  /** What is recorded under a label of the details. */
  detail: (label: string) => Locator
  /** Changes of the history beside the board, the newest first. */
  changes: Locator
}>

/** One patient's board. */
export function boardScreen(page: Page): BoardScreen {
  const board = page.getByRole('main', { name: 'Board' })
  const panel = (name: string) => board.getByRole('region', { name, exact: true })
  const story = panel('Story')
  const axis = panel('Time axis')
  const figure = panel('Sites').getByRole('group', { name: /; (the|each) / })
  // It is busy until it lists what lies out of view, too.
  const items = axis.locator('[role=listbox]:not([aria-busy=true])').getByRole('option')
  const receptors = panel('Receptors, newest first')
  const receptorRow = (letter: string) =>
    receptors.getByRole('row', { name: new RegExp(`^specimen ${letter} `) })
  const conflicts = panel('Conflicts')
  const conflictRow = (label: string) =>
    conflicts
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: new RegExp(`^conflict ${label} `) }) })
  const statementsOf = (label: string) =>
    conflicts.getByRole('region', { name: `Statements of ${label}`, exact: true })
  const treatments = panel('Treatment lines, newest first')
  const beside = page.getByRole('complementary', { name: 'Beside the board' })
  const details = beside.getByRole('region')
  return {
    board,
    banner: panel('Patient'),
    name: board.getByRole('heading', { level: 1 }),
    story,
    storyLines: story.getByRole('paragraph'),
    question: story.getByRole('heading', { name: 'Question for the meeting' }).locator('..'),
    panel,
    figure,
    marks: figure.getByRole('button', { name: /^(?!Skin lesion )/ }),
    pins: figure.getByRole('button', { name: /^Skin lesion / }),
    pin: label => figure.getByRole('button', { name: new RegExp(`^Skin lesion ${label}: `) }),
    mark: number => figure.getByRole('button', { name: new RegExp(`^${number}: `) }),
    axis: {
      panel: axis,
      choice: name => axis.getByRole('radio', { name, exact: true }),
      choices: axis.getByRole('radiogroup', { name: 'Time axis' }).getByRole('radio'),
      items,
      item: start =>
        axis.getByRole('option', { name: new RegExp(`^${start.replaceAll('.', '\\.')}\\b`) }),
      rule: name =>
        axis.getByRole('radio', { name: new RegExp(`^${name.replace(' ', '\\s')}\\s%$`) }),
      frame: axis.getByRole('listbox').locator('../..'),
      drawn: words => axis.locator('svg text').filter({ hasText: words }),
    },
    receptors: {
      panel: receptors,
      rule: receptors.locator('[data-fact^="rule"]'),
      rows: receptors.locator('tbody tr[data-entry]'),
      row: receptorRow,
      select: letter => receptorRow(letter).getByRole('button'),
      cell: (letter, marker) =>
        receptorRow(letter)
          .getByRole('cell')
          .nth(marker === 'subtype' ? MARKERS.length : MARKERS.indexOf(marker)),
      below: letter => receptorRow(letter).locator('xpath=following-sibling::tr'),
      compare: receptors.getByRole('button', { name: 'Compare two specimens' }),
    },
    treatments: {
      rows: treatments.getByRole('row'),
      row: name => treatments.getByRole('row').filter({ hasText: name }),
    },
    lesion: number =>
      panel('Skin lesions').getByRole('button', { name: new RegExp(`^${number} `) }),
    conflicts: {
      rows: conflicts.locator('ol > li'),
      row: conflictRow,
      select: label => conflicts.getByRole('button', { name: new RegExp(`^conflict ${label} `) }),
      readings: label => statementsOf(label).getByRole('paragraph').first(),
      statements: label => statementsOf(label).getByRole('listitem'),
    },
    missing: panel('Missing for the meeting').getByRole('listitem'),
    documents: panel('Documents').getByRole('listitem'),
    tab: name => board.getByRole('tab', { name }),
    beside,
    details,
    detail: label =>
      details.getByRole('definition').filter({
        has: page.locator('xpath=preceding-sibling::dt').filter({ hasText: label }),
      }),
    changes: details.getByRole('list').last().locator('> li'),
  }
}
