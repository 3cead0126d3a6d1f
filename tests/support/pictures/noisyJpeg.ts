import { jpegOf } from '../../../electron/pictures/codecs.ts'

/** A JPEG of noise that no other run makes, so that its bytes are found nowhere by chance. */
export async function noisyJpeg(width: number, height: number): Promise<Uint8Array> {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < data.length; at += 4)
    data.set([Math.random() * 255, Math.random() * 255, Math.random() * 255, 255], at)
  return jpegOf({ data, width, height }, 90, null)
}
