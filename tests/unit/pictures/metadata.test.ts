import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ascii, joined } from '../../../electron/pictures/byteReader.ts'
import { decoded } from '../../../electron/pictures/codecs.ts'
import { plainPicture, preparePicture, uprightJpeg } from '../../../electron/pictures/prepare.ts'
import { heicFile } from '../../support/pictures/heicFile.ts'
import { exifOf, jpegFile, segment, tiffBlock } from '../../support/pictures/jpegFile.ts'
import { pngChunk, pngFile } from '../../support/pictures/pngFile.ts'
import { wordyProfile } from '../../support/pictures/profile.ts'
import { webpChunk, webpFile, withChunks } from '../../support/pictures/webpFile.ts'

/** Stands in every place where a file can hold words; no picture may keep it. */
const SECRET = 'Testfall Anna 47.0512 N'
const notes = {
  orientation: 6,
  taken: '2024:03:05 10:11:12',
  make: SECRET,
  artist: SECRET,
  latitude: [47, 3, 4] as const,
}
const XMP = ascii(`<x:xmpmeta>${SECRET}</x:xmpmeta>`)
const PROFILE = wordyProfile(SECRET)

function leaks(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1')
  return [SECRET, 'Testfall', 'Anna', 'MAKR', 'xmpmeta', 'GPS'].some(word => text.includes(word))
}

const JPEG = jpegFile(48, 32, {
  before: [
    segment(0xe0, joined([ascii('JFIF\0'), Uint8Array.of(1, 2, 1, 0, 72, 0, 72, 1, 1, 9, 9, 9)])),
    exifOf(notes),
    segment(0xe1, joined([ascii('http://ns.adobe.com/xap/1.0/\0'), XMP])),
    segment(0xe2, joined([ascii('ICC_PROFILE\0'), Uint8Array.of(1, 1), PROFILE])),
    segment(0xe2, joined([ascii('MPF\0'), ascii(SECRET)])),
    segment(0xed, joined([ascii('Photoshop 3.0\0'), ascii(SECRET)])),
    segment(0xef, ascii(SECRET)),
    segment(0xfe, ascii(SECRET)),
  ],
  behind: ascii(`a second picture, or a film: ${SECRET}`),
})
const PNG = pngFile(12, 8, {
  before: [
    pngChunk('iCCP', joined([ascii(`${SECRET}\0\0`), deflateSync(PROFILE)])),
    pngChunk('eXIf', tiffBlock(notes)),
    pngChunk('tEXt', ascii(`Author\0${SECRET}`)),
    pngChunk('iTXt', ascii(`XML:com.adobe.xmp\0\0\0\0\0${SECRET}`)),
    pngChunk('tIME', Uint8Array.of(7, 0xe8, 3, 5, 1, 1, 1)),
    pngChunk('caBX', ascii(SECRET)),
  ],
  behind: [pngChunk('zTXt', joined([ascii('Comment\0\0'), deflateSync(ascii(SECRET))]))],
})

async function webp(lossless: boolean): Promise<Uint8Array> {
  return withChunks(
    await webpFile(20, 10, { lossless }),
    webpChunk('ICCP', PROFILE),
    webpChunk('EXIF', joined([ascii('Exif\0\0'), tiffBlock(notes, true)])),
    webpChunk('XMP ', XMP),
    webpChunk('UNKN', ascii(SECRET)),
  )
}

const FILES: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
  ['JPEG', async () => JPEG],
  ['PNG', async () => joined([PNG, ascii(SECRET)])],
  ['lossy WebP', () => webp(false)],
  ['lossless WebP', async () => joined([await webp(true), ascii(SECRET)])],
]

