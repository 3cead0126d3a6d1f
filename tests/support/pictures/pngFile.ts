import { crc32, deflateSync } from 'node:zlib'
import { ascii, joined, u32 } from '../../../electron/pictures/byteReader.ts'

export function pngChunk(name: string, data: Uint8Array): Uint8Array {
  const named = joined([ascii(name), data])
  return joined([u32(data.length), named, u32(crc32(named))])
}

export type PngParts = Readonly<{
  /** Chunks to stand before the rows. */
  before?: readonly Uint8Array[]
  /** Chunks and bytes behind the rows. */
  behind?: readonly Uint8Array[]
}>

/** A PNG of red, green, blue and opacity whose upper left pixel is red, all others a see-through blue. */
export function pngFile(
  width: number,
  height: number,
  { before = [], behind = [] }: PngParts = {},
) {
  const row = joined([
    Uint8Array.of(0),
    ...Array.from({ length: width }, () => Uint8Array.of(0, 0, 255, 128)),
  ])
  const rows = Array.from({ length: height }, () => new Uint8Array(row))
  rows[0]?.set([255, 0, 0, 255], 1)
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    pngChunk('IHDR', joined([u32(width), u32(height), Uint8Array.of(8, 6, 0, 0, 0)])),
    ...before,
    pngChunk('IDAT', deflateSync(joined(rows))),
    ...behind,
    pngChunk('IEND', new Uint8Array()),
  ])
}
