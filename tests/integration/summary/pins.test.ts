import { expect, test } from 'vitest'
import { boardOf } from '../../../shared/board/boardOf.ts'
import type { Lesion } from '../../../shared/case/lesion.ts'
import { buildCase, buildEntry, buildSite } from '../../support/builders.ts'
import { findElements, type PdfText } from '../../support/pdf/readPdf.ts'
import { buildLesion, buildSkinNote } from '../../support/skinBuilders.ts'
import { printAndRead } from './printSummary.ts'

const LEFT_CHEST: Partial<Lesion> = {
  label: 'L1',
  bodySite: 'skin-chest-wall',
  side: 'left',
  pin: { plate: 'front', x: 62, y: 52 },
}

async function figureOf(...lesions: readonly Partial<Lesion>[]) {
  const entries = lesions.map((lesion, i) => buildEntry(i + 1, buildLesion(lesion)))
  const of = buildCase([
    ...entries,
    buildEntry(20, buildSite()),
    buildEntry(21, buildSkinNote({ signs: { growth: 'yes' } })),
  ])
  const pdf = await printAndRead(boardOf(of, { cutoff: '>=1', today: '2026-11-22' }))
  const alt = findElements(pdf, 'Figure').map(figure => figure.alt ?? '')
  const words = alt.find(text => text.startsWith('Front of the body')) ?? ''
  const items = pdf.pages.flatMap(page => page.items)
  return { words, labels: items.filter(({ text }) => /^L\d$/.test(text)) }
}

/** On the figure, which is at the left of the list of sites. */
function onFigure(labels: readonly PdfText[]): string[] {
  return labels.filter(({ left }) => left > 40 && left < 150).map(({ text }) => text)
}

test('the figure of the summary has a pin for each skin lesion, with its signs in words', async () => {
  const { words, labels } = await figureOf(LEFT_CHEST, { label: 'L2' })
  expect(onFigure(labels)).toEqual(expect.arrayContaining(['L1', 'L2']))
  expect(words).toMatch(/Skin lesion L1: .*Growth or change in existing lesions/)
  expect(words).toContain('Skin lesion L2: Scalp')
  expect(words.match(/no pin set, drawn at its region/g)).toHaveLength(1)
})

test('a pin on the back, or on a side of the head, has a drawing that shows it', async () => {
  const { words } = await figureOf(
    { label: 'L1', pin: { plate: 'back', x: 50, y: 60 } },
    { label: 'L2', pin: { plate: 'headLeft', x: 15, y: 10 } },
  )
  expect(words).toMatch(/Back of the body.*Skin lesion L1.*Head from the front.*Skin lesion L2/s)
})

test('without skin lesions there is neither a pin nor a word of pins', async () => {
  const { words, labels } = await figureOf()
  expect([words.includes('Skin lesion'), labels]).toEqual([false, []])
})
