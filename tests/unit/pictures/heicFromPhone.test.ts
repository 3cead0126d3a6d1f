import { expect, test } from 'vitest'
import { decoded } from '../../../electron/pictures/codecs.ts'
import { plainPicture, preparePicture, uprightJpeg } from '../../../electron/pictures/prepare.ts'
import { phoneHeicFile } from '../../support/pictures/phoneHeicFile.ts'

const WORDS = ['Testfall', 'Anna', '2024:03:05', 'Exif\0\0']
/** 47 degrees, 13 minutes, 997 seconds, as they are coded. */
const PLACE = Buffer.from('0000002f000000010000000d00000001000003e5', 'hex')

function leaks(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes)
  return file.includes(PLACE) || WORDS.some(word => file.toString('latin1').includes(word))
}

type Shown = Readonly<{ data: Uint8ClampedArray; width: number; height: number }>

/** The colours of the four corners, row by row. */
function corners({ data, width, height }: Shown): string[] {
  const at = (x: number, y: number) => {
    const [r = 0, g = 0, b = 0] = data.subarray((y * width + x) * 4)
    const bright = `${r > 140 ? 'r' : ''}${g > 140 ? 'g' : ''}${b > 140 ? 'b' : ''}`
    return bright
  }
  return [at(8, 8), at(width - 8, 8), at(8, height - 8), at(width - 8, height - 8)]
}
const UPRIGHT = ['r', 'rgb', 'g', 'b']

test('a picture of tiles that is turned by a property is read whole, and turned once, whatever its notes say', async () => {
  const prepared = await preparePicture(phoneHeicFile(), () => {})
  expect(prepared).toMatchObject({
    mediaType: 'image/heic',
    width: 100,
    height: 120,
    orientation: 1,
    takenOn: '2024-03-05',
  })
  const whole = await uprightJpeg(prepared.original)
  for (const { bytes, width, height } of [...prepared.renditions, whole]) {
    const pixels = await decoded('image/jpeg', bytes)
    expect([pixels.width, pixels.height]).toEqual([width, height])
    expect(corners(pixels)).toEqual(UPRIGHT)
  }
  expect([whole.width, whole.height]).toEqual([100, 120])
})

test('its place, its day, its name and its small picture are taken out, and its tiles stay to the last bit', async () => {
  const file = phoneHeicFile()
  expect(leaks(file)).toBe(true)
  const plain = plainPicture(file)
  expect(leaks(plain.bytes)).toBe(false)
  expect(plain.bytes.length).toBe(file.length)
  const pixels = await decoded('image/heic', plain.bytes)
  expect(corners(pixels)).toEqual(UPRIGHT)
  expect(pixels).toEqual(await decoded('image/heic', file))
  const again = plainPicture(plain.bytes)
  expect(again.bytes).toEqual(plain.bytes)
  expect(again.notes).toEqual({ orientation: 1, takenOn: null })
})

test('cut off anywhere it is refused', () => {
  const file = phoneHeicFile()
  for (let end = 13; end < file.length; end += 5)
    expect(() => plainPicture(file.subarray(0, end))).toThrow(/truncated|damaged/)
})
