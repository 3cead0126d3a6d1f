import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demoCase } from '../../../electron/demo/demoCase.ts'
import {
  defineLesionReport,
  type LesionReportJob,
} from '../../../electron/pdf/lesion/lesionReportJob.ts'
import { renderPdf } from '../../../electron/pdf/render.ts'
import { boardOf } from '../../../shared/board/boardOf.ts'
import { lesionReport } from '../../../shared/board/lesionReport.ts'
import type { PrintedPhotograph } from '../../../shared/board/printedPhotograph.ts'
import type { Case } from '../../../shared/case/entry.ts'
import type { EntryId } from '../../../shared/ids.ts'
import {
  buildCase,
  buildConflict,
  buildDocument,
  buildEntry,
  buildLocal,
  buildSite,
  buildSpecimen,
  buildSystemic,
  entryId,
  monthsAfter,
  on,
} from '../../support/builders.ts'
import { caseArbitrary } from '../../support/caseArbitrary.ts'
import { squeezed, walkFacts } from '../../support/facts.ts'
import { fonts } from '../../support/pdf/buildDefinition.ts'
import {
  expectNothingOutsidePage,
  findElements,
  type PdfContent,
  readPdf,
} from '../../support/pdf/readPdf.ts'
import { jpegFile } from '../../support/pictures/jpegFile.ts'
import {
  buildEct,
  buildFollowUp,
  buildLesion,
  buildSkinNote,
  buildWound,
  lesionSize,
} from '../../support/skinBuilders.ts'
import { saidOnPaper } from '../summary/printSummary.ts'

const TODAY = '2026-11-22'
const LESION = entryId(1)

/** What of the model is not printed in its own words, each with the reason. */
const NOT_PRINTED = [
  {
    path: /^lesion\.(specimens|treatments)\./,
    reason: 'said in few words of what has its own rows',
  },
  { path: /^site\.(nameInGroup|firstSeenShort)$/, reason: 'for lists and an axis of the screen' },
  { path: /^(notes|treatments)\.\d+\.caption$/, reason: 'words beside a mark on the axis' },
  { path: /^notes\.\d+\.what$/, reason: 'all notes here are of this lesion' },
  { path: /^banner\.allergies$/, reason: 'no part of the identity; in the summary' },
  { path: /^rule\.sentence$/, reason: 'said where there are receptors, which is tested apart' },
] as const

function jobOf(of: Case, lesion: EntryId, changes: Partial<LesionReportJob> = {}): LesionReportJob {
  return {
    kind: 'lesion',
    case: of,
    lesion,
    photographs: [],
    cutoff: '>=1',
    today: TODAY,
    paper: 'A4',
    printedBy: { name: 'Dr Probe', role: 'dermatologist' },
    printedAt: '22-Nov-2026 14:32',
    createdAt: '2026-11-22T14:32:00.000Z',
    password: null,
    ...changes,
  }
}

function print(of: Case, lesion = LESION, changes: Partial<LesionReportJob> = {}) {
  return renderPdf(defineLesionReport(jobOf(of, lesion, changes)), fonts)
}

/** Facts of the model that cannot be found on the paper. */
function unsaid(of: Case, lesion: EntryId, pdf: PdfContent): string[] {
  const report = lesionReport(of, boardOf(of, { cutoff: '>=1', today: TODAY }), lesion)
  const said = saidOnPaper(pdf)
  return walkFacts(report)
    .filter(({ path }) => !NOT_PRINTED.some(one => one.path.test(path)))
    .filter(({ fact }) => !said.includes(squeezed(fact.text)))
    .map(({ path, fact }) => `${path}: ${fact.text}`)
}

const SOURCE = { document: entryId(9), locator: 'page 2' }

