import type { Board } from '../../../shared/board/board.ts'
import { drawTimeline } from '../../../shared/timeline/drawTimeline.ts'
import { foldedAtFirst } from '../../../shared/timeline/gaps.ts'
import { drawLegend } from '../../../shared/timeline/legend.ts'
import type { PdfNode, PictureNode } from '../definition.ts'
import { section } from './sectionTable.ts'
import { sliceDrawing } from './sliceDrawing.ts'
import { timelinePicture } from './timelinePicture.ts'

/** Points. */
const ROW_HEIGHT = 9.6
const LABEL_SHARE = 0.225
/** A taller drawing goes on over the next page under the same scale. Fits both papers under heading and legend. */
const TALLEST = 590

/** The time axis of the board as vectors: the same drawing as on screen, families told apart by pattern. */
export function timeline(board: Board, width: number): PdfNode[] {
  const axis = board.axes.find(one => one.unavailable === null)
  if (axis === undefined) return []
  const drawing = drawTimeline({
    board,
    axis,
    width,
    rowHeight: ROW_HEIGHT,
    labelWidth: width * LABEL_SHARE,
    density: 'paper',
    selected: null,
    folds: foldedAtFirst(axis),
  })
  const legend = drawLegend(drawing, { width, density: 'paper', left: 0 })
  const marks = picture(legend, `Marks: ${legend.texts.join(', ')}`)
  const pictures = sliceDrawing(drawing, TALLEST).map((part, i) =>
    picture(part, i === 0 ? drawing.texts.join('. ') : 'The time axis, continued'),
  )
  const [first, ...more] = pictures
  if (first === undefined) return []
  const content: PdfNode[] = [
    { stack: legend.height === 0 ? [first] : [marks, first] },
    ...more.map(one => ({ stack: [one] })),
  ]
  return [section({ title: 'Timeline' }, width, content)]
}

function picture(part: Parameters<typeof timelinePicture>[0], alt: string): PictureNode {
  return { picture: timelinePicture(part), alt }
}
