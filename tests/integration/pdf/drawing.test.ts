import { describe, expect, it } from 'vitest'
import type { PdfNode } from '../../../electron/pdf/definition.ts'
import type { Fading, Mark } from '../../../electron/pdf/picture.ts'
import { renderPdf } from '../../../electron/pdf/render.ts'
import { escapeSvg } from '../../../electron/pdf/svgText.ts'
import { buildDefinition, fonts, renderAndRead } from '../../support/pdf/buildDefinition.ts'
import { expectNothingOutsidePage, findElements } from '../../support/pdf/readPdf.ts'

const drawing = (inside: string): string =>
  `<svg width="400" height="60" viewBox="0 0 400 60">${inside}</svg>`

const TEXTS = ['Nguyễn Thị & <Ελλη> "ß"', '王小明 ≥1 % → 山田たろう', '김철수 a\u202eb 😀'] as const

describe('drawings', () => {
  it('print text of every script, with the glyphs embedded', async () => {
    const lines = TEXTS.map(
      (text, line) =>
        `<text x="200" y="${10 + line * 15}" font-size="8" text-anchor="middle">${escapeSvg(text)}</text>`,
    )
    const pdf = await renderAndRead({ svg: drawing(lines.join('')), alt: 'Names' })
    const [figure] = findElements(pdf, 'Figure')
    expect(figure?.text.replace(/ /g, '')).toBe(
      [TEXTS[0], TEXTS[1], '김철수 a[U+202E]b [U+1F600]'].join('').replace(/ /g, ''),
    )
    expect(pdf.fonts.filter(font => !font.isEmbedded)).toEqual([])
  })

  it('give text the weight and slant that they ask for', async () => {
    const svg = drawing(
      '<text y="10">a</text><text y="20" font-weight="600">b</text>' +
        '<text y="30" font-weight="700" font-style="italic">c</text>',
    )
    const pdf = await renderAndRead({ svg, alt: 'Weights' })
    expect(pdf.fonts.map(font => font.name.replace(/^.*\+/, '')).sort()).toEqual([
      'NotoSans-Regular',
      'NotoSans-SemiBold',
      'NotoSans-SemiBoldItalic',
    ])
  })

  it('leave comments, attributes and style alone when text is split by font', async () => {
    const svg = drawing(
      '<style>.k{fill:#c33}</style><!-- 王 <text>王</text> --><title>王</title>' +
        '<g id="王"><text class="k" x="1" y="10">王<tspan dx="2">a</tspan></text></g>',
    )
    const pdf = await renderAndRead({ svg, alt: '王' })
    expect(findElements(pdf, 'Figure').map(({ alt, text }) => ({ alt, text }))).toEqual([
      { alt: '王', text: '王 a' },
    ])
  })

  it('stay vectors: hatches as patterns, fading bars as shadings, no pixels', async () => {
    const svg = drawing(
      `<defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2.4" height="5" fill="#333"/></pattern>
        <linearGradient id="fade" gradientUnits="userSpaceOnUse" x1="0" x2="100" y1="0" y2="0">
          <stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient>
        <mask id="soft" maskUnits="userSpaceOnUse" x="0" y="0" width="100" height="60">
          <rect width="100" height="60" fill="url(#fade)"/></mask>
        <clipPath id="cut"><rect width="50" height="60"/></clipPath>
      </defs>
      <rect width="100" height="20" fill="url(#hatch)" mask="url(#soft)"/>
      <rect y="30" width="100" height="20" clip-path="url(#cut)"/>`,
    )
    const bytes = await renderPdf(buildDefinition({ svg, alt: 'Bars' }), fonts)
    const raw = Buffer.from(bytes).toString('latin1')
    expect(
      ['/PatternType 1', '/ShadingType', '/S /Luminosity', '/Subtype /Image'].map(
        part => [part, raw.includes(part)] as const,
      ),
    ).toEqual([
      ['/PatternType 1', true],
      ['/ShadingType', true],
      ['/S /Luminosity', true],
      ['/Subtype /Image', false],
    ])
    await expectNothingOutsidePage(bytes)
  })

  it('make a figure of drawn vectors, with its words', async () => {
    const pdf = await renderAndRead({
      canvas: [{ type: 'rect', x: 0, y: 0, w: 20, h: 10, color: '#888' }],
      alt: 'A bar',
    })
    expect(findElements(pdf, 'Figure').map(figure => figure.alt)).toEqual(['A bar'])
  })

  describe('of the engine’s own marks', () => {
    const pen = { fill: '#ffffff', stroke: '#000000', strokeWidth: 0.6, dash: null }
    const words = (text: string, y: number, turned = false): Mark => ({
      kind: 'words',
      text,
      x: 200,
      y,
      size: 8,
      bold: false,
      colour: '#000000',
      anchor: 'middle',
      turned,
    })
    const bar = (x: number, fading: Fading | null): Mark => ({
      kind: 'box',
      x,
      y: 20,
      width: 80,
      height: 8,
      radius: 1,
      pen,
      hatch: {
        tile: 4,
        colour: '#000000',
        strokeWidth: 0.5,
        strokes: [[0, 4, 4, 0]],
        dots: [{ x: 2, y: 2, radius: 1 }],
      },
      fading,
    })
    const picture = (marks: readonly Mark[]): PdfNode => ({
      picture: { width: 400, height: 60, marks },
      alt: 'Marks',
    })

    it('print text of every script, upright and turned, with the glyphs embedded', async () => {
      const pdf = await renderAndRead(
        picture([words(TEXTS[0], 10), words(TEXTS[1], 25), words(TEXTS[2], 50, true)]),
      )
      const [figure] = findElements(pdf, 'Figure')
      expect(figure?.alt).toBe('Marks')
      expect(figure?.text.replace(/ /g, '')).toBe(
        [TEXTS[0], TEXTS[1], '김철수 a[U+202E]b [U+1F600]'].join('').replace(/ /g, ''),
      )
      expect(pdf.fonts.filter(font => !font.isEmbedded)).toEqual([])
    })

    it('stay vectors: hatches as strokes without seams, fading bars under a soft mask, no pixels', async () => {
      const bytes = await renderPdf(
        buildDefinition(picture([bar(0, null), bar(100, { left: 0, right: 40 })])),
        fonts,
      )
      const raw = Buffer.from(bytes).toString('latin1')
      expect(
        ['/PatternType', '/ShadingType 2', '/S /Luminosity', '/Subtype /Image'].map(
          part => [part, raw.includes(part)] as const,
        ),
      ).toEqual([
        ['/PatternType', false],
        ['/ShadingType 2', true],
        ['/S /Luminosity', true],
        ['/Subtype /Image', false],
      ])
      await expectNothingOutsidePage(bytes)
    })
  })
})
