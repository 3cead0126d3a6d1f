import { randomUUID } from 'node:crypto'
import { createPdfEngine, type PdfEngine } from '../../electron/pdf/pdfService.ts'
import { EntryId } from '../../shared/ids.ts'
import type { PackSection } from '../../shared/meeting/pack.ts'
import { packJob, syntheticSections } from '../support/packs.ts'
import { noisyJpeg } from '../support/pictures/noisyJpeg.ts'
import { absoluteRow, type Bench, slowerRow } from './bench.ts'
import { interleave, repeat } from './interleave.ts'

const CASES = 60
const MANY = 240
/** Milliseconds that a pack of sixty may take. */
const SOON = 5000

/** Photographs of each case in the pack that has them. */
const PHOTOGRAPHS = 2
/** Noise of this size is as long as a photograph in the size in which it is printed, some 180 KB. */
const NOISE = { width: 430, height: 320 } as const

/**
 * A pack of sixty against sixty summaries by the same worker, the same with photographs, and how much memory four times as
 * many cases take.
 */
export const pack: Bench = {
  name: 'pack',
  run: async ({ quick }) => {
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
      const photographed = await withPhotographs(sections)
      const illustrated = await repeat(async () => void (await renderPack(engine, photographed)), {
        warmUp: 1,
        rounds: quick ? 1 : 4,
      })
      const before = await peakOf(engine, sections)
      const after = await peakOf(engine, syntheticSections(sections.length * (MANY / CASES)))
      const memory = { ours: [after], theirs: [before], ratios: [after / before] }
      const what = `pack of ${sections.length} cases without photographs`
      return [
        slowerRow(
          { what, against: 'as many single summaries', sides },
          { most: 1.5, p95: quick ? null : SOON },
        ),
        absoluteRow(
          `pack of ${sections.length} cases with ${sections.length * PHOTOGRAPHS} photographs`,
          illustrated,
          null,
        ),
        slowerRow(
          {
            what: `most memory of a pack (MB, not ms), ${sections.length * (MANY / CASES)} cases`,
            against: `${sections.length} cases`,
            sides: memory,
          },
          { most: 1.1 },
        ),
      ]
    } finally {
      await engine.close()
    }
  },
}

/** Two photographs of noise for each case, which no lesion of it has, so that they are printed all the same. */
async function withPhotographs(sections: readonly PackSection[]): Promise<PackSection[]> {
  const jpeg = await noisyJpeg(NOISE.width, NOISE.height)
  return sections.map(section => ({
    ...section,
    photographs: Array.from({ length: PHOTOGRAPHS }, () => ({
      photograph: EntryId.parse(randomUUID()),
      lesion: null,
      caption: 'close-up, 22-Nov-2026',
      jpeg,
    })),
  }))
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
