import { RENDITION_SIZES } from '../../shared/ipc/photoContract.ts'
import { decoded, jpegOf } from './codecs.ts'
import { type Orientation, swapsSides } from './exif.ts'
import { plainHeic } from './heic.ts'
import { plainJpeg } from './jpeg.ts'
import type { PreparedPicture, Rendition } from './order.ts'
import { pictureKind } from './pictureKind.ts'
import { onWhite, type Pixels, shrunk, upright } from './pixels.ts'
import type { PlainPicture } from './plainPicture.ts'
import { plainPng } from './png.ts'
import { MOST_PIXELS, refusePicture } from './problem.ts'
import { plainWebp } from './webp.ts'

/** Neither JPEG nor the screen's canvas go further. */
const LONGEST_SIDE = 65_500

const RENDITION_QUALITY = { 96: 75, 320: 78, 1600: 84 } as const
const FULL_QUALITY = 93

/** The picture alone, by what kind of file it is. */
export function plainPicture(bytes: Uint8Array): PlainPicture {
  const picture = readPlain(bytes)
  const { storedWidth, storedHeight } = picture
  if (storedWidth * storedHeight > MOST_PIXELS) refusePicture('tooManyPixels')
  if (Math.max(storedWidth, storedHeight) > LONGEST_SIDE) refusePicture('tooManyPixels')
  return picture
}

function readPlain(bytes: Uint8Array): PlainPicture {
  switch (pictureKind(bytes)) {
    case 'image/jpeg':
      return plainJpeg(bytes)
    case 'image/png':
      return plainPng(bytes)
    case 'image/webp':
      return plainWebp(bytes)
    case 'image/heic':
      return plainHeic(bytes)
  }
}

async function pixelsOf({
  mediaType,
  bytes,
  storedWidth,
  storedHeight,
}: PlainPicture): Promise<Pixels> {
  const pixels = await decoded(mediaType, bytes)
  // What the header said is what was allowed for; a HEIC picture comes turned, and may be cropped.
  const isAsSaid =
    mediaType === 'image/heic'
      ? pixels.width * pixels.height <= storedWidth * storedHeight
      : pixels.width === storedWidth && pixels.height === storedHeight
  if (!isAsSaid) refusePicture('damaged')
  return pixels
}

/** Reads a file of a picture whole: what is kept of it, and its small pictures. */
export async function preparePicture(
  bytes: Uint8Array,
  onProgress: (done: number) => void,
): Promise<PreparedPicture> {
  const plain = plainPicture(bytes)
  onProgress(0.1)
  const { orientation, takenOn } = plain.notes
  let smaller = await pixelsOf(plain)
  const { width: across, height: down } = smaller
  onProgress(0.5)
  const renditions: Rendition[] = []
  let turned: Orientation = orientation
  for (const size of RENDITION_SIZES.toReversed()) {
    // Turned once it is small, and each made of the one before.
    smaller = upright(onWhite(shrunk(smaller, size)), turned)
    turned = 1
    const { width, height } = smaller
    const jpeg = await jpegOf(smaller, RENDITION_QUALITY[size], plain.profile)
    renditions.unshift({ bytes: jpeg, width, height })
    onProgress(0.5 + (0.4 * renditions.length) / RENDITION_SIZES.length)
  }
  const [width, height] = swapsSides(orientation) ? [down, across] : [across, down]
  return {
    original: plain.bytes,
    mediaType: plain.mediaType,
    width,
    height,
    orientation,
    takenOn,
    renditions,
  }
}

/** A kept original upright and in a form that every browser reads. */
export async function uprightJpeg(bytes: Uint8Array): Promise<Rendition> {
  const plain = plainPicture(bytes)
  const pixels = upright(onWhite(await pixelsOf(plain)), plain.notes.orientation)
  const { width, height } = pixels
  return { bytes: await jpegOf(pixels, FULL_QUALITY, plain.profile), width, height }
}
