import type { Page } from '@playwright/test'
import { absoluteRow, type Bench } from './bench.ts'
import { openPages, patientsGrid, personsPause } from './boardPage.ts'
import { scaleOf, workspaceOf } from './caseSource.ts'
import { repeat } from './interleave.ts'
import { watchBoard } from './watchBoard.ts'

/** From one patient's board to the next one's of the list, and back, by a key. */
export const switchPatient: Bench = {
  name: 'switch',
  run: async options => {
    const { many, entries } = scaleOf(options.quick)
    const { pages, close } = await openPages([
      await workspaceOf({ patients: many, entries }, options),
    ])
    const [page] = pages
    if (page === undefined) throw new Error('the page is missing')
    try {
      const numbers = await firstNumbers(page)
      await patientsGrid(page).locator('[data-index="0"]').dblclick()
      await page.getByRole('main', { name: 'Board' }).waitFor()
      // The key does nothing before the order of the patients is known, nor is a neighbour drawn ahead.
      await page.locator('main[aria-label="Board"]:not(:visible)').waitFor({ state: 'attached' })
      const rounds = options.quick ? 6 : 60
      const looking = await repeat(turn => step(page, numbers, turn, true), { warmUp: 6, rounds })
      const hasty = await repeat(turn => step(page, numbers, turn, false), { warmUp: 2, rounds })
      return [
        absoluteRow('switch between two patients by a key, to painted board', looking, {
          p95: 100,
        }),
        absoluteRow('the same before the board drawn ahead is there', hasty, null),
      ]
    } finally {
      await close()
    }
  },
}

/** Forward at even turns and back at odd ones, after a look at the board or at once. */
async function step(
  page: Page,
  [first, second]: readonly [string, string],
  turn: number,
  isLooking: boolean,
): Promise<number> {
  if (isLooking) await personsPause()
  const isForward = turn % 2 === 0
  const { painted } = await watchBoard(page, {
    number: isForward ? second : first,
    deed: 'keydown',
    act: () => page.keyboard.press(isForward ? ']' : '['),
  })
  return painted
}

/** The numbers of the first two patients of the list, as their rows and banners show them. */
async function firstNumbers(page: Page): Promise<readonly [string, string]> {
  const numberAt = async (index: number) => {
    await patientsGrid(page).locator(`[data-index="${index}"]`).waitFor()
    const words = await patientsGrid(page).locator(`[data-index="${index}"] td`).allInnerTexts()
    const number = words.find(text => /\d{5,}/.test(text.replaceAll(/\s/g, '')))
    if (number === undefined) throw new Error(`no number of a patient in row ${index}`)
    return number
  }
  return [await numberAt(0), await numberAt(1)]
}
