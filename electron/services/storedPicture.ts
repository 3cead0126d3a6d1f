import { z } from 'zod'
import type { Picture } from '../../shared/case/photograph.ts'
import { PICTURE_TYPES } from '../../shared/case/photograph.ts'
import {
  RENDITION_SIZES,
  type RenditionSize,
  type ShownPicture,
} from '../../shared/ipc/photoContract.ts'
import type { Orientation } from '../pictures/exif.ts'
import type { PreparedPicture } from '../pictures/order.ts'
import { AttachmentDamaged } from '../vault/attachmentFile.ts'
import { type Attachments, attachmentsIn } from '../vault/attachments.ts'
import { asWorkspaceError } from '../vault/workspaceError.ts'
import { pictureLost } from './pictureWords.ts'
import type { OpenSession } from './session.ts'

const Side = z.int().min(1)

/** The first part of a picture's file: what the import found. The small pictures follow, then the original. */
const Facts = z.strictObject({
  version: z.literal(1),
  mediaType: z.enum(PICTURE_TYPES),
  width: Side,
  height: Side,
  byteSize: Side,
  orientation: z.int().min(1).max(8),
  renditions: z.array(z.strictObject({ width: Side, height: Side })).length(RENDITION_SIZES.length),
})
type Facts = z.infer<typeof Facts>

export function picturesOf({ workspace }: OpenSession): Attachments {
  return attachmentsIn(workspace.folder, workspace.databaseKey)
}

/** Keeps a picture with its small ones, encrypted and safe on disk when it resolves; gives its name. */
export function keepPicture(attachments: Attachments, prepared: PreparedPicture): Promise<string> {
  const { original, mediaType, width, height, orientation, renditions } = prepared
  const facts: Facts = {
    version: 1,
    mediaType,
    width,
    height,
    byteSize: original.length,
    orientation,
    renditions: renditions.map(each => ({ width: each.width, height: each.height })),
  }
  return attachments.put([
    Buffer.from(JSON.stringify(facts), 'utf8'),
    ...renditions.map(each => each.bytes),
    original,
  ])
}

/** Throws the refusal that says so where a file is missing, damaged or not of this form. */
function orLost<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw lost(error)
  }
}

function lost(error: unknown): unknown {
  const isLost =
    error instanceof AttachmentDamaged ||
    error instanceof SyntaxError ||
    error instanceof z.ZodError ||
    ['missing', 'damaged'].includes(asWorkspaceError(error)?.code ?? '')
  return isLost ? pictureLost() : error
}

function factsOf(attachments: Attachments, name: string): Facts {
  return orLost(() => Facts.parse(JSON.parse(attachments.readPart(name, 0).toString('utf8'))))
}

/** What an entry says of a picture that is kept; null where none of that name is. */
export function keptPicture(attachments: Attachments, name: string): Picture | null {
  if (!attachments.has(name)) return null
  const { mediaType, width, height, byteSize } = factsOf(attachments, name)
  return { attachment: name, mediaType, width, height, byteSize }
}

export function keptThumbnail(
  attachments: Attachments,
  name: string,
  size: RenditionSize,
): ShownPicture {
  const at = RENDITION_SIZES.indexOf(size)
  const made = factsOf(attachments, name).renditions[at]
  if (made === undefined) throw pictureLost()
  const bytes = orLost(() => attachments.readPart(name, 1 + at))
  return { bytes: new Uint8Array(bytes), mediaType: 'image/jpeg', ...made }
}

/** The original and whether a browser shows it upright as it is. */
export async function keptOriginal(
  attachments: Attachments,
  name: string,
): Promise<ShownPicture | Readonly<{ turn: Buffer }>> {
  const { mediaType, width, height, orientation } = factsOf(attachments, name)
  const bytes = await attachments.readContent(name).catch(error => {
    throw lost(error)
  })
  const isUpright = (orientation satisfies number as Orientation) === 1
  // Browsers turn JPEG pictures as their tag says, and no other kind.
  return mediaType === 'image/jpeg' || (isUpright && mediaType !== 'image/heic')
    ? { bytes: new Uint8Array(bytes), mediaType, width, height }
    : { turn: bytes }
}
