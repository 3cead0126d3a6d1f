import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import type { FontFamily, FontSource } from '../../../electron/pdf/fonts.ts'
import { createFontSource, FontMissingError, listFontFiles } from '../../../electron/pdf/fonts.ts'
import { renderPdf } from '../../../electron/pdf/render.ts'
import { buildDefinition, fonts, renderAndRead } from '../../support/pdf/buildDefinition.ts'
import { findElements, normaliseSpace, readPdf } from '../../support/pdf/readPdf.ts'

const NAMES: Record<string, string> = {
  Latin: 'Åström-Müller, Zoë Łucja Ñíguez (ß, œ, ğ, ș, ō, ŧ)',
  Greek: 'Παπαδοπούλου, Ελευθερία; ἀρχή ὕδωρ ᾧ',
  Cyrillic: 'Щербакова, Юлія Ёжикова Ґалаґан Ђорђевић Қасымова',
  Vietnamese: 'Nguyễn Thị Hồng Nhung, Đặng Ữ Ằng Ỹ Lợi',
  Chinese: '欧阳娜娜 诸葛亮 龘 王小明，女',
  Traditional: '歐陽靜 龔麗華 劉德華',
  Japanese: '山田 たろう、渡邊ヱミ・髙橋 﨑',
  Korean: '김철수 박영희 뷁',
  mixed: 'ER ≥1 % → PR ≤10 % ≈ 5, µg and μg, Ω and Ω, 王 Wáng 김 Kim',
  decomposed: 'Zoe\u0308 Nguye\u0302\u0303n',
}

