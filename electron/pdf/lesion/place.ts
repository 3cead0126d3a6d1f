import type { BoardLesion } from '../../../shared/board/board.ts'
import { FIGURE_ATTRIBUTION } from '../../../shared/figure/attribution.ts'
import type { FigureView } from '../../../shared/figure/figureDrawing.ts'
import { lesionMarkWords } from '../../../shared/figure/lesionMarks.ts'
import { VIEW_GEOMETRY } from '../../../shared/figure/viewGeometry.ts'
import type { PdfNode } from '../definition.ts'
import { type DrawnView, drawView, viewsBeside } from '../summary/bodyFigure.ts'
import { NOTE } from '../summary/paper.ts'
import { PINS } from '../summary/sites.ts'

const RADIUS = 7.6
const GAP = 8
/** Of the width, for the body beside a close-up. */
const BODY_SHARE = 0.44
/** Of the height of these close-ups, left to the counts of sites on screen. */
const BLANK_TOP = { head: 44, chest: 44 } as const

/** Where a lesion is: on the body, and on a close-up of the head or the chest wall that shows it too. */
export function placeOfLesion(lesion: BoardLesion, width: number): PdfNode[] {
  const draw = (view: FigureView, share: number): DrawnView =>
    drawView(
      view,
      { sites: [], lesions: [lesion] },
      { width: (width - GAP) * share, radius: RADIUS },
    )
  const first = (views: readonly FigureView[], share: number): DrawnView[] =>
    views
      .map(view => draw(view, share))
      .filter(({ pins }) => pins.marks.length > 0)
      .slice(0, 1)
  const body = first(['front', 'back'], BODY_SHARE)
  const closeUp = first(['head', 'chest'], 1 - BODY_SHARE).map(trimmed)
  const views = [...body, ...closeUp]
  if (views.length === 0)
    return [{ text: `Not on the figure: ${lesionMarkWords(lesion)}`, ...NOTE }]
  return [
    viewsBeside(views, GAP),
    { text: [PINS, FIGURE_ATTRIBUTION], ...NOTE, tag: 'Note', margin: [0, 3, 0, 0] },
  ]
}

/** Without what is blank above the drawing, as far as no pin has its head there. */
function trimmed(view: DrawnView): DrawnView {
  const name = view.marks.view
  if (name !== 'head' && name !== 'chest') return view
  const unit = view.width / VIEW_GEOMETRY[name].box.width
  const highest = Math.min(...view.pins.marks.map(({ y }) => y - view.marks.radius))
  const by = Math.max(0, Math.min(BLANK_TOP[name] * unit, highest))
  return { ...view, top: by, height: view.height - by }
}
