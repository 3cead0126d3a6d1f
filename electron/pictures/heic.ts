import { ascii } from './byteReader.ts'
import { plainProfile } from './colourProfile.ts'
import { type CameraNotes, NO_NOTES, readCameraNotes } from './exif.ts'
import { type Box, boxesIn, boxOf, cursor } from './heicBoxes.ts'
import { type Extent, type Item, itemsOf, shownItems, sizesOf } from './heicItems.ts'
import type { PlainPicture } from './plainPicture.ts'
import { refusePicture } from './problem.ts'

const KEPT_ON_TOP: ReadonlySet<string> = new Set(['ftyp', 'meta', 'mdat'])
const KEPT_IN_META: ReadonlySet<string> = new Set([
  'hdlr',
  'pitm',
  'iinf',
  'iloc',
  'iref',
  'iprp',
  'idat',
  'dinf',
])
/** What a decoder needs to know of a picture. */
const KEPT_PROPERTIES: ReadonlySet<string> = new Set([
  'ispe',
  'hvcC',
  'colr',
  'irot',
  'imir',
  'clap',
  'pasp',
  'pixi',
  'auxC',
  'lsel',
])

/**
 * A HEIC file in which everything but the shown picture is overwritten with zeros, where it stands: so no place in the file
 * moves, and the coded picture stays as it is, byte for byte.
 */
export function plainHeic(file: Uint8Array): PlainPicture {
  const bytes = new Uint8Array(file)
  const top = boxesIn(bytes, 0, bytes.length)
  if (top.some(({ type }) => type === 'moov' || type === 'moof')) refusePicture('animated')
  const meta = boxOf(top, 'meta')
  const inside = boxesIn(bytes, meta.from + 4, meta.to)
  const items = itemsOf(bytes, inside)
  const shown = shownItems(bytes, inside, items)
  const notes = notesOf(file, items, inside)
  const kept = shown.flatMap(({ extents }) => extents)

  for (const box of top) if (!KEPT_ON_TOP.has(box.type)) blankBox(bytes, box)
  for (const box of inside) if (!KEPT_IN_META.has(box.type)) blankBox(bytes, box)
  for (const box of top) if (box.type === 'mdat') blankBetween(bytes, box, fileRanges(kept))
  for (const box of inside) if (box.type === 'idat') blankBetween(bytes, box, idatRanges(kept, box))
  // Its name is free text; handler and reserved bytes stand before it.
  const handler = boxOf(inside, 'hdlr')
  bytes.fill(0, Math.min(handler.to, handler.from + 24), handler.to)
  const isShown = new Set(shown.map(({ id }) => id))
  for (const { id, typeAt, box } of items) {
    if (!isShown.has(id)) bytes.set(ascii('free'), typeAt)
    bytes.fill(0, typeAt + 4, box.to)
  }
  const profile = plainProperties(bytes, boxOf(inside, 'iprp'))
  const [width, height] = sizesOf(bytes, inside, shown)
  return {
    mediaType: 'image/heic',
    bytes,
    notes,
    profile,
    storedWidth: width,
    storedHeight: height,
  }
}

/** How a HEIC picture lies is a property of the picture, which its decoder heeds; only the day is read from the notes. */
function notesOf(bytes: Uint8Array, items: readonly Item[], inside: readonly Box[]): CameraNotes {
  const extent = items.find(({ type }) => type === 'Exif')?.extents[0]
  if (extent === undefined) return NO_NOTES
  const [[from, to] = [0, 0]] =
    extent.place === 'file' ? fileRanges([extent]) : idatRanges([extent], boxOf(inside, 'idat'))
  const data = bytes.subarray(from, Math.min(to, bytes.length))
  if (data.length < 12) return NO_NOTES
  const start = 4 + cursor(data, { from: 0, to: data.length }).number(4)
  return { orientation: 1, takenOn: readCameraNotes(data.subarray(start)).takenOn }
}

function blankBox(bytes: Uint8Array, { at, from, to }: Box): void {
  bytes.set(ascii('free'), at + 4)
  bytes.fill(0, from, to)
}

type Range = readonly [from: number, to: number]

function fileRanges(extents: readonly Extent[]): Range[] {
  return extents.flatMap(({ place, offset, length }) =>
    place === 'file' ? [[offset, offset + length] as const] : [],
  )
}

function idatRanges(extents: readonly Extent[], { from }: Box): Range[] {
  return extents.flatMap(({ place, offset, length }) =>
    place === 'idat' ? [[from + offset, from + offset + length] as const] : [],
  )
}

/** Zeros in a box wherever none of the ranges is. */
function blankBetween(bytes: Uint8Array, { from, to }: Box, ranges: readonly Range[]): void {
  let at = from
  for (const [start, end] of ranges.toSorted(([a], [b]) => a - b)) {
    if (start > at) bytes.fill(0, at, Math.min(start, to))
    at = Math.max(at, end)
  }
  if (at < to) bytes.fill(0, at, to)
}

/** Leaves only what a decoder needs, and of colour profiles only the colours; gives the last of them. */
function plainProperties(bytes: Uint8Array, iprp: Box): Uint8Array | null {
  let found: Uint8Array | null = null
  const container = boxOf(boxesIn(bytes, iprp.from, iprp.to), 'ipco')
  for (const box of boxesIn(bytes, container.from, container.to)) {
    if (!KEPT_PROPERTIES.has(box.type)) {
      blankBox(bytes, box)
      continue
    }
    if (box.type !== 'colr') continue
    const kind = cursor(bytes, box).text(4)
    if (kind === 'nclx') continue
    const plain = plainProfile(bytes.subarray(box.from + 4, box.to))
    if (plain === null || plain.length > box.to - box.from - 4) blankBox(bytes, box)
    else {
      bytes.fill(0, box.from + 4, box.to)
      bytes.set(plain, box.from + 4)
      found = plain
    }
  }
  return found
}
