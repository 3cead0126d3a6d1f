import { expect, test } from 'vitest'
import { renderPdf } from '../../../electron/pdf/render.ts'
import { summaryDefinition } from '../../../electron/pdf/summary/summaryDefinition.ts'
import { boardOf } from '../../../shared/board/boardOf.ts'
import { buildCase, buildEntry, buildSite, entryId } from '../../support/builders.ts'
import { squeezed } from '../../support/facts.ts'
import { fonts } from '../../support/pdf/buildDefinition.ts'
import { readPdf } from '../../support/pdf/readPdf.ts'
import { buildLesion } from '../../support/skinBuilders.ts'
import { SKIN_LISTS } from '../../support/skinChecklist.ts'
import { PRINTED } from './printSummary.ts'

test.each(Object.entries(SKIN_LISTS))(
  'CLINICAL %s: every item is printed in the words of the board',
  async (_, items) => {
    const entries = [
      buildEntry(1, buildLesion({ site: entryId(2) })),
      buildEntry(2, buildSite()),
      ...items.map(({ body }, at) => buildEntry(at + 3, body)),
    ]
    const board = boardOf(buildCase(entries), { cutoff: '>=1', today: '2026-11-22' })
    const pdf = await readPdf(
      await renderPdf(summaryDefinition({ ...PRINTED, board, paper: 'A4' }), fonts),
    )
    const said = squeezed(pdf.pages.map(({ structure }) => structure?.text ?? '').join(''))
    const small = said.toLowerCase()
    const unprinted = items.filter(({ says }) => !small.includes(squeezed(says).toLowerCase()))
    expect(unprinted.map(({ item }) => item)).toEqual([])
  },
  60_000,
)
