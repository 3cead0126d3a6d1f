import { refusePicture } from './problem.ts'

/** Numbers in bytes; reading past the end refuses the file as cut off. */
export type ByteReader = Readonly<{
  length: number
  u8: (at: number) => number
  u16: (at: number) => number
  u32: (at: number) => number
  ascii: (at: number, length: number) => string
  slice: (from: number, to: number) => Uint8Array
}>

/** A reader over bytes; numbers are big-endian unless said otherwise. */
export function byteReader(bytes: Uint8Array, littleEndian = false): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const within = (at: number, length: number) => {
    if (at < 0 || length < 0 || at + length > bytes.length) refusePicture('truncated')
  }
  return {
    length: bytes.length,
    u8: at => {
      within(at, 1)
      return view.getUint8(at)
    },
    u16: at => {
      within(at, 2)
      return view.getUint16(at, littleEndian)
    },
    u32: at => {
      within(at, 4)
      return view.getUint32(at, littleEndian)
    },
    ascii: (at, length) => {
      within(at, length)
      return Buffer.from(bytes.buffer, bytes.byteOffset + at, length).toString('latin1')
    },
    slice: (from, to) => {
      within(from, to - from)
      return bytes.subarray(from, to)
    },
  }
}

export function u16(value: number): Uint8Array {
  const bytes = new Uint8Array(2)
  new DataView(bytes.buffer).setUint16(0, value)
  return bytes
}

export function u32(value: number, littleEndian = false): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value, littleEndian)
  return bytes
}

export function ascii(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
