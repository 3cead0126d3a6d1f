import { ascii, joined, u16, u32 } from '../../../electron/pictures/byteReader.ts'

export function segment(marker: number, payload: Uint8Array): Uint8Array {
  return joined([Uint8Array.of(0xff, marker), u16(payload.length + 2), payload])
}

/** Huffman tables: differences of 0 and of 8 bits, and nothing but the end of a block. */
const DC_TABLE = joined([Uint8Array.of(0x00), lengths([1, 1]), Uint8Array.of(0, 8)])
const AC_TABLE = joined([Uint8Array.of(0x10), lengths([1]), Uint8Array.of(0)])

function lengths(first: readonly number[]): Uint8Array {
  const all = new Uint8Array(16)
  all.set(first)
  return all
}

export type JpegParts = Readonly<{
  /** Segments to stand before the picture, such as EXIF. */
  before?: readonly Uint8Array[]
  /** Bytes behind the end of the picture. */
  behind?: Uint8Array
}>

/**
 * A grey JPEG of any size whose upper left block of 8 x 8 is white and all others are mid grey, written by hand: a
 * 48-megapixel one takes milliseconds. Codes: DC 0 is "0", DC 8 is "10"; AC end of block is "0".
 */
export function jpegFile(
  width: number,
  height: number,
  { before = [], behind = new Uint8Array() }: JpegParts = {},
): Uint8Array {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8)
  const frame = joined([Uint8Array.of(8), u16(height), u16(width), Uint8Array.of(1, 1, 0x11, 0)])
  const scan = Uint8Array.of(1, 1, 0x00, 0, 63, 0)
  // The first block is 255 above the mid, the second as much below that; every other is like the one before, in two bits.
  const head = blocks === 1 ? '10111111110' : '1011111111010000000000'
  return joined([
    Uint8Array.of(0xff, 0xd8),
    ...before,
    segment(0xdb, joined([Uint8Array.of(0), new Uint8Array(64).fill(8)])),
    segment(0xc0, frame),
    segment(0xc4, DC_TABLE),
    segment(0xc4, AC_TABLE),
    segment(0xda, scan),
    coded(head, head.length + 2 * Math.max(0, blocks - 2)),
    Uint8Array.of(0xff, 0xd9),
    behind,
  ])
}

/** So many bits: those given, then zeros, then ones up to a whole byte. None of the bytes is 0xff. */
function coded(head: string, count: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(count / 8))
  for (let at = 0; at < head.length; at += 8)
    bytes[at / 8] = Number.parseInt(head.slice(at, at + 8).padEnd(8, '0'), 2)
  const last = bytes.length - 1
  if (count % 8 !== 0) bytes[last] = (bytes[last] ?? 0) | (0xff >> (count % 8))
  return bytes
}

type ExifFields = Readonly<{
  orientation?: number
  /** "2024:03:05 10:11:12" */
  taken?: string
  /** The maker of the camera, or whatever else is written there. */
  make?: string
  artist?: string
  /** Degrees, minutes and seconds north. */
  latitude?: readonly [number, number, number]
}>

/** A TIFF block with these fields, in the byte order asked for. */
export function tiffBlock(fields: ExifFields, littleEndian = false): Uint8Array {
  const n16 = (value: number) => (littleEndian ? u32(value, true).subarray(0, 2) : u16(value))
  const n32 = (value: number) => u32(value, littleEndian)
  const { orientation, taken, make, artist, latitude } = fields
  const extra: Uint8Array[] = []
  const entries: (readonly [tag: number, type: number, count: number, value: Uint8Array])[] = []
  const text = (tag: number, words: string | undefined) => {
    if (words !== undefined) entries.push([tag, 2, words.length + 1, ascii(`${words}\0`)])
  }
  text(0x010f, make)
  if (orientation !== undefined) entries.push([0x0112, 3, 1, joined([n16(orientation), n16(0)])])
  text(0x013b, artist)
  const folderSize = (count: number) => 2 + 12 * count + 4
  const count = entries.length + (taken === undefined ? 0 : 1) + (latitude === undefined ? 0 : 1)
  let at = 8 + folderSize(count)
  const put = (bytes: Uint8Array): number => {
    const place = at
    extra.push(bytes)
    at += bytes.length
    return place
  }
  const entry = (tag: number, type: number, many: number, value: Uint8Array) =>
    joined([
      n16(tag),
      n16(type),
      n32(many),
      value.length <= 4 ? joined([value, new Uint8Array(4 - value.length)]) : n32(put(value)),
    ])
  const rows = entries.map(each => entry(...each))
  const folder = (inside: readonly Uint8Array[]) => joined([n16(inside.length), ...inside, n32(0)])
  if (taken !== undefined) {
    const value = put(ascii(`${taken}\0`))
    const inner = folder([joined([n16(0x9003), n16(2), n32(taken.length + 1), n32(value)])])
    rows.push(joined([n16(0x8769), n16(4), n32(1), n32(put(inner))]))
  }
  if (latitude !== undefined) {
    const value = put(joined(latitude.flatMap(part => [n32(part), n32(1)])))
    const inner = folder([
      joined([n16(1), n16(2), n32(2), ascii('N\0\0\0')]),
      joined([n16(2), n16(5), n32(3), n32(value)]),
    ])
    rows.push(joined([n16(0x8825), n16(4), n32(1), n32(put(inner))]))
  }
  const order = littleEndian ? 'II' : 'MM'
  return joined([ascii(order), n16(42), n32(8), folder(rows), ...extra])
}

/** The segment of a JPEG that carries such a block. */
export function exifOf(fields: ExifFields, littleEndian = false): Uint8Array {
  return segment(0xe1, joined([ascii('Exif\0\0'), tiffBlock(fields, littleEndian)]))
}
