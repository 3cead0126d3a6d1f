import type { PictureType } from '../../shared/case/photograph.ts'
import type { CameraNotes } from './exif.ts'

/** A picture whose file holds nothing but the picture, how it lies and its colours. */
export type PlainPicture = Readonly<{
  mediaType: PictureType
  bytes: Uint8Array
  /** Read before they were dropped. */
  notes: CameraNotes
  /** The colour profile without words; null for sRGB or none. */
  profile: Uint8Array | null
  /** In pixels, as the rows lie in the file. */
  storedWidth: number
  storedHeight: number
}>