describe.each(FILES)('a %s', (_, make) => {
  test('keeps its picture to the last bit, how it lies and its colours, and not a word', async () => {
    const file = await make()
    expect(leaks(file)).toBe(true)
    const plain = plainPicture(file)
    expect(leaks(plain.bytes)).toBe(false)
    const [before, after] = await Promise.all(
      [file, plain.bytes].map(bytes => decoded(plain.mediaType, bytes)),
    )
    expect(after).toEqual(before)
    expect(plain.notes).toEqual({ orientation: 6, takenOn: '2024-03-05' })
    // What was made plain is plain: nothing is left to take out, and the profile's curve is still there.
    const again = plainPicture(plain.bytes)
    expect(again.bytes).toEqual(plain.bytes)
    expect(again.notes).toEqual({ orientation: 6, takenOn: null })
    const profile = Buffer.from(again.profile ?? []).toString('latin1')
    expect(profile).toContain('curv\0\0\0\0\0\0\0\x01\x02\x33')
    expect(leaks(Buffer.from(profile, 'latin1'))).toBe(false)
  })

  test('cut off anywhere is refused', async () => {
    const { bytes } = plainPicture(await make())
    for (let end = 13; end < bytes.length; end += 7)
      expect(() => plainPicture(bytes.subarray(0, end))).toThrow(/truncated|damaged/)
  })
})

describe('a HEIC', () => {
  test('keeps its picture and the place of every byte, and not a word', async () => {
    const file = heicFile()
    expect(leaks(file)).toBe(true)
    const plain = plainPicture(file)
    expect(plain).toMatchObject({ mediaType: 'image/heic', storedWidth: 96, storedHeight: 64 })
    expect(plain.notes).toEqual({ orientation: 1, takenOn: '2024-03-05' })
    expect(leaks(plain.bytes)).toBe(false)
    expect(plain.bytes.length).toBe(file.length)
    const pixels = await decoded('image/heic', plain.bytes)
    expect(pixels).toEqual(await decoded('image/heic', file))
    const colour = (x: number, y: number) => [
      ...pixels.data.subarray((y * 96 + x) * 4).subarray(0, 3),
    ]
    const [white, red, blue] = [colour(10, 10), colour(10, 50), colour(80, 30)]
    expect([white, red, blue].map(each => each.map(value => value > 128))).toEqual([
      [true, true, true],
      [true, false, false],
      [false, false, true],
    ])
    expect(plainPicture(plain.bytes).bytes).toEqual(plain.bytes)
  })

  test('cut off anywhere is refused', () => {
    const file = heicFile()
    for (let end = 13; end < file.length; end += 7)
      expect(() => plainPicture(file.subarray(0, end))).toThrow(/truncated|damaged/)
  })

  test('is shown as a JPEG that every browser reads', async () => {
    const prepared = await preparePicture(heicFile(), () => {})
    expect(prepared).toMatchObject({
      mediaType: 'image/heic',
      width: 96,
      height: 64,
      orientation: 1,
    })
    const whole = await uprightJpeg(prepared.original)
    for (const { bytes } of [...prepared.renditions, whole]) {
      const { data, width } = await decoded('image/jpeg', bytes)
      expect([width, (data[0] ?? 0) > 200]).toEqual([96, true])
    }
  })
})

test.each([
  ['zeros', '0000:00:00 00:00:00'],
  ['a day that no month has', '2024:02:31 10:00:00'],
  ['a day before such cameras', '1970:01:01 00:00:00'],
  ['words', 'in the spring of 2024'],
])('a camera that notes %s as the day says none', (_, taken) => {
  expect(plainPicture(jpegFile(8, 8, { before: [exifOf({ taken })] })).notes.takenOn).toBeNull()
})

test('notes that point outside themselves say nothing, and do no harm', () => {
  const block = tiffBlock(notes)
  for (let at = 4; at < block.length; at++) {
    const broken = new Uint8Array(block)
    broken.fill(0xff, at, at + 4)
    const file = jpegFile(8, 8, { before: [segment(0xe1, joined([ascii('Exif\0\0'), broken]))] })
    expect(leaks(plainPicture(file).bytes)).toBe(false)
  }
})
