import { useMemo, useState } from 'react'
import type { Axis, AxisId } from '../../../shared/board/axis.ts'
import type { Board } from '../../../shared/board/board.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { entriesOfLane } from '../../../shared/timeline/drawTimeline.ts'
import { foldedAtFirst, type Gap, gapsOf } from '../../../shared/timeline/gaps.ts'
import { LANE_NAMES, type LaneName } from '../../../shared/timeline/shape.ts'
import { FIT, type View } from '../../../shared/timeline/view.ts'

/** How a person has set the axis: which time, which part of it, and what is folded, collapsed and opened. */
export function useAxisView(board: Board, selected: EntryId | null) {
  const [chosen, setChosen] = useState<AxisId | null>(null)
  const [view, setView] = useState<View>(FIT)
  const [unfolded, setUnfolded] = useState<Readonly<Record<string, boolean>>>({})
  const [collapsed, setCollapsed] = useState<ReadonlySet<LaneName>>(new Set())
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [last, setLast] = useState(selected)
  const usable = board.axes.filter(axis => axis.unavailable === null)
  const axis = usable.find(one => one.id === chosen) ?? usable[0] ?? board.axes[0]

  // What is selected is never out of view: its lane opens.
  if (selected !== last) {
    setLast(selected)
    const lane = LANE_NAMES.find(
      name => collapsed.has(name) && entriesOfLane(board, name).some(one => one.entry === selected),
    )
    if (lane !== undefined) setCollapsed(without(collapsed, lane))
  }

  const gaps = useMemo(() => (axis === undefined ? [] : gapsOf(axis)), [axis])
  const first = useMemo(() => (axis === undefined ? [] : foldedAtFirst(axis, gaps)), [axis, gaps])
  const isFolded = (gap: Gap) =>
    !(unfolded[keyOf(axis, gap)] ?? first.every(one => one.from !== gap.from))
  const setFolded = (which: readonly Gap[], folded: boolean) =>
    setUnfolded(before => ({
      ...before,
      ...Object.fromEntries(which.map(gap => [keyOf(axis, gap), !folded])),
    }))
  return {
    axis,
    view,
    setView,
    choose: (id: AxisId) => {
      setChosen(id)
      setView(FIT)
    },
    gaps,
    folds: gaps.filter(isFolded),
    setFolded,
    collapsed,
    toggleLane: (name: LaneName) =>
      setCollapsed(collapsed.has(name) ? without(collapsed, name) : new Set([...collapsed, name])),
    opened,
    open: (key: string) => setOpened(new Set([...opened, key])),
    foldRows: () => setOpened(new Set()),
  }
}

function keyOf(axis: Axis | undefined, gap: Gap): string {
  return `${axis?.id ?? ''} ${gap.from}`
}

function without<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  return new Set([...set].filter(each => each !== one))
}
