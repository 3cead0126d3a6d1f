import type { Page } from '@playwright/test'
import { syntheticCase } from '../../electron/demo/synthetic/syntheticCase.ts'
import type { Board } from '../../shared/board/board.ts'
import { boardOf } from '../../shared/board/boardOf.ts'
import type { CutoffId } from '../../shared/receptors/cutoffId.ts'
import { expect, test } from './fixtures.ts'
import { appBar } from './pages/appBar.ts'
import { ask } from './pages/ask.ts'
import { boardScreen } from './pages/boardScreen.ts'
import { openDemo } from './pages/openDemo.ts'
import { patientsScreen } from './pages/patientsScreen.ts'

/** Every fact of a board with its text, as the model has it. */
function factsOf(value: unknown, into = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const each of value) factsOf(each, into)
  else if (typeof value === 'object' && value !== null) {
    const { id, text, tone } = value as Record<string, unknown>
    if (typeof id === 'string' && typeof text === 'string' && typeof tone === 'string')
      into.add(`${id}: ${text}`)
    for (const each of Object.values(value)) factsOf(each, into)
  }
  return into
}

/** The facts that can be seen on screen now, whosever they are. */
function seenFacts(page: Page): Promise<readonly string[]> {
  return page
    .locator('[data-fact]')
    .evaluateAll(all =>
      all
        .filter(element => element.checkVisibility())
        .map(element => `${element.getAttribute('data-fact')}: ${element.textContent}`),
    )
}

async function expectOnly(page: Page, board: Board): Promise<void> {
  await expect(boardScreen(page).name).toHaveText(board.banner.name.text)
  const facts = factsOf(board)
  const seen = await seenFacts(page)
  expect(seen.length).toBeGreaterThan(30)
  expect(seen.filter(fact => !facts.has(fact))).toEqual([])
}

function today(): string {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** Two patients beside the demo's, with plainly different cases; the list of patients is on screen. */
async function twoPatients(page: Page) {
  await openDemo(page)
  const boards: ((cutoff: CutoffId) => Board)[] = []
  const numbers: string[] = []
  for (const seed of [3, 8]) {
    const of = syntheticCase(seed, { entries: 40 })
    const { patient } = of
    await ask(page, 'patient:create', { id: patient.id, details: patient.details })
    const stored = await ask(page, 'case:apply', {
      patientId: patient.id,
      changes: of.entries
        .filter(({ body }) => body.kind !== 'conflict')
        .map(({ id, body }) => ({ do: 'create', id, body })),
    })
    boards.push(cutoff => boardOf(stored.case, { cutoff, today: today() }))
    numbers.push(patient.details.identifiers[0]?.value ?? '')
  }
  await page.reload()
  await expect(appBar(page).bar).toBeVisible()
  const [first, second] = boards
  const [firstNumber, secondNumber] = numbers
  if (first === undefined || second === undefined) throw new Error('two cases are wanted')
  return {
    anna: { board: first, row: patientsScreen(page).row(firstNumber ?? '') },
    berta: { board: second, row: patientsScreen(page).row(secondNumber ?? '') },
  }
}

/** A board in the document that is not on screen. */
const drawnAhead = (page: Page) => page.locator('main[aria-label="Board"]:not(:visible)')

test('a board that is drawn ahead is neither seen nor read out, and takes no key', async ({
  page,
}) => {
  test.slow()
  const { anna } = await twoPatients(page)
  await anna.row.click()
  await expect(drawnAhead(page)).toBeAttached()
  await expect(page.getByRole('main')).toHaveCount(1)
  expect(await seenFacts(page)).toEqual([])
  const readOut = await page.locator('body').ariaSnapshot()
  expect(readOut).not.toContain('Time axis')
  expect(readOut).not.toContain(anna.board('>=1').question.text)
  await page.keyboard.press('d')
  await page.keyboard.press('q')
  await page.keyboard.press('a')
  await expect(boardScreen(page).beside).toHaveCount(0)
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(patientsScreen(page).heading).toBeVisible()
})

test('a patient’s board has nothing of the one before: no fact, no selection, nothing beside it', async ({
  page,
}) => {
  test.slow()
  const { anna, berta } = await twoPatients(page)
  const screen = boardScreen(page)

  await anna.row.click()
  await expect(drawnAhead(page)).toBeAttached()
  await anna.row.dblclick()
  await expectOnly(page, anna.board('>=1'))
  await screen.axis.items.first().click()
  await expect(screen.axis.items.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('d')
  await expect(screen.beside).toBeVisible()
  await screen.axis.rule('≥ 10').click()
  await expect(screen.receptors.rule).toContainText('10')

  await appBar(page).bar.getByRole('button', { name: 'Patients', exact: true }).click()
  await berta.row.click()
  await expect(drawnAhead(page)).toBeAttached()
  await berta.row.dblclick()
  await expectOnly(page, berta.board('>=10'))
  await expect(screen.beside).toHaveCount(0)
  await expect(screen.board.locator('[aria-selected="true"][role="option"]')).toHaveCount(0)
  await expect(screen.board.locator('[data-selected=""]')).toHaveCount(0)

  await appBar(page).bar.getByRole('button', { name: 'Patients', exact: true }).click()
  await anna.row.dblclick()
  await expectOnly(page, anna.board('>=10'))
  await expect(screen.beside).toHaveCount(0)
  await expect(screen.board.locator('[aria-selected="true"][role="option"]')).toHaveCount(0)

  // Back to the very patient who was left, whose board stays likely to be opened next.
  await screen.axis.items.first().click()
  await page.keyboard.press('d')
  await expect(screen.beside).toBeVisible()
  await appBar(page).bar.getByRole('button', { name: 'Patients', exact: true }).click()
  await anna.row.dblclick()
  await expectOnly(page, anna.board('>=10'))
  await expect(screen.beside).toHaveCount(0)
  await expect(screen.board.locator('[aria-selected="true"][role="option"]')).toHaveCount(0)
})
