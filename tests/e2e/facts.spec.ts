import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import fc from 'fast-check'
import { ROOT } from '../../electron/build.ts'
import { demoCase } from '../../electron/demo/demoCase.ts'
import { syntheticCase } from '../../electron/demo/synthetic/syntheticCase.ts'
import type { Board } from '../../shared/board/board.ts'
import { boardOf } from '../../shared/board/boardOf.ts'
import type { Case } from '../../shared/case/entry.ts'
import { BODY_SITES } from '../../shared/codes/bodySites.ts'
import { buildImaging, buildSite, entryId, on } from '../support/builders.ts'
import { caseArbitrary } from '../support/caseArbitrary.ts'
import { factsOf, squeezed } from '../support/facts.ts'
import { expect, test } from './fixtures.ts'
import { appBar } from './pages/appBar.ts'
import { ask } from './pages/ask.ts'
import { type BoardScreen, boardScreen } from './pages/boardScreen.ts'
import { openDemo } from './pages/openDemo.ts'
import { listen, type Said, unsaid } from './pages/said.ts'

const DEMO = join(ROOT, 'resources', 'demo', 'wu-2024.json')

/** Goes down a list with the arrows and selects each part of it, with its details beside the board. */
async function listenToEach(page: Page, items: Locator, said: Said): Promise<void> {
  const count = await items.count()
  for (let at = 0; at < count; at += 1) {
    const item = items.nth(at)
    await item.focus()
    await page.keyboard.press('Enter')
    await expect(item.and(page.locator('[aria-selected=true], [aria-pressed=true]'))).toBeVisible()
    await listen(page, said)
  }
}

/**
 * Goes down the axis by keyboard: opens the rows that stand for several, and goes through all events of one mark, where the
 * focus has to stay.
 */
async function listenToAxis(page: Page, { axis }: BoardScreen, said: Said): Promise<void> {
  const folded = axis.items.and(page.getByRole('option', { name: /, folded$/ }))
  for (let left = await folded.count(); left > 0; left -= 1) {
    await folded.first().focus()
    await page.keyboard.press('Enter')
    await expect(folded).toHaveCount(left - 1)
  }
  for (let at = 0; at < (await axis.items.count()); at += 1) {
    const item = axis.items.nth(at)
    const events = /^(\d+) events at one mark/.exec((await item.getAttribute('aria-label')) ?? '')
    await item.focus()
    for (let event = 0; event < Number(events?.[1] ?? 1); event += 1) {
      await page.keyboard.press('Enter')
      await expect(item).toHaveAttribute('aria-selected', 'true')
      await expect(item).toBeFocused()
      await listen(page, said)
    }
  }
}

/** All that a user finds on a board: each axis, each panel, and each entry's details. */
async function everythingSaid(page: Page, board: BoardScreen): Promise<Said> {
  const said: Said = { facts: new Map(), drawn: '' }
  await board.axis.panel.waitFor()
  await listen(page, said)
  for (const choice of await board.axis.choices.all()) {
    if (await choice.isDisabled()) {
      // An axis that cannot be drawn says why.
      await expect(choice).toHaveAccessibleName(/^[^:]+: \S.+/)
      continue
    }
    await choice.click()
    await expect(choice).toBeChecked()
    await listen(page, said)
  }
  await page.keyboard.press('h')
  await expect(board.beside).toBeVisible()
  await listen(page, said)
  await listenToAxis(page, board, said)
  for (const tab of await board.tab(/./).all()) {
    await tab.click()
    await expect(tab).toHaveAttribute('aria-selected', 'true')
    await listen(page, said)
    const panel = board.board.getByRole('tabpanel')
    await listenToEach(page, panel.locator('button[data-roving]'), said)
  }
  return said
}

/** Facts of the screen that are none of the board's. */
function invented(board: Board, { facts }: Said): string[] {
  const known = new Map<string, Set<string>>()
  for (const { fact } of factsOf(board))
    known.set(fact.id, (known.get(fact.id) ?? new Set()).add(squeezed(fact.text)))
  return [...facts].flatMap(([id, texts]) =>
    [...texts].filter(text => !(known.get(id)?.has(text) ?? false)).map(text => `${id}: ${text}`),
  )
}

/** Only who is signed in can have settled a conflict. */
function settledBy(by: string, { entries }: Case): Case['entries'] {
  return entries.map(entry => {
    const { body } = entry
    if (body.kind !== 'conflict' || body.settlement === null) return entry
    return { ...entry, body: { ...body, settlement: { ...body.settlement, by } } }
  })
}

function today(): string {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

test('the screen says every fact of the demo’s board in the board’s own words, and no other', async ({
  page,
}) => {
  test.slow()
  const screen = await openDemo(page)
  const said = await everythingSaid(page, screen)
  const board = boardOf(await demoCase(DEMO), {
    cutoff: '>=1',
    today: today(),
  })
  expect(unsaid(board, said)).toEqual([])
  expect(invented(board, said)).toEqual([])
})

const GENERATED: readonly Readonly<{ name: string; of: Case }>[] = [
  ...fc.sample(caseArbitrary(), { numRuns: 5, seed: 20 }).map((of, at) => ({
    name: `of any shape, number ${at + 1}`,
    of,
  })),
  ...[1, 2, 3, 4, 5].map(seed => ({
    name: `of a plausible course, number ${seed}`,
    of: syntheticCase(seed, { entries: 30 }),
  })),
  { name: 'of thirty more sites and nine studies of one day', of: crowdedCase() },
]

/** A case whose sites and studies the axis can only draw folded and stacked. */
function crowdedCase(): Case {
  const of = syntheticCase(6, { entries: 30 })
  const sites = BODY_SITES.slice(0, 30).map(({ id }, at) =>
    buildSite({ bodySite: id, certainty: at % 3 === 0 ? 'suspected' : 'confirmed' }),
  )
  const studies = Array.from({ length: 9 }, (_, at) =>
    buildImaging({ when: on('2022-05-04'), findings: `Finding number ${at + 1}` }),
  )
  const more = [...sites, ...studies].map((body, at) => ({
    id: entryId(at + 1),
    revision: 1,
    body,
  }))
  return { ...of, entries: [...of.entries, ...more] }
}

for (const { name, of } of GENERATED)
  test(`the screen says every fact of a case ${name}, entered through the services`, async ({
    page,
  }) => {
    test.slow()
    await openDemo(page)
    const { patient } = of
    const entries = settledBy('Demo', of)
    await ask(page, 'patient:create', { id: patient.id, details: patient.details })
    const changes = entries.map(({ id, body }) => ({ do: 'create', id, body }) as const)
    const stored =
      changes.length === 0
        ? await ask(page, 'case:get', { patientId: patient.id })
        : await ask(page, 'case:apply', { patientId: patient.id, changes })
    const board = boardOf(stored.case, { cutoff: '>=1', today: today() })
    await page.reload()
    await expect(appBar(page).bar).toBeVisible()
    const screen = boardScreen(page)
    await page.getByRole('row').filter({ hasNotText: 'Published case' }).nth(1).dblclick()
    await expect(screen.name).toHaveText(board.banner.name.text)
    const said = await everythingSaid(page, screen)
    expect(unsaid(board, said)).toEqual([])
    expect(invented(board, said)).toEqual([])
  })
