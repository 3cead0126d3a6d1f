import { beforeAll, describe, expect, test } from 'vitest'
import { aboutPack, packParts } from '../../../electron/pdf/pack/packParts.ts'
import { renderParts } from '../../../electron/pdf/render.ts'
import type { Board } from '../../../shared/board/board.ts'
import { boardOf } from '../../../shared/board/boardOf.ts'
import type { PackSection } from '../../../shared/meeting/pack.ts'
import { factsForPaper, factsOf, squeezed } from '../../support/facts.ts'
import { packJob, syntheticSections } from '../../support/packs.ts'
import { fonts } from '../../support/pdf/buildDefinition.ts'
import {
  expectNothingOutsidePage,
  type PdfContent,
  type PdfPageContent,
  readPdf,
} from '../../support/pdf/readPdf.ts'

const COUNT = 60
const SLOW = 600_000
/** A fact of fewer letters may stand by chance in the words of another patient. */
const TELLING = 24

const sections = syntheticSections(COUNT)
const job = packJob(sections)
let bytes: Uint8Array
let pdf: PdfContent

async function print(of: readonly PackSection[], kind = job): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  await renderParts(
    aboutPack(kind),
    packParts(kind, async at => of[at] ?? Promise.reject(new Error('no such section'))),
    fonts,
    piece => pieces.push(piece),
  )
  return new Uint8Array(Buffer.concat(pieces))
}

beforeAll(async () => {
  bytes = await print(sections)
  pdf = await readPdf(bytes)
}, SLOW)

function boardOfSection({ case: of }: PackSection): Board {
  return boardOf(of, { cutoff: '>=1', today: job.today })
}

/** The pages that say they are of the patient at this place. */
function pagesOf(place: number): PdfPageContent[] {
  return pdf.pages.filter(page => page.artifactText.includes(`No. ${place}, page `))
}

describe('a pack of sixty', () => {
  test('names on every page its patient or its meeting, the place in the pack and in the section', () => {
    const places = pdf.pages.map(({ artifactText }) => /No\. (\d+), page/.exec(artifactText)?.[1])
    expect(places.filter((place, at) => place !== undefined && place !== places[at - 1])).toEqual(
      sections.map((_, at) => String(at + 1)),
    )
    pdf.pages.forEach(({ artifactText }, at) => {
      expect(artifactText).toContain(`Pack page ${at + 1} of ${pdf.pages.length}`)
      expect(artifactText).toContain('Confidential: patient information')
      if (places[at] === undefined) expect(artifactText).toContain('Agenda, page ')
    })
    sections.forEach((section, at) => {
      const { name, born, sex, identifiers } = boardOfSection(section).banner
      const identity = [name, born, sex, ...identifiers.map(({ fact }) => fact)]
      const pages = pagesOf(at + 1)
      pages.forEach((page, number) => {
        const text = squeezed(page.text)
        for (const fact of identity) expect(text).toContain(squeezed(fact.text))
        expect(page.artifactText).toContain(`page ${number + 1} of ${pages.length}`)
      })
    })
  })

  test('says everything of each patient, and nothing of any other', () => {
    const own = sections.map(section =>
      factsForPaper(boardOfSection(section)).map(({ fact }) => squeezed(fact.text)),
    )
    const said = sections.map((_, at) =>
      squeezed(
        pagesOf(at + 1)
          .map(page => page.structure?.text ?? '')
          .join(''),
      ),
    )
    said.forEach((text, at) => {
      expect(own[at]?.filter(fact => !text.includes(fact))).toEqual([])
      const section = sections[at]
      const every = section === undefined ? [] : factsOf(boardOfSection(section))
      const ownText = every.map(({ fact }) => squeezed(fact.text)).join(' ')
      const foreign = own
        .filter((_, other) => other !== at)
        .flat()
        .filter(fact => fact.length >= TELLING && text.includes(fact) && !ownText.includes(fact))
      expect([at + 1, foreign]).toEqual([at + 1, []])
    })
  })

  test('lists every case in the agenda, in order', () => {
    const agenda = squeezed(
      pdf.pages
        .filter(page => page.artifactText.includes('Agenda, page'))
        .map(page => page.structure?.text ?? '')
        .join(''),
    )
    const places = sections.map(section =>
      agenda.indexOf(squeezed(boardOfSection(section).banner.name.text)),
    )
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  test('has nothing outside its pages, no letter that is missing, every font in it, and bookmarks', async () => {
    await expectNothingOutsidePage(bytes)
    expect(pdf.text).not.toContain('[U+')
    expect(pdf).toMatchObject({ isTagged: true, language: 'en' })
    expect(pdf.fonts.filter(font => !font.isEmbedded)).toEqual([])
    expect(pdf.outline.map(({ title }) => title)).toEqual([
      'Agenda',
      ...sections.map(section => boardOfSection(section).banner.name.text),
    ])
    for (const { children } of pdf.outline.slice(1))
      expect(children.map(({ title }) => title)).toEqual(
        expect.arrayContaining(['Question', 'This meeting', 'Conflicts', 'Outcome sheet']),
      )
  }, 120_000)
})
