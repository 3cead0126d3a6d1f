import { type ReactNode, useMemo, useState } from 'react'
import type { AxisId } from '../../../shared/board/axis.ts'
import type { Board } from '../../../shared/board/board.ts'
import type { EntryId } from '../../../shared/ids.ts'
import type { CutoffId } from '../../../shared/receptors/cutoffId.ts'
import { drawTimeline } from '../../../shared/timeline/drawTimeline.ts'
import type { Drawing } from '../../../shared/timeline/shape.ts'
import { Panel } from '../../components/Panel.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { COMPACT, useMedia } from '../../components/useMedia.ts'
import { RuleSwitch } from './RuleSwitch.tsx'
import { Shapes } from './Shapes.tsx'
import { splitHead } from './splitHead.ts'
import styles from './Timeline.module.css'
import { TimelineItems } from './TimelineItems.tsx'
import { TimelineLegend } from './TimelineLegend.tsx'
import { useSize } from './useSize.ts'

type Props = Readonly<{
  board: Board
  selected: EntryId | null
  onSelect: (entry: EntryId) => void
  onCutoff: (cutoff: CutoffId) => void
  className?: string | undefined
  /** Buttons at the right of the heading. */
  actions?: ReactNode
}>

const LABEL_WIDTH = { screen: 450, compact: 232 } as const

/** Rows as high as the design has them, down to the least in which their words still stand apart. */
const ROW_HEIGHTS = { screen: [19, 17, 16, 15], compact: [14, 13] } as const

/** Narrower than this the columns beside the names would leave too little for time. */
const LEAST_SCREEN_WIDTH = 1100

/** Sites, receptors, treatment and imaging on one time axis. */
export function Timeline({ board, selected, onSelect, onCutoff, className, actions }: Props) {
  const [chosen, setChosen] = useState<AxisId | null>(null)
  const [frame, { width, height }] = useSize<HTMLDivElement>('time axis')
  const isCompact = useMedia(COMPACT) || width < LEAST_SCREEN_WIDTH
  const density = isCompact ? 'compact' : 'screen'
  const usable = board.axes.filter(axis => axis.unavailable === null)
  const axis = usable.find(one => one.id === chosen) ?? usable[0] ?? board.axes[0]
  // Each row height is drawn once at most: a panel that becomes a little higher or lower is fitted without a new drawing.
  const draw = useMemo(
    () =>
      axis === undefined || width === 0
        ? null
        : once((rowHeight: number) =>
            drawTimeline({
              board,
              axis,
              width,
              density,
              selected,
              rowHeight,
              labelWidth: LABEL_WIDTH[density],
            }),
          ),
    [board, axis, width, density, selected],
  )
  const drawing = useMemo(
    () => (draw === null ? null : fitted(height, draw, ROW_HEIGHTS[density])),
    [draw, height, density],
  )
  const parts = useMemo(() => (drawing === null ? null : splitHead(drawing)), [drawing])
  return (
    <Panel
      title="Time axis"
      className={className}
      bodyClassName={styles.body}
      actions={actions}
      beside={
        axis !== undefined && (
          <SegmentedControl
            label="Time axis"
            value={axis.id}
            segments={AXIS_ORDER.flatMap(id => board.axes.filter(one => one.id === id)).map(
              one => ({ value: one.id, label: one.label, unavailable: one.unavailable }),
            )}
            onChange={setChosen}
          />
        )
      }
    >
      <div className={styles.frame} ref={frame}>
        {drawing !== null && parts !== null && (
          <div className={styles.drawing} style={{ height: drawing.height }}>
            <div className={styles.head}>
              <Shapes shapes={parts.head} width={width} height={drawing.headHeight} />
            </div>
            <div className={styles.lanes} style={{ marginTop: -drawing.headHeight }}>
              <Shapes shapes={parts.lanes} width={width} height={drawing.height} />
            </div>
            <TimelineItems items={drawing.rows} selected={selected} onSelect={onSelect} />
            <RuleSwitch boxes={drawing.ruleSwitch} cutoff={board.rule.cutoff} onCutoff={onCutoff} />
          </div>
        )}
      </div>
      {drawing !== null && <TimelineLegend drawing={drawing} density={density} width={width} />}
    </Panel>
  )
}

function once(draw: (rowHeight: number) => Drawing): (rowHeight: number) => Drawing {
  const drawn = new Map<number, Drawing>()
  return rowHeight => {
    const drawing = drawn.get(rowHeight) ?? draw(rowHeight)
    drawn.set(rowHeight, drawing)
    return drawing
  }
}

/** The drawing with the highest rows that fit the panel; where none do, it scrolls at its full size. */
function fitted(
  height: number,
  draw: (rowHeight: number) => Drawing,
  rowHeights: readonly [number, ...number[]],
): Drawing {
  const [full, ...smaller] = rowHeights
  const first = draw(full)
  if (first.height <= height) return first
  // A drawing far too high would fit with no row height: it is not drawn again.
  if (first.height > height * 1.4) return first
  for (const rowHeight of smaller) {
    const drawing = draw(rowHeight)
    if (drawing.height <= height) return drawing
  }
  return first
}

const AXIS_ORDER: readonly AxisId[] = ['surgery', 'metastasis', 'calendar']
