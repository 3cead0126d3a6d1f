import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { ascii, byteReader, joined, u32 } from './byteReader.ts'
import { plainProfile } from './colourProfile.ts'
import { type CameraNotes, NO_NOTES, orientationBlock, readCameraNotes } from './exif.ts'
import type { PlainPicture } from './plainPicture.ts'
import { refusePicture } from './problem.ts'

export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
/** What decides what is seen; texts, times, places and whatever programs add are left out. */
const PICTURE_CHUNKS: ReadonlySet<string> = new Set([
  'PLTE',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'cICP',
  'sBIT',
  'IDAT',
])
const ANIMATION_CHUNKS: ReadonlySet<string> = new Set(['acTL', 'fcTL', 'fdAT'])
const LARGEST_PROFILE = 4 * 1024 * 1024

/** A PNG without anything that is not its picture; the coded rows are copied byte for byte. */
export function plainPng(bytes: Uint8Array): PlainPicture {
  const reader = byteReader(bytes)
  const kept: Uint8Array[] = []
  let notes: CameraNotes = NO_NOTES
  let profile: Uint8Array | null = null
  let size: readonly [width: number, height: number] | null = null
  let isEnded = false
  for (let at = PNG_SIGNATURE.length; !isEnded; ) {
    const length = reader.u32(at)
    const name = reader.ascii(at + 4, 4)
    const data = reader.slice(at + 8, at + 8 + length)
    if (crc32(reader.slice(at + 4, at + 8 + length)) !== reader.u32(at + 8 + length))
      refusePicture('damaged')
    at += 12 + length
    if ((size === null) !== (name === 'IHDR')) refusePicture('damaged')
    if (name === 'IHDR') {
      size = sizeOf(data)
      kept.push(chunk('IHDR', data))
    } else if (ANIMATION_CHUNKS.has(name)) refusePicture('animated')
    else if (name === 'eXIf') notes = readCameraNotes(data)
    else if (name === 'iCCP') profile = profileOf(data)
    else if (PICTURE_CHUNKS.has(name)) kept.push(chunk(name, data))
    else if (name === 'IEND') isEnded = true
    // A chunk that a reader has to know, and that nobody knows.
    else if (/^[A-Z]/.test(name)) refusePicture('unsupported')
  }
  const [header, ...rest] = kept
  if (size === null || header === undefined) return refusePicture('damaged')
  return {
    mediaType: 'image/png',
    bytes: joined([
      PNG_SIGNATURE,
      header,
      ...(profile === null ? [] : [profileChunk(profile)]),
      ...(notes.orientation === 1 ? [] : [chunk('eXIf', orientationBlock(notes.orientation))]),
      ...rest,
      chunk('IEND', new Uint8Array()),
    ]),
    notes,
    profile,
    storedWidth: size[0],
    storedHeight: size[1],
  }
}

function sizeOf(header: Uint8Array): readonly [number, number] {
  const reader = byteReader(header)
  const [width, height] = [reader.u32(0), reader.u32(4)]
  if (header.length !== 13 || width === 0 || height === 0) refusePicture('damaged')
  return [width, height]
}

function profileOf(data: Uint8Array): Uint8Array | null {
  const end = data.indexOf(0)
  if (end === -1 || data[end + 1] !== 0) return null
  try {
    // SECURITY: a few bytes that unpack to gigabytes are given up at the limit.
    return plainProfile(inflateSync(data.subarray(end + 2), { maxOutputLength: LARGEST_PROFILE }))
  } catch {
    return null
  }
}

function profileChunk(profile: Uint8Array): Uint8Array {
  return chunk('iCCP', joined([ascii('Colours\0\0'), deflateSync(profile)]))
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = joined([ascii(name), data])
  return joined([u32(data.length), named, u32(crc32(named))])
}