/** A lesion with all that can be linked to it: invented, and plainly so. */
const full = buildCase([
  buildEntry(
    1,
    buildLesion({
      label: 'L7',
      pin: { plate: 'headFront', x: 60, y: 20 },
      site: entryId(2),
      extent: '4 cm along the hairline',
      toScar: { answer: 'no', words: null },
      sources: [SOURCE],
    }),
  ),
  buildEntry(2, buildSite({ bodySite: 'skin-scalp', side: null })),
  buildEntry(3, buildSpecimen({ label: 'A', lesion: LESION, site: entryId(2) })),
  buildEntry(
    4,
    buildSkinNote({
      when: on('2022-05-03'),
      author: 'Dr Testa',
      sizes: [lesionSize([12, 9])],
      course: 'stable',
    }),
  ),
  buildEntry(
    5,
    buildSkinNote({
      when: on('2022-08-01'),
      author: 'Dr Probe',
      sizes: [lesionSize([18, 11])],
      course: 'larger',
      signs: { growth: 'yes' },
      wound: buildWound({ changes: 'every second day', scales: [] }),
      text: 'Invented: the patient says that it itches.',
    }),
  ),
  buildEntry(
    6,
    buildLocal({
      modality: 'electrochemotherapy',
      started: on('2022-09-10'),
      skinLesions: [LESION],
      ect: buildEct({
        drug: 'bleomycin',
        area: 'scalp, 5 × 4 cm',
        followUps: [buildFollowUp({ by: 'Dr Testa', text: 'A scab, as expected.' })],
      }),
    }),
  ),
  buildEntry(7, buildLocal({ modality: 'surgery', started: on('2021-01-01') })),
  buildEntry(8, buildSystemic({ started: on('2022-04') })),
  buildEntry(9, buildDocument({ title: 'Letter of the skin clinic, invented' })),
  buildEntry(10, buildDocument({ title: 'Another document, of nothing here' })),
  buildEntry(11, buildLesion({ label: 'L8', bodySite: 'skin-chest-wall' })),
  buildEntry(12, buildConflict({ label: 'X3', about: [{ entry: LESION, facet: null }] })),
])

