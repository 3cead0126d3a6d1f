import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demoCase } from '../../../electron/demo/demoCase.ts'
import type { Board } from '../../../shared/board/board.ts'
import { boardOf } from '../../../shared/board/boardOf.ts'
import type { Fact } from '../../../shared/board/fact.ts'
import { CUTOFFS } from '../../../shared/receptors/cutoffId.ts'
import { caseArbitrary } from '../../support/caseArbitrary.ts'
import { factsForPaper, squeezed } from '../../support/facts.ts'
import { partId } from '../../support/meetings.ts'
import { meetingOn, SIGNED } from '../../support/patientMeetings.ts'
import {
  expectNothingOutsidePage,
  findElements,
  type PdfContent,
  readPdf,
} from '../../support/pdf/readPdf.ts'
import { PRINTED, printAndRead, printSummary, saidOnPaper } from './printSummary.ts'

const TODAY = '2026-11-22'
const demo = await demoCase(
  new URL('../../../resources/demo/wu-2024.json', import.meta.url).pathname,
)

const ADDENDA = [
  {
    id: partId(60),
    at: '2026-11-20T08:00:00.000Z',
    userName: 'Dr Testa',
    text: 'The external report arrived.',
  },
]

/** Facts of the board that cannot be found on the paper. */
function unsaid(board: Board, said: string): string[] {
  return factsForPaper(board)
    .filter(({ fact }) => !said.includes(squeezed(fact.text)))
    .map(({ path, fact }) => `${path}: ${fact.text}`)
}

describe('a summary says what the board says, word for word', () => {
  test.each(CUTOFFS)('for the demo under %s', async cutoff => {
    const board = boardOf(demo, { cutoff, today: TODAY })
    const pdf = await printAndRead(board)
    expect(unsaid(board, saidOnPaper(pdf))).toEqual([])
    expect(scattered(board, pdf)).toEqual([])
    expect(pdf.text).not.toContain('[U+')
  })

  test('for meetings to come and past, with a signed outcome, what was added to it and what became of it', async () => {
    const list = [
      meetingOn(2, '2026-11-26', { presenter: 'Dr Probe' }),
      meetingOn(1, '2026-11-19', {}, { signed: SIGNED, addenda: ADDENDA }),
    ]
    const board = boardOf(demo, {
      cutoff: '>=1',
      today: TODAY,
      meetings: { list, zone: () => 0 },
    })
    const pdf = await printAndRead(board)
    expect(unsaid(board, saidOnPaper(pdf))).toEqual([])
    expect(saidOnPaper(pdf)).toContain(squeezed('The external report arrived.'))
  })

  test('for cases of every shape, on both papers, with nothing outside the page', async () => {
    await fc.assert(
      fc.asyncProperty(
        caseArbitrary(),
        fc.constantFrom(...CUTOFFS),
        fc.constantFrom('A4' as const, 'LETTER' as const),
        async (of, cutoff, paper) => {
          const board = boardOf(of, { cutoff, today: TODAY })
          const bytes = await printSummary(board, paper)
          const pdf = await readPdf(bytes)
          expect(unsaid(board, saidOnPaper(pdf))).toEqual([])
          expect(scattered(board, pdf)).toEqual([])
          expect(pdf.text).not.toContain('[U+')
          expectIdentityOnEveryPage(board, pdf.pages)
          await expectNothingOutsidePage(bytes)
        },
      ),
      { numRuns: 12, endOnFailure: true },
    )
  }, 240_000)

  test('for cases of forty sites and twenty specimens, over as many pages as it takes', async () => {
    const sizes = { sites: 40, specimens: 20, others: 12 }
    const large = caseArbitrary(sizes).filter(({ entries }) => entries.length > 60)
    for (const of of fc.sample(large, { numRuns: 2, seed: 4 })) {
      const board = boardOf(of, { cutoff: '>=1', today: TODAY })
      const bytes = await printSummary(board)
      const pdf = await readPdf(bytes)
      expect(pdf.pages.length).toBeGreaterThan(3)
      expect(unsaid(board, saidOnPaper(pdf))).toEqual([])
      expect(scattered(board, pdf)).toEqual([])
      await expectNothingOutsidePage(bytes)
    }
  }, 120_000)
})

