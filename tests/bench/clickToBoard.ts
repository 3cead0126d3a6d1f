import type { Page } from '@playwright/test'
import { absoluteRow, type Bench, slowerRow } from './bench.ts'
import { backToList, numberOf, openPages, personsPause, rowOf } from './boardPage.ts'
import { scaleOf, shuffledSeeds, workspaceOf } from './caseSource.ts'
import { interleave, repeat } from './interleave.ts'
import { median } from './statistics.ts'
import { type Opening, watchBoard } from './watchBoard.ts'

/** Opening a patient as a person sees it: from the click to the frame that shows the whole board. */
export const clickToBoard: Bench = {
  name: 'click',
  run: async options => {
    const { many, few, entries } = scaleOf(options.quick)
    const { pages, close } = await openPages([
      await workspaceOf({ patients: many, entries }, options),
      await workspaceOf({ patients: few, entries }, options),
    ])
    const [large, small] = pages
    if (large === undefined || small === undefined) throw new Error('a page is missing')
    try {
      const [inLarge, inSmall] = [shuffledSeeds(many, 5), shuffledSeeds(few, 6)]
      const repetitions = options.quick
        ? { warmUp: 2, rounds: 4, perRound: 2 }
        : { warmUp: 4, rounds: 20, perRound: 4 }
      const openings: Opening[] = []
      const sides = await interleave(
        async turn => {
          const opening = await openSelected(large, inLarge(turn))
          openings.push(opening)
          return opening.painted
        },
        async turn => (await openSelected(small, inSmall(turn))).painted,
        repetitions,
      )
      const atOnce = await repeat(async turn => (await openAtOnce(large, inLarge(turn))).painted, {
        warmUp: 2,
        rounds: repetitions.rounds * 2,
      })
      const at = (part: keyof Opening) => median(openings.map(opening => opening[part])).toFixed(0)
      options.remark(
        `click, medians in ms after the click on a selected patient: board seen in the document ${at('inDocument')}, last change painted ${at('painted')}`,
      )
      const what = `${many} patients, ${many * entries} entries`
      return [
        slowerRow(
          {
            what: `open a selected patient: click on Open to painted board, ${what}`,
            against: `${few} patients`,
            sides,
          },
          { most: 1.2, p95: 100 },
        ),
        absoluteRow('the same by a double click, nothing drawn ahead', atOnce, { p95: 100 }),
      ]
    } finally {
      await close()
    }
  },
}

/** Selects the patient in the list, and presses "Open" as soon as a hand gets there; then goes back. */
async function openSelected(page: Page, seed: number): Promise<Opening> {
  await (await rowOf(page, seed)).click()
  const open = page.getByRole('button', { name: 'Open', exact: true })
  await open.waitFor()
  await personsPause()
  const times = await watchBoard(page, {
    number: numberOf(seed),
    deed: 'pointerup',
    act: () => open.click(),
  })
  await backToList(page)
  return times
}

/** Opens a patient who was not selected before, by two clicks without a pause; then goes back. */
async function openAtOnce(page: Page, seed: number): Promise<Opening> {
  const row = await rowOf(page, seed)
  await row.waitFor()
  const times = await watchBoard(page, {
    number: numberOf(seed),
    deed: 'dblclick',
    act: () => row.dblclick(),
  })
  await backToList(page)
  return times
}
