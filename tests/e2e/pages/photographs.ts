import { jpegFile } from '../../support/pictures/jpegFile.ts'

export type PictureFile = Readonly<{ name: string; mimeType: string; buffer: Buffer }>

export function pictureFile(name: string, width: number, height: number): PictureFile {
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(jpegFile(width, height)) }
}

export const OVERVIEW = pictureFile('overview.jpg', 640, 480)
export const CLOSE_UP = pictureFile('close.jpg', 480, 640)
