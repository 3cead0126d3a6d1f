import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ascii, joined, u16, u32 } from '../../../electron/pictures/byteReader.ts'
import { plainPicture, preparePicture } from '../../../electron/pictures/prepare.ts'
import { PictureError } from '../../../electron/pictures/problem.ts'
import { heicFile } from '../../support/pictures/heicFile.ts'
import { jpegFile, segment } from '../../support/pictures/jpegFile.ts'
import { pngChunk, pngFile } from '../../support/pictures/pngFile.ts'
import { webpChunk, webpFile, withChunks } from '../../support/pictures/webpFile.ts'

function problemOf(bytes: Uint8Array): string {
  try {
    plainPicture(bytes)
    return 'taken'
  } catch (error) {
    if (error instanceof PictureError) return error.problem
    throw error
  }
}

const frame = (width: number, height: number, parts = 1) =>
  segment(
    0xc0,
    joined([
      Uint8Array.of(8),
      u16(height),
      u16(width),
      Uint8Array.of(parts),
      new Uint8Array(3 * parts),
    ]),
  )

describe('what a file is decides, not its name', () => {
  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['words', ascii('The patient was seen today.'), 'notPicture'],
    ['SVG', ascii('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'vector'],
    ['SVG behind a declaration', ascii('\n <?xml version="1.0"?><svg/>'), 'vector'],
    ['SVG in UTF-16', Buffer.from('\ufeff<svg><script>1</script></svg>', 'utf16le'), 'vector'],
    ['a page', ascii('<!DOCTYPE html><img src=x onerror=alert(1)>'), 'vector'],
    ['GIF', ascii('GIF89a\x01\0\x01\0'), 'animated'],
    ['TIFF', ascii('II*\0\x08\0\0\0'), 'unsupported'],
    ['PDF', ascii('%PDF-1.7'), 'unsupported'],
    ['AVIF', joined([u32(24), ascii('ftypavif'), new Uint8Array(12)]), 'unsupported'],
    ['a burst of HEIC', joined([u32(24), ascii('ftypmsf1'), new Uint8Array(12)]), 'animated'],
  ])('%s is refused as that', (_, bytes, problem) => {
    expect(problemOf(bytes)).toBe(problem)
  })
})

describe('a picture that', () => {
  const animation = pngChunk('acTL', joined([u32(2), u32(0)]))
  const wrongSum = pngFile(4, 4)
  wrongSum[30] = (wrongSum[30] ?? 0) ^ 1

  test.each([
    ['moves (PNG)', pngFile(4, 4, { before: [animation] }), 'animated'],
    [
      'has a chunk that nobody knows',
      pngFile(4, 4, { before: [pngChunk('ABCD', ascii('x'))] }),
      'unsupported',
    ],
    ['has a wrong check sum', wrongSum, 'damaged'],
    [
      'is coded for printing',
      joined([Uint8Array.of(0xff, 0xd8), frame(8, 8, 4), Uint8Array.of(0xff, 0xd9)]),
      'unsupportedColours',
    ],
    [
      'has no height',
      joined([Uint8Array.of(0xff, 0xd8), frame(8, 0), Uint8Array.of(0xff, 0xd9)]),
      'damaged',
    ],
    ['has no frame', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), 'damaged'],
    // SECURITY: each claims gigabytes in a few bytes; the header alone is read.
    [
      'claims 65,000 x 65,000 (JPEG)',
      joined([Uint8Array.of(0xff, 0xd8), frame(65_000, 65_000), Uint8Array.of(0xff, 0xd9)]),
      'tooManyPixels',
    ],
    ['claims 200,000 x 200,000 (PNG)', pngOf(200_000, 200_000), 'tooManyPixels'],
    ['is one pixel high and two million wide', pngOf(2_000_000, 1), 'tooManyPixels'],
    ['has 100 megapixels and one row more', pngOf(10_000, 10_001), 'tooManyPixels'],
    ['has 100 megapixels', pngOf(10_000, 10_000), 'taken'],
  ])('%s', (_, bytes, problem) => {
    expect(problemOf(bytes)).toBe(problem)
  })

  test('moves (WebP) is refused', async () => {
    const still = await webpFile(4, 4)
    expect(problemOf(withChunks(still, webpChunk('ANMF', new Uint8Array(16))))).toBe('animated')
    const flagged = webpChunk('VP8X', Uint8Array.of(2, 0, 0, 0, 3, 0, 0, 3, 0, 0))
    expect(problemOf(withChunks(still, flagged))).toBe('animated')
  })

  test('is smaller inside than its header says is refused once it is unpacked', async () => {
    const file = pngFile(16, 16)
    const taller = joined([
      file.subarray(0, 8),
      pngChunk('IHDR', joined([u32(16), u32(17), Uint8Array.of(8, 6, 0, 0, 0)])),
      file.subarray(33),
    ])
    await expect(preparePicture(taller, () => {})).rejects.toThrow(PictureError)
  })
})

function pngOf(width: number, height: number): Uint8Array {
  const file = pngFile(1, 1)
  const header = joined([u32(width), u32(height), Uint8Array.of(8, 6, 0, 0, 0)])
  return joined([file.subarray(0, 8), pngChunk('IHDR', header), file.subarray(33)])
}

test('bytes changed anywhere are taken or refused by a reason, and nothing else happens', async () => {
  const files = [
    jpegFile(64, 40),
    pngFile(9, 5),
    await webpFile(12, 12),
    await webpFile(9, 9, { lossless: true }),
    heicFile(),
  ]
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 6 }),
      (file, changes) => {
        const bytes = new Uint8Array(file)
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        problemOf(bytes)
      },
    ),
    { numRuns: 2000 },
  )
})

test('pictures changed anywhere are unpacked or refused by a reason', async () => {
  const files = [jpegFile(64, 40), pngFile(9, 5), await webpFile(12, 12), heicFile()]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.nat(),
      fc.nat({ max: 255 }),
      async (file, at, value) => {
        const bytes = new Uint8Array(file)
        bytes[at % bytes.length] = value
        await preparePicture(bytes, () => {}).catch(error => {
          if (!(error instanceof PictureError)) throw error
        })
      },
    ),
    { numRuns: 40 },
  )
})
