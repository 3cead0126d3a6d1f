import type { PictureType } from '../../shared/case/photograph.ts'
import { PNG_SIGNATURE } from './png.ts'
import { refusePicture } from './problem.ts'

const HEIC_BRANDS: ReadonlySet<string> = new Set(['heic', 'heix', 'heim', 'heis', 'mif1'])
const SEQUENCE_BRANDS: ReadonlySet<string> = new Set(['hevc', 'hevx', 'msf1', 'avis'])

/** What a file is by what is in it, whatever its name says; a picture that is not taken is refused by its kind. */
export function pictureKind(bytes: Uint8Array): PictureType {
  if (bytes.length === 0) refusePicture('empty')
  const head = Buffer.from(bytes.subarray(0, 4096))
  const text = (from: number, to: number) => head.toString('latin1', from, to)
  if (head.subarray(0, 3).equals(Buffer.of(0xff, 0xd8, 0xff))) return 'image/jpeg'
  if (head.subarray(0, 8).equals(Buffer.from(PNG_SIGNATURE))) return 'image/png'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp'
  if (text(4, 8) === 'ftyp') {
    const brand = text(8, 12)
    if (HEIC_BRANDS.has(brand)) return 'image/heic'
    if (SEQUENCE_BRANDS.has(brand)) refusePicture('animated')
    refusePicture('unsupported')
  }
  if (/^GIF8[79]a/.test(text(0, 6))) refusePicture('animated')
  // SECURITY: drawings in XML can hold scripts and fetch from elsewhere; none is read, however it begins.
  if (isMarkup(head)) refusePicture('vector')
  if (isKnownElsewhere(text(0, 4))) refusePicture('unsupported')
  return refusePicture('notPicture')
}

/** XML, SVG and HTML, in any of the codings that a browser would take. */
function isMarkup(head: Buffer): boolean {
  const codings = [
    head.toString('utf8'),
    head.toString('utf16le'),
    head.subarray(1).toString('utf16le'),
  ]
  return codings.some(text => /^[\s\ufeff\0]*<(?:[?!a-z])/i.test(text))
}

/** BMP, TIFF, PDF, JPEG 2000, JPEG XL and Photoshop begin so. */
function isKnownElsewhere(start: string): boolean {
  return ['BM', 'II*\0', 'MM\0*', '%PDF', '\0\0\0\x0c', '\xff\x0a', '8BPS'].some(each =>
    start.startsWith(each),
  )
}
