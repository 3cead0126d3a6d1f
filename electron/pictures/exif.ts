import { ascii, byteReader, joined } from './byteReader.ts'

/** How the stored rows and columns lie to the upright picture: 1 as they are, 2-8 as the EXIF standard says. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** The little that is read from a camera's notes before all of them are dropped. */
export type CameraNotes = Readonly<{
  orientation: Orientation
  /** `2026-11-22`, as the camera's clock had it; null where it says none that exists. */
  takenOn: string | null
}>

export const NO_NOTES: CameraNotes = { orientation: 1, takenOn: null }

const ORIENTATION = 0x0112
const DATE_TIME = 0x0132
const EXIF_FOLDER = 0x8769
const DATE_TIME_ORIGINAL = 0x9003
const DATE_TIME_DIGITIZED = 0x9004
const ASCII = 2
const SHORT = 3

type Field = Readonly<{ type: number; count: number; at: number }>

/** Reads a TIFF block, the form in which EXIF lies in every kind of file; a broken one says nothing. */
export function readCameraNotes(tiff: Uint8Array): CameraNotes {
  try {
    const order = Buffer.from(tiff.subarray(0, 2)).toString('latin1')
    if (order !== 'II' && order !== 'MM') return NO_NOTES
    const reader = byteReader(tiff, order === 'II')
    if (reader.u16(2) !== 42) return NO_NOTES
    const folder = (start: number): ReadonlyMap<number, Field> => {
      const fields = new Map<number, Field>()
      const count = Math.min(reader.u16(start), 500)
      for (let n = 0; n < count; n++) {
        const at = start + 2 + 12 * n
        fields.set(reader.u16(at), {
          type: reader.u16(at + 2),
          count: reader.u32(at + 4),
          at: at + 8,
        })
      }
      return fields
    }
    const main = folder(reader.u32(4))
    const turned = main.get(ORIENTATION)
    const value = turned?.type === SHORT ? reader.u16(turned.at) : 1
    const link = main.get(EXIF_FOLDER)
    const inner = link === undefined ? new Map<number, Field>() : folder(reader.u32(link.at))
    const dayOf = (field: Field | undefined): string | null =>
      field === undefined || field.type !== ASCII || field.count < 11
        ? null
        : day(reader.ascii(reader.u32(field.at), 10))
    return {
      orientation: value >= 1 && value <= 8 ? (value as Orientation) : 1,
      takenOn:
        dayOf(inner.get(DATE_TIME_ORIGINAL)) ??
        dayOf(inner.get(DATE_TIME_DIGITIZED)) ??
        dayOf(main.get(DATE_TIME)),
    }
  } catch {
    return NO_NOTES
  }
}

/** "2026:11:22" as a day that exists; cameras without a clock write zeros or the day they were made. */
function day(text: string): string | null {
  const [, year = '', month = '', date = ''] = /^(\d{4}):(\d\d):(\d\d)$/.exec(text) ?? []
  const iso = `${year}-${month}-${date}`
  const at = new Date(`${iso}T00:00:00Z`)
  const exists = !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === iso
  return exists && Number(year) >= 1990 ? iso : null
}

/** A TIFF block that says how the picture lies, and nothing else. */
export function orientationBlock(orientation: Orientation): Uint8Array {
  const view = new DataView(new ArrayBuffer(26))
  view.setUint16(0, 0x4d4d)
  view.setUint16(2, 42)
  view.setUint32(4, 8)
  view.setUint16(8, 1)
  view.setUint16(10, ORIENTATION)
  view.setUint16(12, SHORT)
  view.setUint32(14, 1)
  view.setUint16(18, orientation)
  return new Uint8Array(view.buffer)
}

/** The block with the name under which JPEG files carry it. */
export function exifSegment(orientation: Orientation): Uint8Array {
  return joined([ascii('Exif\0\0'), orientationBlock(orientation)])
}

/** Whether rows of the stored picture are columns of the upright one. */
export function swapsSides(orientation: Orientation): boolean {
  return orientation >= 5
}
