import { describe, expect, test } from 'vitest'
import { decoded } from '../../../electron/pictures/codecs.ts'
import { type Pixels, shrunk, upright } from '../../../electron/pictures/pixels.ts'
import { preparePicture, uprightJpeg } from '../../../electron/pictures/prepare.ts'
import { exifOf, jpegFile, tiffBlock } from '../../support/pictures/jpegFile.ts'
import { pngChunk, pngFile } from '../../support/pictures/pngFile.ts'

/** How bright the four corners are, clockwise from the upper left. */
function corners({ data, width, height }: Pixels): number[] {
  const at = (x: number, y: number) => data[(y * width + x) * 4] ?? 0
  return [at(3, 3), at(width - 4, 3), at(width - 4, height - 4), at(3, height - 4)]
}

/** Where the white corner of the stored picture's upper left comes to lie, by the EXIF standard. */
const WHITE_CORNER = { 1: 0, 2: 1, 3: 2, 4: 3, 5: 0, 6: 1, 7: 2, 8: 3 } as const

describe.each([1, 2, 3, 4, 5, 6, 7, 8] as const)('a picture with orientation %i', orientation => {
  test.each([true, false])(
    'is shown upright in every size (little-endian notes: %s)',
    async little => {
      const file = jpegFile(48, 32, { before: [exifOf({ orientation }, little)] })
      const { width, height, renditions, original } = await preparePicture(file, () => {})
      const [long, short] = orientation >= 5 ? [32, 48] : [48, 32]
      expect([width, height]).toEqual([long, short])
      const whole = await uprightJpeg(original)
      for (const shown of [...renditions, whole]) {
        expect([shown.width, shown.height]).toEqual([long, short])
        const bright = corners(await decoded('image/jpeg', shown.bytes)).map(each => each > 220)
        expect(bright.indexOf(true)).toBe(WHITE_CORNER[orientation])
        expect(bright.filter(Boolean)).toHaveLength(1)
      }
    },
  )

  test('keeps each pixel, and turned all the way it is what it was', () => {
    const data = Uint8ClampedArray.from({ length: 3 * 2 * 4 }, (_, at) => at)
    const turned = upright({ data, width: 3, height: 2 }, orientation)
    expect([...turned.data].toSorted((a, b) => a - b)).toEqual([...data])
    const back = orientation === 6 ? 8 : orientation === 8 ? 6 : orientation
    expect(upright(turned, back)).toEqual({ data, width: 3, height: 2 })
  })
})

test('a PNG is turned by its notes too, and what shows through is white', async () => {
  const file = pngFile(12, 8, { before: [pngChunk('eXIf', tiffBlock({ orientation: 3 }))] })
  const { renditions } = await preparePicture(file, () => {})
  const pixels = await decoded('image/jpeg', renditions[0]?.bytes ?? new Uint8Array())
  const [r, g, b] = pixels.data.subarray(0, 3)
  expect([r, g, b].map(each => Math.round((each ?? 0) / 16))).toEqual([8, 8, 16])
})

describe('making a picture smaller', () => {
  test('keeps the mean of what each pixel stands for, to the edge', () => {
    const data = Uint8ClampedArray.from({ length: 7 * 5 * 4 }, (_, at) =>
      at % 4 === 3 ? 255 : (at * 37) % 251,
    )
    const mean = (pixels: Pixels, channel: number) => {
      const values = pixels.data.filter((_, at) => at % 4 === channel)
      return values.reduce((sum, value) => sum + value, 0) / values.length
    }
    const small = shrunk({ data, width: 7, height: 5 }, 3)
    expect([small.width, small.height]).toEqual([3, 2])
    for (const channel of [0, 1, 2, 3])
      expect(mean(small, channel)).toBeCloseTo(mean({ data, width: 7, height: 5 }, channel), 0)
  })

  test('never enlarges one', () => {
    const pixels = { data: new Uint8ClampedArray(16), width: 2, height: 2 }
    expect(shrunk(pixels, 96)).toBe(pixels)
  })

  test('of one colour is of that colour everywhere', () => {
    const data = new Uint8ClampedArray(101 * 67 * 4).fill(177)
    expect(new Set(shrunk({ data, width: 101, height: 67 }, 13).data)).toEqual(new Set([177]))
  })
})
