import { type RefObject, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Axis } from '../../../shared/board/axis.ts'
import type { Board } from '../../../shared/board/board.ts'
import type { EntryId } from '../../../shared/ids.ts'
import type { CutoffId } from '../../../shared/receptors/cutoffId.ts'
import type { ReceptorView } from '../../../shared/timeline/context.ts'
import type { Gap } from '../../../shared/timeline/gaps.ts'
import type { Density } from '../../../shared/timeline/metrics.ts'
import { scaleOf } from '../../../shared/timeline/scale.ts'
import type { Drawing, LaneName, TimelineItem } from '../../../shared/timeline/shape.ts'
import { panned, revealed, type View, zoomed } from '../../../shared/timeline/view.ts'
import { useLetterKeys } from '../../components/letterKeys.ts'
import { AxisCards, type CardPlace } from './AxisCards.tsx'
import { listenToHands } from './gestures.ts'
import { Items, isInStack } from './items.ts'
import { LaneToggles } from './LaneToggles.tsx'
import { Patterns } from './Patterns.tsx'
import { patternsOf } from './paintShape.ts'
import { RuleSwitch } from './RuleSwitch.tsx'
import { Surface } from './surface.ts'
import styles from './Timeline.module.css'
import { useCards } from './useCards.ts'
import { ViewSwitch } from './ViewSwitch.tsx'

type Props = Readonly<{
  board: Board
  axis: Axis
  drawing: Drawing
  density: Density
  rowHeight: number
  height: number
  frame: RefObject<HTMLDivElement | null>
  selected: EntryId | null
  onSelect: (entry: EntryId) => void
  onCutoff: (cutoff: CutoffId) => void
  receptors: ReceptorView
  onReceptors: (view: ReceptorView) => void
  view: View
  setView: (view: View) => void
  onOpen: (key: string) => void
  onLane: (name: LaneName) => void
  onUnfold: (gap: Gap) => void
}>

/** So much of what lies below the window is listed at once: the window may yet become this much higher. */
const LISTED_BELOW = 80

type Parts = Readonly<{ surface: Surface; items: Items }>