describe('the report of a skin lesion', () => {
  const printed = print(full).then(readPdf)

  test('says all that the model says of the lesion and of what it is linked to', async () => {
    const pdf = await printed
    expect(unsaid(full, LESION, pdf)).toEqual([])
    const said = saidOnPaper(pdf)
    for (const text of [
      '12 × 9 mm',
      '18 × 11 mm',
      'bleomycin',
      'A scab, as expected.',
      'the patient says that it itches',
      'every second day',
      'Letter of the skin clinic, invented',
    ])
      expect(said).toContain(squeezed(text))
    expect(said).toContain(squeezed('Calls at ≥ 1 % (ASCO/CAP 2020)'))
    expect(pdf.text).not.toContain('[U+')
  })

  test('says nothing of other lesions, documents and treatments', async () => {
    const said = saidOnPaper(await printed)
    expect(said).not.toContain('L8')
    expect(said).not.toContain(squeezed('Another document, of nothing here'))
    expect(findElements(await printed, 'TR').map(({ text }) => text)).not.toContainEqual(
      expect.stringMatching(/^surgery/),
    )
  })

  test('shows the pin on the body and in a close-up, in words for who does not see it', async () => {
    const [alt, ...more] = findElements(await printed, 'Figure')
      .map(figure => figure.alt ?? '')
      .filter(words => words.includes('Skin lesion L7'))
    expect(more).toEqual([])
    expect(alt).toMatch(
      /Front of the body.*Skin lesion L7: Scalp.*Head from the front.*Skin lesion L7: Scalp/s,
    )
    expect(alt).not.toContain('no pin set')
  })

  test('charts the recorded sizes, and says what was drawn', async () => {
    const charts = findElements(await printed, 'Figure').map(({ alt }) => alt)
    expect(charts).toContainEqual(
      expect.stringMatching(/^Recorded sizes, oldest first: 12 × 9 mm.*18 × 11 mm/),
    )
  })

  test('charts sizes that are dated by intervals alone, and says on which scale', async () => {
    const notes = [3, 5].map((months, i) =>
      buildEntry(
        4 + i,
        buildSkinNote({ when: monthsAfter(entryId(2), months), sizes: [lesionSize([12 + i, 9])] }),
      ),
    )
    const surgery = buildLocal({ started: [], ended: { status: 'notRecorded', when: [] } })
    const of = buildCase([buildEntry(1, buildLesion()), buildEntry(2, surgery), ...notes])
    const pdf = await readPdf(await print(of))
    expect(unsaid(of, LESION, pdf)).toEqual([])
    expect(saidOnPaper(pdf)).toContain(squeezed('Months since surgery. Upright strokes'))
  })

  test('names a treatment whole that began as late as the last size, however long its name', async () => {
    const name =
      'electrochemotherapy of the whole field with bleomycin given intravenously, second session'
    const notes = ['2022-05-03', '2022-09-09'].map((day, i) =>
      buildEntry(4 + i, buildSkinNote({ when: on(day), sizes: [lesionSize([12 + i, 9])] })),
    )
    const treatment = buildLocal({
      modality: 'electrochemotherapy',
      what: [{ text: name, source: null }],
      started: on('2022-09-10'),
      ended: { status: 'ended', when: on('2022-09-10') },
      skinLesions: [LESION],
    })
    const of = buildCase([buildEntry(1, buildLesion()), buildEntry(2, treatment), ...notes])
    const bytes = await print(of)
    await expectNothingOutsidePage(bytes)
    const figures = findElements(await readPdf(bytes), 'Figure')
    expect(squeezed(figures.map(({ text }) => text).join(''))).toContain(squeezed(name))
  })

  test('is one page with the identity, who printed it, tags and bookmarks', async () => {
    const pdf = await printed
    expect(pdf.pages).toHaveLength(1)
    expect(pdf).toMatchObject({
      isTagged: true,
      language: 'en',
      title: expect.stringMatching(/^Skin lesion L7: /),
    })
    const text = squeezed(pdf.pages[0]?.text ?? '')
    for (const words of [
      'Skin lesion L7, page 1 of 1',
      'Printed 22-Nov-2026 14:32 by Dr Probe (dermatologist)',
      'Confidential: patient information',
      'DRAFT',
    ])
      expect(text).toContain(squeezed(words))
    expect(pdf.outline.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Skin lesion L7', 'Recorded', 'Size over time', 'Notes', 'Biopsies']),
    )
    expect(pdf.fonts.filter(font => !font.isEmbedded)).toEqual([])
  })

  test('goes on over pages that each say whose they are where one is not enough', async () => {
    const notes = Array.from({ length: 60 }, (_, i) =>
      buildEntry(
        100 + i,
        buildSkinNote({
          when: on(`2022-0${1 + (i % 9)}-1${i % 10}`),
          author: 'Dr Testa',
          text: `Invented note number ${i}: ${'seen and described at length; '.repeat(6)}`,
        }),
      ),
    )
    const of = buildCase([...full.entries, ...notes], full.patient)
    const bytes = await print(of, LESION, { paper: 'LETTER' })
    const pdf = await readPdf(bytes)
    expect(pdf.pages.length).toBeGreaterThan(1)
    expect(unsaid(of, LESION, pdf)).toEqual([])
    const name = boardOf(of, { cutoff: '>=1', today: TODAY }).banner.name.text
    pdf.pages.forEach(({ text }, i) => {
      expect(squeezed(text)).toContain(squeezed(name))
      expect(squeezed(text)).toContain(
        squeezed(`Skin lesion L7, page ${i + 1} of ${pdf.pages.length}`),
      )
    })
    await expectNothingOutsidePage(bytes)
  }, 60_000)

  test('has the photographs that it is given, each with its words, and no other', async () => {
    const photograph: PrintedPhotograph = {
      photograph: entryId(40),
      lesion: LESION,
      caption: 'close-up, 01-Aug-2022',
      jpeg: new Uint8Array(jpegFile(900, 1200)),
    }
    const pdf = await readPdf(await print(full, LESION, { photographs: [photograph] }))
    const figures = (content: PdfContent) =>
      findElements(content, 'Figure').filter(({ alt }) => alt?.startsWith('Photograph of'))
    expect(figures(pdf).map(({ alt }) => alt)).toEqual([
      'Photograph of skin lesion L7: close-up, 01-Aug-2022',
    ])
    expect(figures(await printed)).toEqual([])
  })

  test('opens by its password alone', async () => {
    const bytes = await print(full, LESION, { password: 'Kastanienbaum-88' })
    await expect(readPdf(bytes)).rejects.toMatchObject({ name: 'PasswordException' })
    expect((await readPdf(bytes, 'Kastanienbaum-88')).text).toContain('Skin lesion L7')
  })

  test('of a lesion that the case does not have is refused', () => {
    expect(() => defineLesionReport(jobOf(full, entryId(99)))).toThrow('does not have')
  })

  test('of the published case is one page: no pin, no note, its biopsy and both statements of each conflict', async () => {
    const demo = await demoCase(
      new URL('../../../resources/demo/wu-2024.json', import.meta.url).pathname,
    )
    const lesion = demo.entries.find(({ body }) => body.kind === 'lesion')?.id ?? LESION
    const pdf = await readPdf(await print(demo, lesion))
    expect(pdf.pages).toHaveLength(1)
    expect(unsaid(demo, lesion, pdf)).toEqual([])
    const said = saidOnPaper(pdf)
    expect(said).toContain(squeezed('No note is recorded.'))
    expect(said).toContain(squeezed('positive → low positive'))
    expect(JSON.stringify(findElements(pdf, 'Figure'))).toContain('no pin set')
  })

  test('says all of any lesion of any case, on both papers, with nothing outside the page', async () => {
    const some = caseArbitrary({ sites: 3, specimens: 3, others: 6, lesions: 3 })
    await fc.assert(
      fc.asyncProperty(
        some,
        fc.constantFrom('A4' as const, 'LETTER' as const),
        async (of, paper) => {
          for (const { id } of of.entries
            .filter(({ body }) => body.kind === 'lesion')
            .slice(0, 2)) {
            const bytes = await print(of, id, { paper })
            expect(unsaid(of, id, await readPdf(bytes))).toEqual([])
            await expectNothingOutsidePage(bytes)
          }
        },
      ),
      { numRuns: 8, endOnFailure: true },
    )
  }, 240_000)
})
