import type { PrintedPhotograph } from '../../../shared/board/printedPhotograph.ts'
import type { PdfNode } from '../definition.ts'
import { QUIET, SIZE } from './paper.ts'

const A_ROW = 3
const GAP = 8
const HIGHEST = 150

/** Photographs in rows of three, each as large as its place allows, with its words below it; a row stays on one page. */
export function photographRows(
  photographs: readonly PrintedPhotograph[],
  lesion: string,
  width: number,
): PdfNode[] {
  const rows = Array.from({ length: Math.ceil(photographs.length / A_ROW) }, (_, row) =>
    photographs.slice(row * A_ROW, (row + 1) * A_ROW),
  )
  const place = Math.floor((width - (A_ROW - 1) * GAP) / A_ROW)
  return rows.map(row => ({
    unbreakable: true,
    margin: [0, 3, 0, 3],
    columnGap: GAP,
    columns: row.map(
      ({ caption, jpeg }): PdfNode => ({
        width: place,
        stack: [
          {
            image: `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`,
            fit: [place, HIGHEST],
            alt: `Photograph of ${lesion}: ${caption}`,
          },
          { text: caption, fontSize: SIZE.detail, color: QUIET, margin: [0, 2, 0, 0] },
        ],
      }),
    ),
  }))
}
