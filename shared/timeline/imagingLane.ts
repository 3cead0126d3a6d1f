import type { BoardAssessment } from '../board/board.ts'
import type { Context } from './context.ts'
import { drawLabel } from './labelColumn.ts'
import { captionStyle, factPieces, words } from './pieces.ts'
import type { PointEvent } from './pointEvent.ts'
import { drawPointRow } from './pointRow.ts'
import { assessmentWords, imagingWords } from './story.ts'

const ASSESSMENT_ROWS = [
  { type: 'response', label: 'Response' },
  { type: 'clinical', label: 'Clinical' },
  { type: 'ecog', label: 'ECOG' },
  { type: 'tumourMarker', label: 'Tumour markers' },
] as const satisfies readonly { type: BoardAssessment['type']; label: string }[]

/** Studies, then responses and other judgements, each kind on a row of its own. Returns where the lane ends. */
export function drawImagingLane(of: Context, top: number): number {
  const { board, metrics } = of
  const studies = board.imaging.map(
    (imaging): PointEvent => ({
      entry: imaging.entry,
      kind: 'imaging',
      mark: { type: 'square' },
      caption: factPieces(imaging.caption, captionStyle(metrics)),
      label: imagingWords(imaging),
    }),
  )
  let y = drawRow(of, top, 'Studies', studies)
  for (const { type, label } of ASSESSMENT_ROWS) {
    const events = board.assessments
      .filter(assessment => assessment.type === type)
      .map(
        (assessment): PointEvent => ({
          entry: assessment.entry,
          kind: 'assessment',
          mark: { type: 'tick' },
          caption: factPieces(assessment.caption, captionStyle(metrics)),
          label: assessmentWords(assessment),
        }),
      )
    y = drawRow(of, y, label, events)
  }
  return y
}

function drawRow(of: Context, top: number, name: string, events: readonly PointEvent[]): number {
  if (events.length === 0) return top
  const { metrics } = of
  const lines = drawPointRow(of, top, events)
  const style = { role: 'text', size: metrics.text.name, weight: 400 } as const
  const label = { group: [], number: '', name: [words(name, style)], aside: [], entry: null }
  return top + Math.max(lines, drawLabel(of, top, label)) * metrics.row
}
