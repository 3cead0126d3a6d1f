import { expect, test } from 'vitest'
import { renderPdf } from '../../../electron/pdf/render.ts'
import { summaryDefinition } from '../../../electron/pdf/summary/summaryDefinition.ts'
import { boardOf } from '../../../shared/board/boardOf.ts'
import type { PrintedPhotograph } from '../../../shared/board/printedPhotograph.ts'
import { buildCase, buildEntry, entryId } from '../../support/builders.ts'
import { fonts } from '../../support/pdf/buildDefinition.ts'
import { type PdfContent, readPdf } from '../../support/pdf/readPdf.ts'
import { jpegFile } from '../../support/pictures/jpegFile.ts'
import { buildLesion } from '../../support/skinBuilders.ts'
import { PRINTED } from './printSummary.ts'

const board = boardOf(buildCase([buildEntry(1, buildLesion({ label: 'L7' }))]), {
  cutoff: '>=1',
  today: '2026-11-22',
})

function photograph(n: number, overrides: Partial<PrintedPhotograph> = {}): PrintedPhotograph {
  const jpeg = new Uint8Array(jpegFile(n % 2 === 0 ? 1600 : 900, 1200))
  return {
    photograph: entryId(10 + n),
    lesion: entryId(1),
    caption: `close-up number ${n}`,
    jpeg,
    ...overrides,
  }
}

async function printed(photographs: readonly PrintedPhotograph[]): Promise<PdfContent> {
  const definition = summaryDefinition({ ...PRINTED, board, photographs, paper: 'A4' })
  return readPdf(await renderPdf(definition, fonts))
}

function described(pdf: PdfContent): string[] {
  return (
    JSON.stringify(pdf.pages.map(({ structure }) => structure)).match(/Photograph of [^"]+/g) ?? []
  )
}

test('photographs stand with their lesion, each with its words and a description for who does not see it', async () => {
  const pdf = await printed([1, 2, 3, 4].map(n => photograph(n)))
  expect(described(pdf)).toEqual(
    [1, 2, 3, 4].map(n => `Photograph of skin lesion L7: close-up number ${n}`),
  )
  const said = pdf.pages.map(({ structure }) => structure?.text ?? '').join('')
  for (const n of [1, 2, 3, 4]) expect(said).toContain(`close-up number ${n}`)
})

test('one that belongs to no lesion is printed all the same', async () => {
  const pdf = await printed([photograph(1, { lesion: null })])
  expect(described(pdf)).toEqual(['Photograph of the skin: close-up number 1'])
})

test('without photographs there is none', async () => {
  expect(described(await printed([]))).toEqual([])
})
