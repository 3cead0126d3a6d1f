import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react'
import { monthsOfDay } from '../../../shared/board/axes.ts'
import type { AxisId } from '../../../shared/board/axis.ts'
import type { Board } from '../../../shared/board/board.ts'
import type { EntryId } from '../../../shared/ids.ts'
import type { CutoffId } from '../../../shared/receptors/cutoffId.ts'
import type { ReceptorView } from '../../../shared/timeline/context.ts'
import { drawTimeline } from '../../../shared/timeline/drawTimeline.ts'
import { drawLegend } from '../../../shared/timeline/legend.ts'
import type { Drawing } from '../../../shared/timeline/shape.ts'
import { centredOn, FIT, panned, type View, zoomed } from '../../../shared/timeline/view.ts'
import { useLetterKeys } from '../../components/letterKeys.ts'
import { Panel } from '../../components/Panel.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { COMPACT, useMedia } from '../../components/useMedia.ts'
import { AxisTools, ZOOM_STEP } from './AxisTools.tsx'
import { fitted } from './fitted.ts'
import { COUNTS_HEIGHT, RowsOutOfView } from './RowsOutOfView.tsx'
import { Stage } from './Stage.tsx'
import styles from './Timeline.module.css'
import { heightOf, TimelineLegend } from './TimelineLegend.tsx'
import { useAxisView } from './useAxisView.ts'
import { useSaveAxis } from './useSaveAxis.ts'
import { useSize } from './useSize.ts'

type Props = Readonly<{
  board: Board
  /** The day on which it is read: `2026-11-22`. */
  today: string
  selected: EntryId | null
  onSelect: (entry: EntryId) => void
  onCutoff: (cutoff: CutoffId) => void
  /** New or changed since the chosen date. */
  marked?: ReadonlySet<EntryId>
  /** How the screen is divided now, where it can change: an axis that was drawn there before has its right width at once. */
  place?: string
  className?: string | undefined
  /** Buttons at the right of the heading. */
  actions?: ReactNode
}>

const LABEL_WIDTH = { screen: 450, compact: 214 } as const

/** Rows as high as the design has them, down to the least in which their words still stand apart, and up to a full row. */
const ROW_HEIGHTS = {
  screen: { usual: 19, lower: [17, 16, 15], most: 19 },
  compact: { usual: 14, lower: [13, 12], most: 19 },
} as const

/** Narrower than this the columns beside the names would leave too little for time. */
const LEAST_SCREEN_WIDTH = 1100

/** How far one press of an arrow moves, as a share of the window. */
const PAN_SHARE = 1 / 8

const NONE: ReadonlySet<never> = new Set()

