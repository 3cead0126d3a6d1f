import { type Box, boxesIn, boxOf, cursor } from './heicBoxes.ts'
import { refusePicture } from './problem.ts'

/** A piece of an item's data: in the file, or in the box of small data. */
export type Extent = Readonly<{ place: 'file' | 'idat'; offset: number; length: number }>

export type Item = Readonly<{
  id: number
  type: string
  /** Where in the file its type stands. */
  typeAt: number
  box: Box
  extents: readonly Extent[]
}>

/** Everything that a HEIC file holds: pictures, parts of pictures, and notes. */
export function itemsOf(bytes: Uint8Array, meta: readonly Box[]): Item[] {
  const extents = extentsOf(bytes, boxOf(meta, 'iloc'))
  const list = boxOf(meta, 'iinf')
  const head = cursor(bytes, list)
  const version = head.number(1)
  head.skip(3 + (version === 0 ? 2 : 4))
  return boxesIn(bytes, head.at, list.to).map(box => {
    const at = cursor(bytes, box)
    const form = at.number(1)
    if (box.type !== 'infe' || (form !== 2 && form !== 3)) return refusePicture('unsupported')
    at.skip(3)
    const id = at.number(form === 2 ? 2 : 4)
    at.skip(2)
    const typeAt = at.at
    return { id, type: at.text(4), typeAt, box, extents: extents.get(id) ?? [] }
  })
}

function extentsOf(bytes: Uint8Array, iloc: Box): ReadonlyMap<number, Extent[]> {
  const at = cursor(bytes, iloc)
  const version = at.number(1)
  at.skip(3)
  const sizes = at.number(2)
  const [offsetSize, lengthSize, baseSize, indexSize] = [12, 8, 4, 0].map(
    shift => (sizes >> shift) & 15,
  ) as [number, number, number, number]
  const count = at.number(version < 2 ? 2 : 4)
  const all = new Map<number, Extent[]>()
  for (let n = 0; n < count; n++) {
    const id = at.number(version < 2 ? 2 : 4)
    const method = version === 0 ? 0 : at.number(2) & 15
    if (method > 1) refusePicture('unsupported')
    at.skip(2)
    const base = at.number(baseSize)
    const pieces = at.number(2)
    const own: Extent[] = []
    for (let piece = 0; piece < pieces; piece++) {
      if (version > 0) at.skip(indexSize)
      const offset = base + at.number(offsetSize)
      const length = at.number(lengthSize)
      // No length means all that is left, which would keep what is not wanted.
      if (length === 0) refusePicture('unsupported')
      const isInFile = method === 0
      if (isInFile && offset + length > bytes.length) refusePicture('truncated')
      own.push({ place: isInFile ? 'file' : 'idat', offset, length })
    }
    all.set(id, own)
  }
  return all
}

/** The picture that is meant to be seen, and the tiles that it is put together of. */
export function shownItems(
  bytes: Uint8Array,
  meta: readonly Box[],
  items: readonly Item[],
): Item[] {
  const first = cursor(bytes, boxOf(meta, 'pitm'))
  const version = first.number(1)
  first.skip(3)
  const wanted = new Set([first.number(version === 0 ? 2 : 4)])
  const parts = partsOf(bytes, meta)
  // A set takes what is added while it is walked through.
  for (const id of wanted) for (const part of parts.get(id) ?? []) wanted.add(part)
  const shown = items.filter(({ id }) => wanted.has(id))
  if (shown.length !== wanted.size) refusePicture('damaged')
  return shown
}

function partsOf(bytes: Uint8Array, meta: readonly Box[]): ReadonlyMap<number, number[]> {
  const all = new Map<number, number[]>()
  const references = meta.find(({ type }) => type === 'iref')
  if (references === undefined) return all
  const width = cursor(bytes, references).number(1) === 0 ? 2 : 4
  for (const box of boxesIn(bytes, references.from + 4, references.to)) {
    if (box.type !== 'dimg') continue
    const at = cursor(bytes, box)
    const from = at.number(width)
    const count = at.number(2)
    all.set(
      from,
      Array.from({ length: count }, () => at.number(width)),
    )
  }
  return all
}

/** The largest width and height that the shown pictures are said to have, before they are turned or cropped. */
export function sizesOf(
  bytes: Uint8Array,
  meta: readonly Box[],
  shown: readonly Item[],
): readonly [width: number, height: number] {
  const properties = boxOf(meta, 'iprp')
  const inside = boxesIn(bytes, properties.from, properties.to)
  const container = boxOf(inside, 'ipco')
  const list = boxesIn(bytes, container.from, container.to)
  const ids = new Set(shown.map(({ id }) => id))
  let [width, height] = [0, 0]
  for (const box of inside.filter(({ type }) => type === 'ipma'))
    for (const [id, index] of associations(bytes, box)) {
      const property = list[index - 1]
      if (!ids.has(id) || property?.type !== 'ispe') continue
      const at = cursor(bytes, property)
      at.skip(4)
      width = Math.max(width, at.number(4))
      height = Math.max(height, at.number(4))
    }
  return width === 0 || height === 0 ? refusePicture('damaged') : [width, height]
}

function* associations(
  bytes: Uint8Array,
  box: Box,
): Generator<readonly [item: number, property: number]> {
  const at = cursor(bytes, box)
  const version = at.number(1)
  const isWide = (at.number(3) & 1) === 1
  const count = at.number(4)
  for (let n = 0; n < count; n++) {
    const id = at.number(version < 1 ? 2 : 4)
    const properties = at.number(1)
    for (let each = 0; each < properties; each++)
      yield [id, isWide ? at.number(2) & 0x7fff : at.number(1) & 0x7f]
  }
}
