import { byteReader } from './byteReader.ts'
import { refusePicture } from './problem.ts'

/** A box of the ISO base media file format; `from` is where its contents begin, `to` where it ends. */
export type Box = Readonly<{ type: string; at: number; from: number; to: number }>

const MOST_BOXES = 20_000

/** The boxes between two places, in their order. */
export function boxesIn(bytes: Uint8Array, from: number, to: number): Box[] {
  const reader = byteReader(bytes)
  const boxes: Box[] = []
  for (let at = from; at < to; ) {
    const size = reader.u32(at)
    const type = reader.ascii(at + 4, 4)
    const isLong = size === 1
    // A length of more than 4 GB is longer than any file that is taken.
    if (isLong && reader.u32(at + 8) !== 0) refusePicture('truncated')
    const length = isLong ? reader.u32(at + 12) : size === 0 ? to - at : size
    const head = isLong ? 16 : 8
    if (length < head) refusePicture('damaged')
    if (at + length > to) refusePicture(to === bytes.length ? 'truncated' : 'damaged')
    boxes.push({ type, at, from: at + head, to: at + length })
    if (boxes.length > MOST_BOXES) refusePicture('damaged')
    at += length
  }
  return boxes
}

/** The box of a type that has to be there. */
export function boxOf(boxes: readonly Box[], type: string): Box {
  return boxes.find(box => box.type === type) ?? refusePicture('damaged')
}

/** Numbers of various widths, one after the other. */
export function cursor(bytes: Uint8Array, { from, to }: Pick<Box, 'from' | 'to'>) {
  const reader = byteReader(bytes.subarray(0, to))
  let at = from
  return {
    get at() {
      return at
    },
    skip: (count: number) => {
      at += count
    },
    text: (count: number): string => {
      at += count
      return reader.ascii(at - count, count)
    },
    /** A number of so many bytes; none is 0. */
    number: (count: number): number => {
      let value = 0
      for (let n = 0; n < count; n++) value = value * 256 + reader.u8(at + n)
      at += count
      return value
    },
  }
}