/** Sites, receptors, treatment and imaging on one time axis. */
export function Timeline(props: Props) {
  const {
    board,
    today,
    selected,
    onSelect,
    onCutoff,
    marked = NONE,
    place,
    className,
    actions,
  } = props
  const state = useAxisView(board, selected)
  const { axis, view, setView, folds, gaps, collapsed, opened } = state
  const [receptors, setReceptors] = useState<ReceptorView>('values')
  const [stage, { height: whole }] = useSize<HTMLDivElement>('time axis with its legend', place)
  const [frame, { width }] = useSize<HTMLDivElement>('time axis', place)
  const hasLetterKeys = useLetterKeys()
  const isCompact = useMedia(COMPACT) || width < LEAST_SCREEN_WIDTH
  const density = isCompact ? 'compact' : 'screen'
  const todayAt = axis === undefined ? null : monthsOfDay(axis, today)
  const foldKey = folds.map(gap => gap.from).join()
  // Each row height is drawn once at most: a panel that becomes a little higher or lower is fitted without a new drawing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the folds are those of their key.
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
              zoom: view.zoom,
              folds,
              collapsed,
              opened,
              marked,
              today: todayAt,
              receptors,
            }),
          ),
    [
      board,
      axis,
      width,
      density,
      selected,
      view.zoom,
      foldKey,
      collapsed,
      opened,
      marked,
      todayAt,
      receptors,
    ],
  )
  // What stands below the window is as high as the drawing says; only the whole is measured.
  const fit = useMemo(() => {
    if (draw === null) return null
    const legendOf = (drawing: Drawing) => drawLegend(drawing, { width, density, left: 10 })
    const rows = ROW_HEIGHTS[density]
    const { drawing, rowHeight } = fitted(whole - heightOf(legendOf(draw(rows.usual))), draw, rows)
    const legend = legendOf(drawing)
    return { drawing, rowHeight, legend, room: whole - heightOf(legend) }
  }, [draw, whole, width, density])
  const drawing = fit?.drawing ?? null
  const isLonger = fit !== null && fit.drawing.height > fit.room
  const height = fit === null ? 0 : fit.room - (isLonger ? COUNTS_HEIGHT : 0)
  const save = useSaveAxis({ board, axis, folds, collapsed, opened, marked })
  const isFolded = gaps.length > 0 && folds.length === gaps.length

  const zoomBy = (factor: number, at?: number) => {
    if (drawing === null) return
    const { time } = drawing
    setView(zoomed(view, factor, at ?? time.left + time.width / 2, time))
  }
  const fitAll = () => setView(FIT)
  const toToday =
    todayAt === null || drawing === null
      ? null
      : () => setView(centredOn(todayAt, zoomedIn(view), drawing.time))

  const keys = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || drawing === null) return
    const by = drawing.time.width * PAN_SHARE
    const to = (distance: number) => setView(panned(view, distance, drawing.time))
    const all = Number.POSITIVE_INFINITY
    const inScale = isWithin(event.target, '[data-scale]')
    if (!inScale && !isWithin(event.target, '[role=option]')) return
    const acts: Readonly<Record<string, (() => void) | null>> = {
      '+': () => zoomBy(ZOOM_STEP),
      '=': () => zoomBy(ZOOM_STEP),
      '-': () => zoomBy(1 / ZOOM_STEP),
      '0': fitAll,
      ...(hasLetterKeys ? { t: toToday, T: toToday } : {}),
      ...(inScale || view.zoom > 1 ? { ArrowLeft: () => to(-by), ArrowRight: () => to(by) } : {}),
      ...(inScale ? { Home: () => to(-all), End: () => to(all) } : {}),
      PageUp: () => to(-drawing.time.width),
      PageDown: () => to(drawing.time.width),
    }
    const act = acts[event.key]
    if (act === undefined) return
    event.preventDefault()
    act?.()
  }

  return (
    <Panel
      title="Time axis"
      className={className}
      bodyClassName={styles.body}
      actions={
        <>
          <AxisTools
            hasGaps={gaps.length > 0}
            isFolded={isFolded}
            onFold={() => state.setFolded(gaps, !isFolded)}
            onToday={toToday}
            isWhole={view.zoom <= 1}
            onZoom={zoomBy}
            onFit={fitAll}
            onSave={save}
            onFoldRows={opened.size === 0 ? null : state.foldRows}
          />
          {actions}
        </>
      }
      beside={
        axis !== undefined && (
          <SegmentedControl
            label="Time axis"
            value={axis.id}
            segments={AXIS_ORDER.flatMap(id => board.axes.filter(one => one.id === id)).map(
              one => ({ value: one.id, label: one.label, unavailable: one.unavailable }),
            )}
            onChange={state.choose}
          />
        )
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of what is focused within */}
      <div className={styles.stage} ref={stage} onKeyDown={keys}>
        <div className={styles.frame} ref={frame}>
          {fit !== null && axis !== undefined && (
            <Stage
              {...{ board, axis, density, selected, onSelect, onCutoff, view, setView }}
              drawing={fit.drawing}
              rowHeight={fit.rowHeight}
              height={height}
              frame={frame}
              receptors={receptors}
              onReceptors={setReceptors}
              onOpen={state.open}
              onLane={state.toggleLane}
              onUnfold={gap => state.setFolded([gap], false)}
            />
          )}
        </div>
        {drawing !== null && isLonger && <RowsOutOfView {...{ drawing, frame, height }} />}
        {fit !== null && <TimelineLegend legend={fit.legend} />}
      </div>
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

function isWithin(target: EventTarget, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null
}

/** A view in which there is something to move. */
function zoomedIn(view: View): View {
  return view.zoom > 1 ? view : { ...view, zoom: 2 }
}

const AXIS_ORDER: readonly AxisId[] = ['surgery', 'metastasis', 'calendar']
