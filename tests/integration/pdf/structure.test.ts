import { describe, expect, it } from 'vitest'
import type { PdfNode } from '../../../electron/pdf/definition.ts'
import { renderPdf } from '../../../electron/pdf/render.ts'
import { buildDefinition, fonts, renderAndRead } from '../../support/pdf/buildDefinition.ts'
import type { PdfElement } from '../../support/pdf/readPdf.ts'
import { expectNothingOutsidePage, findElements } from '../../support/pdf/readPdf.ts'

/** The tree as nested role names, with the text of the leaves. */
function outlineOf(element: PdfElement | null): unknown {
  if (element === null) return null
  const { role, text, children } = element
  return children.length === 0 ? [role, text] : [role, ...children.map(outlineOf)]
}

const rows = (count: number): PdfNode => ({
  table: {
    headerRows: 1,
    body: [
      ['Site', 'ER'],
      ...Array.from({ length: count }, (_, row) => [
        { text: `site ${row}`, scope: 'Row' as const },
        `${row} %`,
      ]),
    ],
  },
})

describe('structure', () => {
  it('tags headings, paragraphs, tables, lists and figures in reading order', async () => {
    const pdf = await renderAndRead({
      stack: [
        { text: 'Board', tag: 'H1' },
        {
          tag: 'Sect',
          stack: [
            { text: 'Receptors', tag: 'H2' },
            {
              table: {
                headerRows: 1,
                body: [
                  ['Specimen', 'ER', 'PR'],
                  [{ text: 'A', scope: 'Row' }, '80 %', ''],
                  [{ text: 'B', scope: 'Row' }, { text: 'not done', colSpan: 2 }, {}],
                ],
              },
            },
          ],
        },
        { columns: ['left', { stack: ['right 1', 'right 2'] }] },
        { ol: ['first', { stack: ['second', 'and more'] }] },
        { svg: '<svg width="9" height="9"><rect width="9" height="9"/></svg>', alt: 'One square' },
        { svg: '<svg width="9" height="9"><rect width="9" height="9"/></svg>', tag: 'Artifact' },
        { tag: 'Layout', table: { body: [['placed', 'beside']] } },
      ],
    })
    expect(outlineOf(pdf.pages[0]?.structure ?? null)).toEqual([
      'Root',
      [
        'Document',
        ['H1', 'Board'],
        [
          'Sect',
          ['H2', 'Receptors'],
          [
            'Table',
            ['TR', ['TH', 'Specimen'], ['TH', 'ER'], ['TH', 'PR']],
            ['TR', ['TH', 'A'], ['TD', '80 %'], ['TD', '']],
            ['TR', ['TH', 'B'], ['TD', 'not done']],
          ],
        ],
        ['P', 'left'],
        ['P', 'right 1'],
        ['P', 'right 2'],
        [
          'L',
          ['LI', ['Lbl', '1.'], ['LBody', 'first']],
          ['LI', ['Lbl', '2.'], ['LBody', ['P', 'second'], ['P', 'and more']]],
        ],
        ['Figure', ''],
        ['P', 'placed'],
        ['P', 'beside'],
      ],
    ])
    expect(findElements(pdf, 'Figure').map(figure => figure.alt)).toEqual(['One square'])
    expect(pdf.isTagged).toBe(true)
  })

  it('says which cells are headers of rows and columns and how far cells reach', async () => {
    const bytes = await renderPdf(
      buildDefinition({
        table: {
          headerRows: 1,
          body: [
            [{ text: 'both', colSpan: 2 }, {}],
            [{ text: 'row', scope: 'Row', rowSpan: 2 }, 'a'],
            [{}, 'b'],
          ],
        },
      }),
      fonts,
    )
    const raw = Buffer.from(bytes).toString('latin1').replace(/\s+/g, ' ')
    expect(raw).toContain('/O /Table /Scope /Column /ColSpan 2')
    expect(raw).toContain('/O /Table /Scope /Row /RowSpan 2')
  })

  it('reads a repeated table header once and marks its copies as artifacts', async () => {
    const pdf = await renderAndRead(rows(120))
    expect(pdf.pages.length).toBeGreaterThan(2)
    expect(findElements(pdf, 'TH').filter(cell => cell.text === 'Site')).toHaveLength(1)
    expect(pdf.pages.slice(1).map(page => page.artifactText)).toEqual(
      pdf.pages.slice(1).map(() => 'Site ER'),
    )
    const cells = findElements(pdf, 'TD').map(cell => cell.text)
    expect(cells.filter(text => text !== '')).toEqual(
      Array.from({ length: 120 }, (_, row) => `${row} %`),
    )
  })

  it('keeps a paragraph that runs over a page one element', async () => {
    const text = Array.from({ length: 2500 }, (_, word) => `word${word}`).join(' ')
    const pdf = await renderAndRead(text)
    expect(pdf.pages.length).toBeGreaterThan(1)
    const parts = findElements(pdf, 'P').map(part => part.text)
    expect(parts).toHaveLength(pdf.pages.length)
    expect(parts.join(' ')).toBe(text)
  })

  it('leaves the running header and footer out of the text, on every page', async () => {
    const pdf = await renderAndRead(rows(120), {
      header: { text: 'DOE, Jane 王', margin: 10 },
      footer: (page, pages) => ({ text: `Page ${page} of ${pages}`, margin: 10 }),
      watermark: { text: 'DRAFT' },
    })
    const total = pdf.pages.length
    pdf.pages.forEach((page, index) => {
      expect(page.artifactText).toContain('DOE, Jane 王')
      expect(page.artifactText).toContain(`Page ${index + 1} of ${total}`)
      expect(page.artifactText).toContain('DRAFT')
      expect(page.structure === null ? '' : page.structure.text).not.toContain('Page')
    })
  })

  it('writes title, language and nested bookmarks that lead to their headings', async () => {
    const pdf = await renderAndRead(
      {
        stack: [
          { text: 'One', tag: 'H1', bookmark: { title: 'One 王 & <b>', id: 'one' } },
          { text: 'Part', tag: 'H2', bookmark: { title: 'Part\u202e', parent: 'one' } },
          { text: 'Two', tag: 'H1', pageBreak: 'before', bookmark: { title: 'Two' } },
        ],
      },
      { title: 'DOE, Jane & 王 <Dr>', language: 'en-GB', author: 'A & B' },
    )
    expect({ ...pdf, pages: pdf.pages.length, fonts: null, text: null }).toEqual({
      pages: 2,
      text: null,
      outline: [
        {
          title: 'One 王 & <b>',
          page: 1,
          children: [{ title: 'Part[U+202E]', page: 1, children: [] }],
        },
        { title: 'Two', page: 2, children: [] },
      ],
      title: 'DOE, Jane & 王 <Dr>',
      xmpTitle: 'DOE, Jane & 王 <Dr>',
      language: 'en-GB',
      isTagged: true,
      version: '1.7',
      fonts: null,
    })
  })

  it('marks the language of a text that differs from the document', async () => {
    const pdf = await renderAndRead({ text: '直', lang: 'ja' })
    expect(findElements(pdf, 'P').map(one => one.lang)).toEqual(['ja'])
  })

  it('keeps unbreakable blocks, spans and aligned cells in the tree', async () => {
    const pdf = await renderAndRead({
      stack: [
        ...Array.from({ length: 30 }, (_, line) => `line ${line}`),
        {
          unbreakable: true,
          stack: [
            { text: 'Kept', tag: 'H2' },
            ...Array.from({ length: 40 }, (_, one) => `k${one}`),
          ],
        },
        { table: { body: [[{ text: 'low', verticalAlignment: 'bottom' }, 'a\nb\nc']] } },
      ],
    })
    expect(pdf.pages[1]?.structure?.text.startsWith('Kept k0 k1')).toBe(true)
    expect(findElements(pdf, 'TD').map(cell => cell.text)).toEqual(['low', 'a b c'])
  })

  it('draws nothing twice and leaves the definition as it was', async () => {
    const definition = buildDefinition(rows(3))
    const before = structuredClone(definition)
    const first = await renderPdf(definition, fonts)
    const second = await renderPdf(definition, fonts)
    expect(definition).toEqual(before)
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  })

  it('finds what stands outside the page, partly or wholly', async () => {
    const check = async (x: number): Promise<void> => {
      const text = { text: 'word', noWrap: true, absolutePosition: { x, y: 20 } }
      await expectNothingOutsidePage(await renderPdf(buildDefinition(text), fonts))
    }
    await check(500)
    await expect(check(585)).rejects.toThrow('partly outside page 1: wo')
    await expect(check(900)).rejects.toThrow('drawn but not readable on page 1')
  })

  it('lays out on A4 and on Letter', async () => {
    const size = async (pageSize: 'A4' | 'LETTER'): Promise<number[]> => {
      const [page] = (await renderAndRead('a', { pageSize })).pages
      return [page?.width ?? 0, page?.height ?? 0].map(Math.round)
    }
    expect([await size('A4'), await size('LETTER')]).toEqual([
      [595, 842],
      [612, 792],
    ])
  })
})