/** Entries whose facts do not stand together in rows of their own. */
function scattered(board: Board, pdf: PdfContent): string[] {
  const rows = findElements(pdf, 'TR').map(row => squeezed(row.text))
  const isTogether = (facts: readonly (Fact | null)[], rowStart = ''): boolean =>
    rows.some(
      row =>
        row.startsWith(squeezed(rowStart)) &&
        facts.every(fact => fact === null || row.includes(squeezed(fact.text))),
    )
  const { sites, specimens, systemic, local, imaging, assessments } = board
  const checks = [
    ...sites.map(one => ({
      name: `site ${one.number}`,
      is: isTogether([
        one.name,
        one.certaintyWord,
        one.firstSeen,
        one.foundBy,
        one.status,
        one.interval,
        one.source,
        ...(one.number.startsWith('P') ? [] : one.details),
      ]),
    })),
    ...specimens.map(one => ({
      name: `receptors of ${one.label}`,
      is: isTogether(
        [
          one.procedure,
          one.collected,
          one.subtype?.label ?? null,
          ...one.results
            .slice(0, 4)
            .flatMap(({ value, call, change, flag }) => [
              value,
              call,
              change?.fact ?? null,
              flag?.fact ?? null,
            ]),
        ],
        one.label + one.from.text,
      ),
    })),
    ...specimens
      .filter(one => one.details.length > 0 || one.source !== null)
      .map(one => ({
        name: `specimen ${one.label}`,
        is: isTogether(
          [...one.details, one.source, ...one.results.flatMap(result => result.details)],
          one.label + one.from.text,
        ),
      })),
    ...systemic.map(one => ({
      name: one.name.text,
      is: isTogether([one.name, one.line, one.started, one.ended, one.source, ...one.details]),
    })),
    ...local.map(one => ({
      name: one.what.text,
      is: isTogether([one.what, one.when, one.source, ...one.details], one.modalityWord),
    })),
    ...imaging.map(one => ({
      name: one.what.text,
      is: isTogether([one.what, one.when, one.findings, one.source, ...one.details]),
    })),
    ...assessments.map(one => ({
      name: one.what.text,
      is: isTogether([one.what, one.when, one.source]),
    })),
  ]
  return checks.filter(({ is }) => !is).map(({ name }) => name)
}

function expectIdentityOnEveryPage(board: Board, pages: readonly { text: string }[]): void {
  const { name, born, sex, identifiers } = board.banner
  const facts = [name, born, sex, ...identifiers.map(({ fact }) => fact)]
  pages.forEach(({ text }, i) => {
    const page = squeezed(text)
    for (const fact of facts) expect(page).toContain(squeezed(fact.text))
    expect(page).toContain('DRAFT')
    expect(page).toContain(squeezed(`Page ${i + 1} of ${pages.length}`))
    expect(page).toContain(squeezed(`Printed ${PRINTED.printedAt} by ${PRINTED.printedBy.name}`))
    expect(page).toContain(squeezed('Confidential: patient information'))
  })
}

describe('a summary of the demo', () => {
  const board = boardOf(demo, { cutoff: '>=1', today: TODAY })
  const printed = printAndRead(board)

  test('prints both readings of every conflict in few words and in full, each with its source', async () => {
    const paragraphs = findElements(await printed, 'P').map(one => squeezed(one.text))
    expect(board.conflicts).toHaveLength(24)
    for (const { label, title, statements } of board.conflicts) {
      const readings = statements.map(
        ({ short, text, source }) => `${short.text}: ${text.text} — ${source.text}`,
      )
      expect(paragraphs).toContain(squeezed(`${label} ${title.text}: ${readings.join(' | ')}`))
    }
  })

  test('names every missing item in one list', async () => {
    const names = board.missing.map(({ fact }) => fact.text).join(' · ')
    expect(board.missing.length).toBeGreaterThan(0)
    expect(saidOnPaper(await printed)).toContain(squeezed(names))
  })

  test('reads not reported for HER2 of the scalp specimen, and nowhere triple-negative', async () => {
    const row = findElements(await printed, 'TR').find(one => one.text.startsWith('E Scalp'))
    expect(row?.children[3]?.text).toContain('not reported')
    expect((await printed).text).not.toMatch(/triple/i)
  })

  test('takes three pages of A4', async () => {
    const { pages } = await printed
    expect(pages).toHaveLength(3)
  })

  test('has identity, page x of y and who printed it on every page', async () => {
    expectIdentityOnEveryPage(board, (await printed).pages)
  })

  test('is tagged, titled, in a language, bookmarked, with every font in it', async () => {
    const pdf = await printed
    expect(pdf).toMatchObject({ isTagged: true, language: 'en' })
    expect(pdf.title).toBe('Summary: Published case (Wu 2024)')
    expect(findElements(pdf, 'H1').map(({ text }) => text)).toEqual([board.banner.name.text])
    const titles = pdf.outline.map(({ title }) => title)
    expect(titles).toEqual(
      expect.arrayContaining(['Question', 'Receptor history', 'Sites', 'Treatment', 'Conflicts']),
    )
    expect(pdf.fonts.filter(font => !font.isEmbedded)).toEqual([])
  })
})
