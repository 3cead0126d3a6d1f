import type { PictureType } from '../../shared/case/photograph.ts'
import { PICTURE_TYPE_LABEL } from '../../shared/codes/photographWords.ts'
import type { PictureProblem } from '../pictures/problem.ts'
import { cancelled, conflict, type Refusal, workspaceProblem } from './refusal.ts'

/** Why a file was not taken, and what to do about it. */
const WHY = {
  empty: 'The file is empty. Copy it from the camera again, then import it.',
  tooLarge: 'The file is larger than 60 MB. Take or save the photograph in a smaller size.',
  tooManyPixels:
    'The picture has more than 100 megapixels. Take or save the photograph in a lower resolution.',
  truncated: 'The file is cut off: its end is missing. Copy it from the camera again.',
  damaged: 'The file is damaged and cannot be read whole. Copy it from the camera again.',
  animated:
    'The file is moving: an animation, a burst or a GIF. Save one picture of it as JPEG or PNG.',
  vector:
    'The file is a drawing or a page (SVG, XML or HTML), which may run programs. Save it as JPEG or PNG.',
  unsupported:
    'Pictures of this kind cannot be read here. Save it as JPEG, PNG or WebP; on an iPhone, set the camera’s format to “Most Compatible”.',
  unsupportedColours:
    'The picture is coded in the four colours of printing (CMYK). Save it as JPEG or PNG in RGB.',
  notPicture: 'The file is no picture. Choose a JPEG, PNG or WebP file.',
  memory:
    'This computer has not enough memory for the picture now. Close other programs, or save it in a lower resolution.',
  failed: 'The picture could not be read. Save it anew as JPEG or PNG.',
} as const satisfies Record<Exclude<PictureProblem, 'cancelled'>, string>

/** The refusal of a file; nothing of the file is repeated in it. */
export function pictureRefusal(problem: PictureProblem): Refusal {
  if (problem === 'cancelled') return cancelled()
  const [happened, ...advice] = WHY[problem].split(/(?<=\.) /)
  return conflict([happened, 'Nothing was imported.', ...advice].join(' '))
}

const ENDINGS: Readonly<Record<string, string>> = {
  jpg: PICTURE_TYPE_LABEL['image/jpeg'],
  jpeg: PICTURE_TYPE_LABEL['image/jpeg'],
  jpe: PICTURE_TYPE_LABEL['image/jpeg'],
  jfif: PICTURE_TYPE_LABEL['image/jpeg'],
  png: PICTURE_TYPE_LABEL['image/png'],
  webp: PICTURE_TYPE_LABEL['image/webp'],
  heic: PICTURE_TYPE_LABEL['image/heic'],
  heif: PICTURE_TYPE_LABEL['image/heic'],
  gif: 'GIF',
  bmp: 'BMP',
  tif: 'TIFF',
  tiff: 'TIFF',
  svg: 'SVG',
  pdf: 'PDF',
}

/** What a person should know of a file whose name does not say what it is; null where it does. */
export function endingRemark(extension: string, mediaType: PictureType): string | null {
  const is = PICTURE_TYPE_LABEL[mediaType]
  const says = ENDINGS[extension.toLowerCase()] ?? null
  if (says === is) return null
  return says === null
    ? `The name of the file does not say so, yet it is a ${is} picture. It was imported as that.`
    : `The name of the file says ${says}, yet it is a ${is} picture. It was imported as that.`
}

/** The picture of a photograph cannot be read back. */
export function pictureLost(): Refusal {
  return workspaceProblem(
    'damaged',
    'The picture of this photograph is missing or damaged. What is recorded of it is kept; have the workspace verified, and take the picture from a backup.',
  )
}

export function consentWithdrawn(): Refusal {
  return conflict(
    'Consent to this photograph was withdrawn, so it is not shown. The picture is kept until it is removed for good; nothing was changed.',
  )
}

export function pictureGone(): Refusal {
  return conflict(
    'The picture of this photograph is no longer kept, so it cannot be brought back. Nothing was changed; import it again.',
  )
}
