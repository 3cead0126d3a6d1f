import { describe, expect, test } from 'vitest'
import { renderPdf } from '../../../electron/pdf/render.ts'
import { summaryDefinition } from '../../../electron/pdf/summary/summaryDefinition.ts'
import { boardOf } from '../../../shared/board/boardOf.ts'
import { collectFacts } from '../../../shared/board/fact.ts'
import type { Case } from '../../../shared/case/entry.ts'
import type { EarlierCase } from '../../../shared/history/earlierCase.ts'
import { markBoard } from '../../../shared/since/markBoard.ts'
import { newsOf } from '../../../shared/since/newsOf.ts'
import {
  buildCase,
  buildConflict,
  buildDocument,
  buildEntry,
  buildImaging,
  buildSite,
  buildSpecimen,
  buildSystemic,
  entryId,
} from '../../support/builders.ts'
import { squeezed } from '../../support/facts.ts'
import { fonts } from '../../support/pdf/buildDefinition.ts'
import { readPdf } from '../../support/pdf/readPdf.ts'
import { PRINTED, saidOnPaper } from './printSummary.ts'

const READING = { cutoff: '>=1', today: '2026-11-22' } as const
const TOUCH = { at: '2026-11-20T08:05:00.000Z', userName: 'Dr Probe', times: 1 }

const then: Case = buildCase([
  buildEntry(1, buildSite({ certainty: 'suspected' })),
  buildEntry(2, buildSpecimen({ label: 'A', grade: 'II' })),
  buildEntry(3, buildConflict()),
  buildEntry(4, buildImaging({ findings: 'nothing seen' })),
  buildEntry(5, buildDocument({ title: 'Removed letter' })),
])
const now: Case = buildCase([
  buildEntry(1, buildSite({ certainty: 'confirmed' })),
  buildEntry(2, buildSpecimen({ label: 'A', grade: 'III' })),
  buildEntry(3, buildConflict({ title: 'PR in B' })),
  buildEntry(4, buildImaging({ findings: 'two lesions' })),
  buildEntry(6, buildSystemic()),
])
const earlier: EarlierCase = {
  from: '2026-11-12T00:00:00.000Z',
  by: 'day',
  existed: true,
  patient: null,
  order: then.entries.map(({ id }) => id),
  touched: [1, 2, 3, 4, 5, 6].map(n => {
    const past = then.entries.find(({ id }) => id === entryId(n)) ?? null
    return { id: entryId(n), was: past === null ? 'absent' : 'there', past, touch: TOUCH }
  }),
  outcomes: [],
}

async function printed(withNews: boolean) {
  const board = boardOf(now, READING)
  const news = newsOf(now, earlier, { board, today: READING.today, zone: () => 0 })
  const definition = summaryDefinition({
    ...PRINTED,
    paper: 'A4',
    board: withNews ? markBoard(board, news) : board,
    news: withNews ? news : null,
  })
  const pdf = await readPdf(await renderPdf(definition, fonts))
  return { news, said: saidOnPaper(pdf) }
}

describe('what is new on paper', () => {
  test('is listed with every word of the list on screen, the earlier values and who changed them', async () => {
    const { news, said } = await printed(true)
    const { from: _, marked: __, ...words } = news
    const missing = collectFacts(words).filter(({ text }) => !said.includes(squeezed(text)))
    expect(missing.map(({ id, text }) => `${id}: ${text}`)).toEqual([])
    expect(said).toContain(squeezed('Found grade III, was grade II'))
    expect(said).toContain(squeezed('removed: Source “Removed letter”'))
  })

  test('carries the mark at its own place, wherever that is', async () => {
    const { said } = await printed(true)
    const marked = ['Scalp, side not stated', 'PR in B', 'MRI, brain']
    for (const words of marked) expect(said).toContain(squeezed(`◉ ${words}`))
    // The heading of the list explains the mark; five entries on the board carry it, some of them in two tables.
    expect(said.match(/◉/g)?.length).toBeGreaterThanOrEqual(6)
  })

  test('is neither listed nor marked where it was not asked for', async () => {
    const { said } = await printed(false)
    expect(said).not.toContain('◉')
    expect(said).not.toContain(squeezed('New since'))
  })
})
