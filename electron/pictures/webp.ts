import { ascii, byteReader, joined, u32 } from './byteReader.ts'
import { plainProfile } from './colourProfile.ts'
import { type CameraNotes, NO_NOTES, orientationBlock, readCameraNotes } from './exif.ts'
import type { PlainPicture } from './plainPicture.ts'
import { refusePicture } from './problem.ts'

const ANIMATED = 0x02
const HAS_EXIF = 0x08
const HAS_ALPHA = 0x10
const HAS_PROFILE = 0x20

/** A WebP without anything that is not its picture; the coded picture is copied byte for byte. */
export function plainWebp(bytes: Uint8Array): PlainPicture {
  const little = byteReader(bytes, true)
  const end = 8 + little.u32(4)
  if (end > bytes.length) refusePicture('truncated')
  let notes: CameraNotes = NO_NOTES
  let profile: Uint8Array | null = null
  let alpha: Uint8Array | null = null
  let coded: Readonly<{ name: string; data: Uint8Array }> | null = null
  for (let at = 12; at < end; ) {
    const name = little.ascii(at, 4)
    const length = little.u32(at + 4)
    const data = little.slice(at + 8, at + 8 + length)
    at += 8 + length + (length % 2)
    if (name === 'ANIM' || name === 'ANMF') refusePicture('animated')
    if (name === 'VP8X' && (byteReader(data).u8(0) & ANIMATED) !== 0) refusePicture('animated')
    if (name === 'EXIF') notes = readCameraNotes(withoutName(data))
    if (name === 'ICCP') profile = plainProfile(data)
    if (name === 'ALPH') alpha ??= data
    if (name === 'VP8 ' || name === 'VP8L') coded ??= { name, data }
  }
  if (coded === null) return refusePicture('damaged')
  const [width, height] =
    coded.name === 'VP8L' ? sizeOfLossless(coded.data) : sizeOfLossy(coded.data)
  const hasAlpha = coded.name === 'VP8L' ? isLosslessWithAlpha(coded.data) : alpha !== null
  const flags =
    (notes.orientation === 1 ? 0 : HAS_EXIF) |
    (profile === null ? 0 : HAS_PROFILE) |
    (hasAlpha ? HAS_ALPHA : 0)
  const body = joined([
    ascii('WEBP'),
    ...(flags === 0 ? [] : [chunk('VP8X', extendedHeader(flags, width, height))]),
    ...(profile === null ? [] : [chunk('ICCP', profile)]),
    ...(alpha === null || coded.name === 'VP8L' ? [] : [chunk('ALPH', alpha)]),
    chunk(coded.name, coded.data),
    ...(notes.orientation === 1 ? [] : [chunk('EXIF', orientationBlock(notes.orientation))]),
  ])
  return {
    mediaType: 'image/webp',
    bytes: joined([ascii('RIFF'), u32(body.length, true), body]),
    notes,
    profile,
    storedWidth: width,
    storedHeight: height,
  }
}

/** Some programs put the name of JPEG's segment before the block. */
function withoutName(data: Uint8Array): Uint8Array {
  const isNamed = Buffer.from(data.subarray(0, 6)).equals(Buffer.from('Exif\0\0', 'latin1'))
  return isNamed ? data.subarray(6) : data
}

function sizeOfLossy(data: Uint8Array): readonly [number, number] {
  const little = byteReader(data, true)
  const isKeyFrame = (little.u8(0) & 1) === 0
  if (!isKeyFrame || little.ascii(3, 3) !== '\x9d\x01\x2a') refusePicture('damaged')
  return positive(little.u16(6) & 0x3fff, little.u16(8) & 0x3fff)
}

function sizeOfLossless(data: Uint8Array): readonly [number, number] {
  const little = byteReader(data, true)
  if (little.u8(0) !== 0x2f) refusePicture('damaged')
  const bits = little.u32(1)
  return positive((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
}

function isLosslessWithAlpha(data: Uint8Array): boolean {
  return ((byteReader(data, true).u32(1) >>> 28) & 1) === 1
}

function positive(width: number, height: number): readonly [number, number] {
  return width === 0 || height === 0 ? refusePicture('damaged') : [width, height]
}

function extendedHeader(flags: number, width: number, height: number): Uint8Array {
  const threeBytes = (value: number) => u32(value, true).subarray(0, 3)
  return joined([u32(flags, true), threeBytes(width - 1), threeBytes(height - 1)])
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  return joined([ascii(name), u32(data.length, true), data, new Uint8Array(data.length % 2)])
}
