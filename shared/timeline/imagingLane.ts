import type { BoardAssessment } from '../board/board.ts'
import { uncapitalised } from '../board/makeFact.ts'
import { type Context, extent } from './context.ts'
import { captionStyle, factPieces, quietStyle, words } from './pieces.ts'
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
  for (const { label, events } of assessmentRows(of)) y = drawRow(of, y, label, events)
  return y
}

type Row = Readonly<{ label: string; events: readonly PointEvent[] }>

/** A row for each kind of judgement; where room is short, one for all kinds without a date, each event with its kind. */
function assessmentRows(of: Context): Row[] {
  const kinds = ASSESSMENT_ROWS.flatMap(({ type, label }) => {
    const found = of.board.assessments.filter(assessment => assessment.type === type)
    return found.length === 0 ? [] : [{ label, found }]
  })
  const undated = kinds.filter(({ found }) => found.every(one => isUndated(of, one)))
  const areShared = of.metrics.reaches && undated.length > 1
  const own = areShared ? kinds.filter(kind => !undated.includes(kind)) : kinds
  const rows = own.map(({ label, found }) => {
    return { label, events: found.map(one => assessmentEvent(of, one, null)) }
  })
  if (!areShared) return rows
  const events = undated.flatMap(({ label, found }) =>
    found.map(one => assessmentEvent(of, one, label)),
  )
  return [...rows, { label: sentenceCase(undated.map(({ label }) => label)), events }]
}

function isUndated(of: Context, { entry }: BoardAssessment): boolean {
  return extent(of, entry, 'start').kind === 'unknown'
}

/** "Response, clinical" */
function sentenceCase(labels: readonly string[]): string {
  return labels
    .map((label, i) => (i === 0 || label === label.toUpperCase() ? label : uncapitalised(label)))
    .join(', ')
}

/** On the shelf of what is not dated no word repeats that. */
function assessmentEvent(
  of: Context,
  assessment: BoardAssessment,
  kind: string | null,
): PointEvent {
  const { metrics } = of
  const isOnShelf =
    metrics.reaches && assessment.when.tone === 'missing' && isUndated(of, assessment)
  const said = isOnShelf ? assessment.what : assessment.caption
  const caption = factPieces(said, captionStyle(metrics))
  return {
    entry: assessment.entry,
    kind: 'assessment',
    mark: { type: 'tick' },
    caption:
      kind === null ? caption : [words(uncapitalised(kind), quietStyle(metrics)), ...caption],
    label: assessmentWords(assessment),
  }
}

function drawRow(of: Context, top: number, name: string, events: readonly PointEvent[]): number {
  if (events.length === 0) return top
  const { metrics } = of
  const style = { role: 'text', size: metrics.text.name, weight: 400 } as const
  const label = { group: [], number: '', name: [words(name, style)], aside: [], entry: null }
  return top + drawPointRow(of, top, events, label) * metrics.row
}
