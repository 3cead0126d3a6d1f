import type { PictureType } from '../../shared/case/photograph.ts'
import type { Orientation } from './exif.ts'
import type { PictureProblem } from './problem.ts'

/** A JPEG, upright. */
export type Rendition = Readonly<{ bytes: Uint8Array; width: number; height: number }>

/** What an import keeps of a file: the picture without metadata, and its small pictures in the order of their sizes. */
export type PreparedPicture = Readonly<{
  original: Uint8Array
  mediaType: PictureType
  /** In pixels, upright. */
  width: number
  height: number
  orientation: Orientation
  /** The day that the camera's clock had; null where it says none. */
  takenOn: string | null
  renditions: readonly Rendition[]
}>

/** What the worker is asked. */
export type PictureOrder = Readonly<{
  id: number
  do: 'prepare' | 'upright'
  bytes: Uint8Array
}>

/** What the worker says. */
export type PictureReport =
  | Readonly<{ type: 'progress'; id: number; done: number }>
  | Readonly<{ type: 'prepared'; id: number; prepared: PreparedPicture }>
  | Readonly<{ type: 'upright'; id: number; rendition: Rendition }>
  | Readonly<{ type: 'refused'; id: number; problem: PictureProblem }>
