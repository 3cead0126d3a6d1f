import { createPdfEngine, type PdfEngine } from '../../electron/pdf/pdfService.ts'
import type { PackSection } from '../../shared/meeting/pack.ts'
import { packJob, syntheticSections } from '../support/packs.ts'
import { type Bench, slowerRow } from './bench.ts'
import { interleave } from './interleave.ts'

const CASES = 60
const MANY = 240
/** Milliseconds that a pack of sixty may take. */
const SOON = 5000

/** A pack of sixty against sixty summaries by the same worker, and how much memory four times as many take. */
export const pack: Bench = {
  name: 'pack',
  run: async ({ quick, remark }) => {
    const engine = createPdfEngine({
      workerUrl: new URL('../../electron/pdf/worker.ts', import.meta.url),
    })
    try {
      await engine.warmUp()
      const sections = syntheticSections(quick ? CASES / 6 : CASES)
      const sides = await interleave(
        async () => void (await renderPack(engine, sections)),
        async () => void (await renderEach(engine, sections)),
        { warmUp: 1, rounds: quick ? 2 : 6, perRound: 1 },
      )
      const before = await peakOf(engine, sections)
      const after = await peakOf(engine, syntheticSections(sections.length * (MANY / CASES)))
      remark(
        `pack: most memory ${before} MB with ${sections.length} cases, ${after} MB with four times as many`,
      )
      const what = `pack of ${sections.length} cases without photographs`
      return [
        slowerRow(
          { what, against: 'as many single summaries', sides },
          { most: 1.5, p95: quick ? null : SOON },
        ),
      ]
    } finally {
      await engine.close()
    }
  },
}

async function renderPack(engine: PdfEngine, sections: readonly PackSection[]): Promise<void> {
  const result = await engine.renderPack(packJob(sections, { outcomeSheets: false }), async at => {
    const section = sections[at]
    if (section === undefined) throw new Error('no such section')
    return section
  })
  if (!result.ok) throw new Error(`the pack was not rendered: ${result.error.code}`)
}

async function renderEach(engine: PdfEngine, sections: readonly PackSection[]): Promise<void> {
  const { today, printedBy, printedAt, createdAt } = packJob([])
  for (const { case: of } of sections) {
    const result = await engine.render({
      kind: 'summary',
      photographs: [],
      case: of,
      meetings: [],
      cutoff: '>=1',
      today,
      earlier: null,
      paper: 'A4',
      printedBy,
      printedAt,
      createdAt,
      password: null,
    })
    if (!result.ok) throw new Error(`a summary was not rendered: ${result.error.code}`)
  }
}

/** Megabytes of this process and its worker at most, while a pack is made. */
async function peakOf(engine: PdfEngine, sections: readonly PackSection[]): Promise<number> {
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 50)
  try {
    await renderPack(engine, sections)
  } finally {
    clearInterval(timer)
  }
  return Math.round(most / 1_000_000)
}