describe('text', () => {
  it.each(Object.entries(NAMES))('prints %s text whole', async (_script, name) => {
    const pdf = await renderAndRead(name)
    const [paragraph] = findElements(pdf, 'P')
    expect({ text: paragraph?.text, fonts: pdf.fonts.filter(font => !font.isEmbedded) }).toEqual({
      text: name,
      fonts: [],
    })
  })

  it('prints names whole in bold, in italics and in cells', async () => {
    const all = Object.values(NAMES)
    const pdf = await renderAndRead({
      table: {
        body: all.map(name => [
          { text: name, bold: true },
          { text: name, italics: true },
          { text: [{ text: name, bold: true, italics: true }] },
        ]),
      },
    })
    expect(findElements(pdf, 'TD').map(cell => cell.text)).toEqual(
      all.flatMap(name => [name, name, name]),
    )
    expect(pdf.fonts.every(font => font.isEmbedded)).toBe(true)
  })

  it.each([
    ['an emoji', 'a 😀 b', 'a [U+1F600] b'],
    ['a joined emoji', '👩\u200d⚕', '[U+1F469][U+200D][U+2695]'],
    ['Hebrew, which no font has', 'דנה', '[U+05D3][U+05E0][U+05D4]'],
    ['Arabic, which no font has', 'ليلى', '[U+0644][U+064A][U+0644][U+0649]'],
    ['a bidi override', 'grade \u202e3\u202c', 'grade [U+202E]3[U+202C]'],
    ['an isolate', '\u2067x\u2069', '[U+2067]x[U+2069]'],
    ['a zero-width space', 'ER\u200bPR', 'ER[U+200B]PR'],
    ['a soft hyphen', 'meta\u00adstasis', 'meta[U+00AD]stasis'],
    ['a control', 'a\u0007b\u0000c', 'a[U+0007]b[U+0000]c'],
    ['a lone surrogate', 'a\ud800b', 'a[U+D800]b'],
    ['private use', '\ue000', '[U+E000]'],
    ['a line separator', 'a\u2028b', 'a[U+2028]b'],
    ['a variation selector', '葛\u{e0100}', '葛[U+E0100]'],
    ['an unassigned character', '\u{2fffe}', '[U+2FFFE]'],
  ])('shows %s as its code point', async (_what, text, shown) => {
    const pdf = await renderAndRead(text)
    expect(findElements(pdf, 'P').map(one => one.text)).toEqual([shown])
  })

  it('keeps characters apart that share a glyph', async () => {
    const text = '一⼀ 人⼈ -\u2010 ;\u037e'
    const pdf = await renderAndRead(text, { language: 'zh' })
    expect(findElements(pdf, 'P').map(one => one.text)).toEqual([text])
  })

  it('takes the Chinese, Japanese or Korean form by the language and by the script around', async () => {
    const fontsOf = async (text: string, lang?: string): Promise<string[]> =>
      (await renderAndRead({ text, ...(lang === undefined ? {} : { lang }) })).fonts.map(font =>
        font.name.replace(/^.*\+/, ''),
      )
    expect(await fontsOf('直')).toEqual(['NotoSansSC-Regular'])
    expect(await fontsOf('直', 'ja-JP')).toEqual(['NotoSansJP-Regular'])
    expect(await fontsOf('直', 'ko')).toEqual(['NotoSansKR-Regular'])
    expect(await fontsOf('直です')).toEqual(['NotoSansJP-Regular'])
    expect(await fontsOf('직直')).toEqual(['NotoSansKR-Regular'])
  })

  it('keeps line breaks and never cuts inside a character', async () => {
    const flags = 'e\u0301\u0323'.repeat(400)
    const pdf = await renderAndRead({ text: `first\nsecond\r\n${flags}` })
    const [paragraph] = findElements(pdf, 'P')
    expect(paragraph?.text.replace(/ /g, '')).toBe(`firstsecond${flags}`)
    const starts = pdf.pages.flatMap(page => page.items.map(item => item.text))
    expect(starts.filter(start => /^[\u0301\u0323]/.test(start))).toEqual([])
  })

  it('ends no line between a value and its sign, whatever the width, and changes no letter', async () => {
    const text = 'PR 3 | 5 %, Ki-67 10\u2009% not > 10 %, 2.4 × 2.7 × 2.7 cm, 50 Gy'
    const runs = [{ text: 'was ≥', bold: true }, ' 40', { text: ' % of it', bold: true }]
    const widths = Array.from({ length: 30 }, (_, at) => 84 + at * 3)
    const pdf = await renderAndRead({
      stack: widths.map(width => ({
        tag: 'Layout' as const,
        table: { widths: [width], dontBreakRows: true, body: [[{ text }], [{ text: runs }]] },
      })),
    })
    const paragraphs = findElements(pdf, 'P').map(one => one.text)
    expect(new Set(paragraphs)).toEqual(new Set([normaliseSpace(text), 'was ≥ 40 % of it']))
    const starts = pdf.pages.flatMap(page =>
      page.items.filter((item, at) => item.bottom !== page.items[at - 1]?.bottom),
    )
    expect(starts.length).toBeGreaterThan(100)
    expect(
      starts.map(item => item.text).filter(start => /^(?:%|cm|Gy|×|40|2\.7)/.test(start)),
    ).toEqual([])
  })

  it('parts a value that is longer than the line at its spaces', async () => {
    const pdf = await renderAndRead({
      tag: 'Layout',
      table: { widths: [40], body: [['2.4 × 2.7 × 2.7 cm']] },
    })
    expect(pdf.text).toBe('2.4 × 2.7 × 2.7 cm')
  })

  it('breaks a word that is longer than the line inside the page', async () => {
    const word = 'X'.repeat(20_000)
    const pdf = await renderAndRead(word)
    expect(pdf.text.replace(/ /g, '')).toBe(word)
    expect(pdf.pages.flatMap(page => page.items).filter(item => item.right > 595)).toEqual([])
  })

  it('reads the large fonts only for text that needs them', async () => {
    const read: FontFamily[] = []
    const counting: FontSource = {
      ...fonts,
      read: (family, bold, italics) => {
        read.push(family)
        return fonts.read(family, bold, italics)
      },
    }
    await renderPdf(buildDefinition('Müller, Ångström'), counting)
    expect(read.filter(family => family !== 'Noto Sans')).toEqual([])
  })

  it('finds the fonts in a folder, and names the file that is missing', async () => {
    const resolve = createRequire(import.meta.url).resolve
    for (const { file, from } of listFontFiles()) {
      expect(readFileSync(resolve(from)).length, file).toBeGreaterThan(500_000)
    }
    const absent = createFontSource('/nonexistent')
    expect(() => absent.read('Noto Sans', true, false)).toThrow(FontMissingError)
  })

  it('opens no file, no address and no part of another drawing', async () => {
    const from = (node: Parameters<typeof buildDefinition>[0]) =>
      renderPdf(buildDefinition(node), fonts)
    await expect(from({ image: '/etc/hostname', alt: 'x' })).rejects.toThrow('not data')
    await expect(from({ image: 'https://example.org/a.png', alt: 'x' })).rejects.toThrow('not data')
    const svg = '<svg width="9" height="9"><image href="/etc/hostname" width="9" height="9"/></svg>'
    await expect(from({ svg, alt: 'x' })).rejects.toThrow('outside itself')
  })

  it('refuses a picture without words for it', async () => {
    const svg = '<svg width="9" height="9"></svg>'
    await expect(renderPdf(buildDefinition({ svg, alt: ' ' }), fonts)).rejects.toThrow(
      'alternative text',
    )
  })

  it('encrypts the whole file under a password', async () => {
    const secret = 'Encrypted paragraph'
    const bytes = await renderPdf(
      buildDefinition(
        { text: secret, bookmark: { title: 'Bookmark of it' } },
        { title: 'Title of it', password: 'böse geheim' },
      ),
      fonts,
    )
    const raw = Buffer.from(bytes).toString('latin1')
    expect(['Title of it', 'Bookmark of it'].filter(text => raw.includes(text))).toEqual([])
    await expect(readPdf(bytes)).rejects.toThrow(/password/i)
    await expect(readPdf(bytes, 'wrong')).rejects.toThrow(/password/i)
    const pdf = await readPdf(bytes, 'böse geheim')
    expect([pdf.title, pdf.text, pdf.outline[0]?.title]).toEqual([
      'Title of it',
      secret,
      'Bookmark of it',
    ])
  })
})
