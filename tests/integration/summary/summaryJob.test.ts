import { afterAll, describe, expect, test } from 'vitest'
import { demoCase } from '../../../electron/demo/demoCase.ts'
import { createSummaryPort, PaperFailure } from '../../../electron/paperPort.ts'
import { createPdfEngine } from '../../../electron/pdf/pdfService.ts'
import type { SummaryInput } from '../../../electron/services/ports.ts'
import { LONGEST_LINE, LONGEST_TEXT } from '../../../shared/text.ts'
import {
  buildCase,
  buildContext,
  buildDetails,
  buildEntry,
  buildImaging,
  buildPatient,
  buildSite,
} from '../../support/builders.ts'
import { squeezed } from '../../support/facts.ts'
import { expectNothingOutsidePage, readPdf } from '../../support/pdf/readPdf.ts'

const workerUrl = new URL('../../../electron/pdf/worker.ts', import.meta.url)
const engine = createPdfEngine({ workerUrl })
const port = createSummaryPort(engine)
const demo = await demoCase(
  new URL('../../../resources/demo/wu-2024.json', import.meta.url).pathname,
)
afterAll(() => engine.close())

const input: SummaryInput = {
  case: demo,
  meetings: [],
  photographs: [],
  earlier: null,
  cutoff: '>=1',
  paper: 'A4',
  password: null,
  printedBy: { name: 'Demo Coordinator', role: 'coordinator' },
  printedAt: '2026-11-22T14:32:00.000Z',
}
const still = { signal: new AbortController().signal, onProgress: () => undefined }

describe('the summary made in the worker', () => {
  test('counts its pages, tells how far it is, and names who printed it and when', async () => {
    const done: number[] = []
    const { bytes, pages } = await port.render(input, {
      ...still,
      onProgress: one => done.push(one),
    })
    const pdf = await readPdf(bytes)
    expect(pdf.pages).toHaveLength(pages)
    expect(done).toEqual(done.toSorted((a, b) => a - b))
    expect(done.at(-1)).toBe(1)
    const stamp = /Printed \d\d-[A-Z][a-z]{2}-2026 \d\d:\d\d by Demo Coordinator \(coordinator\)/
    for (const page of pdf.pages) expect(page.text).toMatch(stamp)
  })

  test('is called by the cut-off that was asked for', async () => {
    const { bytes } = await port.render({ ...input, cutoff: '>10' }, still)
    const { text } = await readPdf(bytes)
    expect(squeezed(text)).toContain(squeezed('Calls at > 10 % (Wu 2024)'))
  })

  test('opens only with its password, where it has one', async () => {
    const { bytes } = await port.render({ ...input, password: 'open sesame' }, still)
    await expect(readPdf(bytes)).rejects.toThrow(/password/i)
    expect((await readPdf(bytes, 'open sesame')).text).toContain('Published case (Wu 2024)')
  })

  test('comes on Letter as well', async () => {
    const { bytes } = await port.render({ ...input, paper: 'LETTER' }, still)
    const { pages } = await readPdf(bytes)
    for (const page of pages) expect([page.width, page.height]).toEqual([612, 792])
  })

  test('stops when it is told to, and makes the next one', async () => {
    const abort = new AbortController()
    const stopped = port.render(input, { signal: abort.signal, onProgress: () => abort.abort() })
    await expect(stopped).rejects.toMatchObject({ error: { kind: 'cancelled' } })
    expect((await port.render(input, still)).pages).toBeGreaterThan(0)
  })

  test('fails without a word of the case', async () => {
    const broken = { ...input, case: { patient: 'Secret', entries: [] } as never }
    const error = await port.render(broken, still).catch(one => one)
    expect(error).toBeInstanceOf(PaperFailure)
    expect(String(error)).not.toContain('Secret')
  })
})

describe('nothing is cut', () => {
  test('of the longest text that a field takes', async () => {
    const words = Array.from({ length: LONGEST_TEXT / 10 }, (_, i) => `word-${1000 + i}`)
    const long = words.join(' ').slice(0, LONGEST_TEXT)
    const of = buildCase([
      buildEntry(1, buildContext({ question: long })),
      buildEntry(2, buildSite({ findings: long })),
      buildEntry(3, buildImaging({ findings: long })),
    ])
    const { bytes } = await port.render({ ...input, case: of }, still)
    await expectNothingOutsidePage(bytes)
    const text = squeezed((await readPdf(bytes)).text)
    const times = (word: string): number => text.split(word).length - 1
    expect(words.slice(0, -3).filter(word => times(word) < 3)).toEqual([])
  })

  test('of the longest names and of all numbers that a patient can have', async () => {
    const long = (letter: string): string =>
      letter +
      'abcdefghi '
        .repeat(60)
        .slice(0, LONGEST_LINE - 1)
        .trimEnd()
    const details = buildDetails({
      familyName: long('F'),
      givenName: long('G'),
      title: long('T'),
      identifiers: Array.from({ length: 12 }, (_, i) => ({
        kind: 'other' as const,
        label: `${i}${long('L')}`.slice(0, LONGEST_LINE),
        value: `${i}${long('V')}`.slice(0, LONGEST_LINE),
      })),
    })
    const of = buildCase([buildEntry(1, buildSite())], buildPatient({ details }))
    const { bytes } = await port.render({ ...input, case: of }, still)
    await expectNothingOutsidePage(bytes)
    const pdf = await readPdf(bytes)
    const [first] = pdf.pages
    const structure = squeezed(pdf.pages.map(page => page.structure?.text ?? '').join(''))
    for (const { label, value } of details.identifiers) {
      expect(structure).toContain(squeezed(label))
      expect(structure).toContain(squeezed(value))
    }
    expect(first).toBeDefined()
    for (const { text } of pdf.pages) {
      expect(squeezed(text)).toContain(squeezed(long('F').toUpperCase()))
      expect(squeezed(text)).toContain(squeezed(`${long('G')} (${long('T')})`))
    }
  })
})