/** The drawing in its frame: painted without React, moved by hand, with what can be pressed over it. */
export function Stage(props: Props) {
  const { board, axis, drawing, density, rowHeight, height, frame, selected, view } = props
  const base = useId()
  const patterns = useMemo(() => patternsOf(drawing.shapes), [drawing])
  const head = useRef<HTMLFieldSetElement>(null)
  const lanes = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const parts = useRef<Parts | null>(null)
  const live = useRef(view)
  const latest = useRef(props)
  const shownFor = useRef<EntryId | null>(null)
  const [scroll, setScroll] = useState(0)
  const scrolled = useRef(0)
  const hasLetterKeys = useLetterKeys()
  const cards = useCards()

  useLayoutEffect(() => {
    latest.current = props
  })

  useLayoutEffect(() => {
    if (head.current === null || lanes.current === null || list.current === null) return
    const items = new Items(list.current, {
      onPress: item => press(item, latest.current, cards.show),
      onFocus: item => {
        reveal(item, latest.current, parts.current, scrolled.current)
        cards.show(item.entry)
      },
    })
    parts.current = { surface: new Surface(head.current, lanes.current, base), items }
    return () => {
      items.dispose()
      parts.current = null
    }
  }, [base, cards.show])

  // Painted anew when the drawing changes, before the browser shows the frame.
  useLayoutEffect(() => {
    const { current } = parts
    if (current === null) return
    const shown = { drawing, axis, density, rowHeight }
    live.current = latest.current.view
    const window = windowOf(scrolled.current, latest.current.height)
    current.surface.show(shown, live.current, window)
    current.items.show(drawing, selected, window[1] + LISTED_BELOW)
    current.items.place(live.current, drawing, entry => current.surface.rangeOf(entry))
    if (selected !== null && shownFor.current !== selected) {
      const item = drawing.rows.find(one => one.entry === selected || isInStack(one, selected))
      if (item !== undefined) reveal(item, latest.current, current, scrolled.current)
    }
    shownFor.current = selected
  }, [drawing, axis, density, rowHeight, selected])

  useLayoutEffect(() => {
    live.current = view
    const { current } = parts
    if (current === null) return
    current.surface.move(view)
    current.items.place(view, latest.current.drawing, entry => current.surface.rangeOf(entry))
  }, [view])

  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const onScroll = () => {
      scrolled.current = element.scrollTop
      parts.current?.surface.reach(windowOf(scrolled.current, latest.current.height))
      setScroll(scrolled.current)
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    const stop = listenToHands(element, isInScale, {
      onZoom: (factor, at) => follow(zoomed(live.current, factor, at, latest.current.drawing.time)),
      onPan: distance => follow(panned(live.current, distance, latest.current.drawing.time)),
      onRest: () => latest.current.setView(live.current),
    })
    let waiting = false
    // At most once a frame, whatever the hand sends.
    function follow(next: View): void {
      live.current = next
      if (waiting) return
      waiting = true
      requestAnimationFrame(() => {
        waiting = false
        parts.current?.surface.move(live.current)
      })
    }
    return () => {
      element.removeEventListener('scroll', onScroll)
      stop()
    }
  }, [frame])

  // Another height of the frame brings other rows into view.
  useLayoutEffect(() => {
    if (height > 0) parts.current?.surface.see(windowOf(scrolled.current, height))
  }, [height])

  // What a short scroll would bring into view is painted when the browser has nothing else to do.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new drawing is painted anew
  useEffect(() => {
    const waiting = requestIdleCallback(() =>
      parts.current?.surface.reach(windowOf(scrolled.current, height)),
    )
    return () => cancelIdleCallback(waiting)
  }, [drawing, height])

  const places = placesOf(cards.entries, drawing, axis, view, scroll)
  const scale = scaleOf(drawing.time, view.zoom)
  return (
    <>
      <div className={styles.overlay}>
        <div className={styles.cards} style={{ width: drawing.width, height }}>
          <AxisCards
            board={board}
            places={places}
            pinned={cards.pinned}
            width={drawing.width}
            height={height}
            onPin={cards.pin}
            onClose={entry => {
              cards.close(entry)
              parts.current?.items.focus(entry)
              // Focus would show the details again.
              cards.hide()
            }}
            onSelect={entry => {
              props.onSelect(entry)
              cards.show(entry)
            }}
          />
        </div>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the cards, wherever focus is within */}
      <div
        className={styles.drawing}
        style={{ height: drawing.height }}
        onKeyDown={event => cards.onKey(event, parts.current?.items.focused()?.entry ?? null)}
        onBlur={event => {
          if (!event.currentTarget.closest('section')?.contains(event.relatedTarget)) cards.hide()
        }}
      >
        <svg className={styles.patterns} aria-hidden="true" focusable="false">
          <defs>
            <Patterns base={base} used={patterns} />
          </defs>
        </svg>
        <div className={styles.unfolds} data-scale="">
          {scale.folds.map(({ fold, x }) => (
            <Unfold
              key={fold.from}
              x={x - view.offset}
              width={fold.width}
              drawing={drawing}
              words={fold.words}
              onPress={() => props.onUnfold(fold)}
            />
          ))}
        </div>
        <fieldset
          ref={head}
          className={styles.head}
          style={{ height: drawing.headHeight }}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of the axis work here
          tabIndex={0}
          data-scale=""
          aria-label="Scale of the time axis"
          aria-description={`Arrows move, plus and minus zoom, 0 fits${hasLetterKeys ? ', T goes to today' : ''}`}
        />
        <LaneToggles lanes={drawing.lanes} onToggle={props.onLane} density={density} />
        <div
          ref={lanes}
          className={styles.lanes}
          style={{ marginTop: -drawing.headHeight, height: drawing.height }}
        />
        {/* Its options are not found by typing, so that letters stay the board's keys: E edits, D shows the details. */}
        <div
          ref={list}
          className={styles.items}
          role="listbox"
          tabIndex={-1}
          aria-label="Events on the time axis, in order"
          data-leaves-letters=""
          onKeyDown={event => {
            const by = STEPS[event.key]
            if (by === undefined || event.defaultPrevented || isCommand(event)) return
            if (view.zoom > 1 && /Left|Right/.test(event.key)) return
            event.preventDefault()
            parts.current?.items.step(by)
          }}
        />
        <RuleSwitch
          boxes={drawing.ruleSwitch}
          density={density}
          cutoff={board.rule.cutoff}
          onCutoff={props.onCutoff}
        />
        <ViewSwitch
          box={drawing.viewSwitch}
          density={density}
          view={props.receptors}
          onView={props.onReceptors}
        />
      </div>
    </>
  )
}

