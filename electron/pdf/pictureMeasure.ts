import { SvgMeasure } from './pdfmakeInternals.ts'
import type { Picture } from './picture.ts'

/** A picture as it goes through the layout, in the place of SVG. */
export type PlacedPicture = Readonly<{ picture: Picture; language: string | null }>

export function isPlacedPicture(svg: unknown): svg is PlacedPicture {
  return typeof svg === 'object' && svg !== null && 'picture' in svg
}

/** pdfmake's measuring of drawings, which knows the engine's own pictures as well. */
export class PictureMeasure extends SvgMeasure {
  override measureSVG(svg: unknown) {
    return isPlacedPicture(svg) ? svg.picture : super.measureSVG(svg)
  }

  override writeDimensions(svg: unknown, size: { width: number; height: number }): unknown {
    return isPlacedPicture(svg) ? svg : super.writeDimensions(svg, size)
  }
}
