import { ascii, byteReader, joined, u16 } from './byteReader.ts'
import { plainProfile } from './colourProfile.ts'
import {
  type CameraNotes,
  exifSegment,
  NO_NOTES,
  type Orientation,
  readCameraNotes,
} from './exif.ts'
import type { PlainPicture } from './plainPicture.ts'
import { refusePicture } from './problem.ts'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const PROFILE_NAME = 'ICC_PROFILE\0'
const LARGEST_PROFILE_PART = 65_535 - 2 - PROFILE_NAME.length - 2
/** Versions and densities of no meaning, no thumbnail. */
const PLAIN_JFIF = joined([ascii('JFIF\0'), new Uint8Array([1, 1, 0, 0, 1, 0, 1, 0, 0])])

type Segment = Readonly<{ marker: number; payload: Uint8Array }>

/** Whether a marker begins a frame; the four between them are tables and have no size. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/**
 * A JPEG without anything that is not its picture: notes of the camera, places, comments, previews and whatever lies behind
 * its end. The coded picture itself is copied byte for byte.
 */
export function plainJpeg(bytes: Uint8Array): PlainPicture {
  const kept: Uint8Array[] = []
  const profileParts = new Map<number, Uint8Array>()
  let notes: CameraNotes = NO_NOTES
  let size: readonly [width: number, height: number] | null = null
  let hasJfif = false
  let adobe: Uint8Array | null = null
  let isEnded = false
  for (const part of partsOf(bytes)) {
    if (part instanceof Uint8Array) {
      kept.push(part)
      continue
    }
    const { marker, payload } = part
    if (marker === EOI) isEnded = true
    else if (marker === APP0) hasJfif ||= startsWith(payload, 'JFIF\0')
    else if (marker === APP1 && startsWith(payload, 'Exif\0'))
      notes = readCameraNotes(payload.subarray(6))
    else if (marker === APP2 && startsWith(payload, PROFILE_NAME))
      profileParts.set(payload[PROFILE_NAME.length] ?? 0, payload.subarray(PROFILE_NAME.length + 2))
    // Says how the three colours are coded; its twelve bytes hold nothing else.
    else if (marker === APP14 && startsWith(payload, 'Adobe')) adobe = payload.subarray(0, 12)
    else if (isOnlyAboutThePicture(marker)) {
      kept.push(segment(marker, payload))
      if (isFrame(marker)) size ??= sizeOf(marker, payload)
    }
  }
  if (!isEnded) refusePicture('truncated')
  if (size === null) refusePicture('damaged')
  const profile = plainProfile(
    joined([...profileParts].sort(([a], [b]) => a - b).map(([, part]) => part)),
  )
  return {
    mediaType: 'image/jpeg',
    bytes: joined([
      ...headOf({ hasJfif, orientation: notes.orientation, profile, adobe }),
      ...kept,
      new Uint8Array([0xff, EOI]),
    ]),
    notes,
    profile,
    storedWidth: size[0],
    storedHeight: size[1],
  }
}

/** A JPEG that this program encoded, with the colour profile of the picture that it was made of. */
export function withProfile(jpeg: Uint8Array, profile: Uint8Array | null): Uint8Array {
  const rest: Uint8Array[] = []
  for (const part of partsOf(jpeg)) {
    if (part instanceof Uint8Array) rest.push(part)
    else if (isOnlyAboutThePicture(part.marker)) rest.push(segment(part.marker, part.payload))
  }
  return joined([
    ...headOf({ hasJfif: true, orientation: 1, profile, adobe: null }),
    ...rest,
    new Uint8Array([0xff, EOI]),
  ])
}

function headOf({
  hasJfif,
  orientation,
  profile,
  adobe,
}: Readonly<{
  hasJfif: boolean
  orientation: Orientation
  profile: Uint8Array | null
  adobe: Uint8Array | null
}>): Uint8Array[] {
  return [
    new Uint8Array([0xff, SOI]),
    ...(hasJfif ? [segment(APP0, PLAIN_JFIF)] : []),
    ...(orientation === 1 ? [] : [segment(APP1, exifSegment(orientation))]),
    ...(profile === null ? [] : profileSegments(profile)),
    ...(adobe === null ? [] : [segment(APP14, adobe)]),
  ]
}

function profileSegments(profile: Uint8Array): Uint8Array[] {
  const parts = Math.ceil(profile.length / LARGEST_PROFILE_PART)
  return Array.from({ length: parts }, (_, n) =>
    segment(
      APP2,
      joined([
        ascii(PROFILE_NAME),
        new Uint8Array([n + 1, parts]),
        profile.subarray(n * LARGEST_PROFILE_PART, (n + 1) * LARGEST_PROFILE_PART),
      ]),
    ),
  )
}

/** Tables, frames and scans; everything that programs put beside them has a marker of its own. */
function isOnlyAboutThePicture(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xdf && marker !== EOI
}

function sizeOf(marker: number, payload: Uint8Array): readonly [number, number] {
  // Baseline, extended and progressive; lossless, hierarchical and arithmetic frames are read by hardly any program.
  if (marker > 0xc2) refusePicture('unsupported')
  const reader = byteReader(payload)
  const [height, width] = [reader.u16(1), reader.u16(3)]
  if (width === 0 || height === 0) refusePicture('damaged')
  if (reader.u8(5) === 4) refusePicture('unsupportedColours')
  return [width, height]
}

function segment(marker: number, payload: Uint8Array): Uint8Array {
  return joined([new Uint8Array([0xff, marker]), u16(payload.length + 2), payload])
}

function startsWith(payload: Uint8Array, text: string): boolean {
  return Buffer.from(payload.subarray(0, text.length)).equals(Buffer.from(text, 'latin1'))
}

/** The segments up to the end of the picture, and between them the coded rows of each scan as they are. */
function* partsOf(bytes: Uint8Array): Generator<Segment | Uint8Array> {
  const reader = byteReader(bytes)
  let at = 2
  for (;;) {
    if (reader.u8(at) !== 0xff) refusePicture('damaged')
    // Any number of fill bytes may stand before a marker.
    while (reader.u8(at + 1) === 0xff) at += 1
    const marker = reader.u8(at + 1)
    at += 2
    if (marker === EOI) {
      yield { marker, payload: new Uint8Array() }
      return
    }
    if (marker === SOI || marker === 0 || (marker >= 0xd0 && marker <= 0xd7))
      refusePicture('damaged')
    const length = reader.u16(at)
    if (length < 2) refusePicture('damaged')
    yield { marker, payload: reader.slice(at + 2, at + length) }
    at += length
    if (marker !== SOS) continue
    const end = endOfScan(bytes, at)
    yield bytes.subarray(at, end)
    at = end
  }
}

/** Where the coded rows end: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    at = bytes.indexOf(0xff, at)
    const next = at === -1 ? undefined : bytes[at + 1]
    if (next === undefined) refusePicture('truncated')
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
    at += next === 0xff ? 1 : 2
  }
}