const STEPS: Readonly<Record<string, number | 'first' | 'last'>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  Home: 'first',
  End: 'last',
}

function isCommand(event: Readonly<{ ctrlKey: boolean; altKey: boolean; metaKey: boolean }>) {
  return event.ctrlKey || event.altKey || event.metaKey
}

function isInScale(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-scale]') !== null
}

/** What is in view, from what is known. */
function windowOf(scrolled: number, height: number): readonly [number, number] {
  return [scrolled, scrolled + height]
}

/** A press selects; a row that stands for several opens them; a mark with several goes to the next of them. */
function press(item: TimelineItem, props: Props, show: (entry: EntryId) => void): void {
  if (item.opens !== null) {
    props.onOpen(item.opens)
    return
  }
  const at = item.stack.findIndex(one => one.entry === props.selected)
  const isListed = props.drawing.rows.some(
    row => row !== item && item.stack.some(one => one.entry === row.entry),
  )
  const next = isListed || at < 0 ? item.entry : item.stack[(at + 1) % item.stack.length]?.entry
  const entry = next ?? item.entry
  props.onSelect(entry)
  show(entry)
}

/**
 * Brings an item into the window, up or down and along time. What is in view is known: asking the frame would lay out the
 * whole page in the middle of painting.
 */
function reveal(
  item: TimelineItem,
  { drawing, frame: { current: frame }, height, view, setView }: Props,
  parts: Parts | null,
  scrolled: number,
): void {
  const [top, bottom] = windowOf(scrolled, height)
  if (frame !== null && height > 0) {
    if (item.top < top + drawing.headHeight) frame.scrollTop = item.top - drawing.headHeight - 4
    else if (item.top + item.height > bottom)
      frame.scrollTop = Math.min(item.top + item.height + 4 - height, item.top - drawing.headHeight)
  }
  const range = item.moves
    ? { from: item.x, to: item.x + item.width }
    : parts?.surface.rangeOf(item.entry)
  if (range === null || range === undefined || view.zoom !== drawing.zoom) return
  const next = revealed(view, range, drawing.time)
  if (next.offset !== view.offset) setView(next)
}

/** Where the items of cards stand in the window, those in view only. */
function placesOf(
  entries: readonly EntryId[],
  drawing: Drawing,
  axis: Axis,
  view: View,
  scroll: number,
): CardPlace[] {
  return entries.flatMap(entry => {
    const item =
      drawing.rows.find(one => one.entry === entry) ??
      drawing.rows.find(one => isInStack(one, entry))
    if (item === undefined) return []
    const start = axis.places[`${entry}:start`]
    const at = start?.low ?? start?.high ?? null
    const inRow = at === null ? drawing.labelWidth + 8 : scaleOf(drawing.time, drawing.zoom).at(at)
    const x = (item.moves ? item.x : inRow) - (item.moves || at !== null ? view.offset : 0)
    const top = item.top - scroll
    return [{ entry, item, x, top, bottom: top + item.height }]
  })
}

/** Over the length of a fold in the scale, so that the rows below stay their events' own: pressing it unfolds the time. */
function Unfold({
  x,
  width,
  drawing,
  words,
  onPress,
}: Readonly<{
  x: number
  width: number
  drawing: Drawing
  words: readonly [string, string]
  onPress: () => void
}>) {
  if (x + width < drawing.labelWidth || x > drawing.width) return null
  const left = Math.max(drawing.labelWidth, x)
  return (
    <button
      type="button"
      className={styles.unfold}
      style={{
        left,
        width: Math.min(drawing.width, x + width) - left,
        height: drawing.headHeight,
      }}
      aria-label={`Unfold ${words.join(' ')} in which nothing is recorded`}
      onClick={onPress}
    />
  )
}
