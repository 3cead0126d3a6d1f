import type { Extent } from './extent.ts'
import type { Metrics } from './metrics.ts'
import type { Scale } from './scale.ts'
import { type Fade, SHARP } from './shape.ts'

type Stretch = Readonly<{ from: number; to: number; fade: Fade }>

/** The geometry of something that lasts: what is certain is solid, what is not known fades, what is possible is dashed. */
export type Course = Readonly<{
  bar: Stretch | null
  /** The fade at the right end stands for an end that nothing bounds: how long it is drawn means nothing. */
  isOpenEnded: boolean
  dashes: readonly Stretch[]
  brackets: readonly Readonly<{ x: number; opens: 'left' | 'right' }>[]
  /** Where it had certainly begun, or the middle of the stated interval. */
  mark: number | null
  arrow: number | null
}>

export type CourseOptions = Readonly<{
  ongoing: boolean
  /** A mark stands at the beginning, so that the interval itself needs no soft edge. */
  hasMark: boolean
  /** Its length is recorded, so that a beginning and an end without upper bounds lie that far apart. */
  hasLength: boolean
}>

/** How far a fade reaches when nothing bounds it. */
function openLength(metrics: Metrics): number {
  return metrics.text.small * 13
}

export function courseOf(
  start: Extent,
  end: Extent,
  { ongoing, hasMark, hasLength }: CourseOptions,
  scale: Scale,
  metrics: Metrics,
): Course {
  const open = openLength(metrics)
  const begins = beginning(start, hasMark, open, scale, metrics)
  const arrow = ongoing ? scale.to + (scale.right - scale.to) * 0.12 : null
  if (begins === null && end.kind === 'unknown') {
    return arrow === null
      ? nowhere(scale, hasMark)
      : {
          bar: {
            from: Math.max(scale.left, arrow - open * 1.25),
            to: arrow,
            fade: { left: open, right: 0 },
          },
          isOpenEnded: false,
          dashes: [],
          brackets: [],
          mark: null,
          arrow,
        }
  }
  if (hasLength && !ongoing && start.kind === 'after' && end.kind === 'after') {
    return withinSpan(start.low, end.low - start.low, scale, metrics)
  }
  const ends = ending(end, arrow, begins, open, scale)
  const from = begins?.from ?? Math.max(scale.left, ends.to - open)
  const fadeLeft = begins === null ? open : begins.fade
  const to = Math.max(ends.to, from + metrics.mark * 0.4)
  const hasBar = begins?.hasBar !== false || end.kind !== 'unknown' || ongoing
  return {
    bar: hasBar ? { from, to, fade: shorten(fadeLeft, ends.fade, to - from) } : null,
    isOpenEnded: end.kind === 'unknown' && !ongoing,
    dashes: [...(begins?.dashes ?? []), ...ends.dashes],
    brackets: [...(begins?.brackets ?? []), ...ends.brackets],
    mark: begins?.mark ?? null,
    arrow,
  }
}

type Beginning = Readonly<{
  from: number
  fade: number
  hasBar: boolean
  mark: number
  dashes: readonly Stretch[]
  brackets: Course['brackets']
}>

function beginning(
  start: Extent,
  hasMark: boolean,
  open: number,
  scale: Scale,
  metrics: Metrics,
): Beginning | null {
  switch (start.kind) {
    case 'point':
      return { from: start.low, fade: 0, hasBar: true, mark: start.low, dashes: [], brackets: [] }
    case 'interval': {
      const middle = (start.low + start.high) / 2
      if (hasMark) {
        const isWide = start.high - start.low > metrics.mark * 2
        return {
          from: middle,
          fade: isWide ? start.high - middle : 0,
          hasBar: true,
          mark: middle,
          dashes: [],
          brackets: [],
        }
      }
      const brackets = [{ x: start.low, opens: 'right' as const }]
      const fade = start.high - start.low
      return { from: start.low, fade, hasBar: true, mark: middle, dashes: [], brackets }
    }
    case 'span':
      return {
        from: start.high,
        fade: 0,
        hasBar: true,
        mark: start.high,
        dashes: [{ from: start.low, to: start.high, fade: { left: 0, right: 0 } }],
        brackets: [{ x: start.low, opens: 'right' }],
      }
    case 'before': {
      const from = Math.max(scale.left + 4, start.high - open * 0.7)
      return {
        from,
        fade: (start.high - from) * 0.6,
        hasBar: true,
        mark: start.high,
        dashes: [],
        brackets: [],
      }
    }
    case 'after': {
      const mark = start.low + metrics.mark * 0.95
      const to = Math.min(scale.right, start.low + open)
      const dashes = hasMark
        ? [{ from: start.low, to, fade: { left: 0, right: (to - start.low) * 0.7 } }]
        : []
      return {
        from: start.low,
        fade: open * 0.4,
        hasBar: !hasMark,
        mark,
        dashes,
        brackets: [{ x: start.low, opens: 'right' }],
      }
    }
    case 'unknown':
      return null
  }
}

type Ending = Readonly<{
  to: number
  fade: number
  dashes: readonly Stretch[]
  brackets: Course['brackets']
}>

function ending(
  end: Extent,
  arrow: number | null,
  begins: Beginning | null,
  open: number,
  scale: Scale,
): Ending {
  const none = { dashes: [], brackets: [] }
  if (arrow !== null) return { to: arrow, fade: 0, ...none }
  switch (end.kind) {
    case 'point':
      return { to: end.high, fade: 0, ...none }
    case 'interval':
      return {
        to: end.high,
        fade: end.high - end.low,
        ...none,
        brackets: [{ x: end.high, opens: 'left' }],
      }
    case 'span': {
      // It may have ended at any time within the span: solid up to it, dashed through it.
      const from = Math.max(end.low, begins?.from ?? end.low)
      return {
        to: from,
        fade: 0,
        dashes: [{ from, to: end.high, fade: { left: 0, right: 0 } }],
        brackets: [{ x: end.high, opens: 'left' }],
      }
    }
    case 'before':
      return {
        to: end.high,
        fade: open * 0.4,
        ...none,
        brackets: [{ x: end.high, opens: 'left' }],
      }
    case 'after': {
      const to = Math.min(scale.right - 2, Math.max(end.low, begins?.from ?? end.low) + open)
      return { to, fade: to - Math.min(to, end.low), ...none }
    }
    case 'unknown': {
      const from = Math.max(begins?.from ?? scale.from, begins?.mark ?? scale.from)
      const to = Math.min(scale.right - 2, from + open)
      return { to, fade: (to - from) * 0.85, ...none }
    }
  }
}

/**
 * It took a known time somewhere after a known bound: a dashed line from the bound, fading out, with a block of the true
 * length on it, whose place on the line means nothing.
 */
function withinSpan(low: number, length: number, scale: Scale, metrics: Metrics): Course {
  const width = Math.max(length, metrics.mark * 0.4)
  const from = Math.min(low + metrics.mark * 1.6, Math.max(low, scale.right - width - 4))
  const to = Math.min(scale.right - 3, from + width + metrics.mark * 5)
  const fade = { left: 0, right: Math.max(0, to - from - width) }
  return {
    bar: { from, to: from + width, fade: SHARP },
    isOpenEnded: false,
    dashes: [{ from: low, to, fade }],
    brackets: [{ x: low, opens: 'right' }],
    mark: null,
    arrow: null,
  }
}

/** Neither bound is recorded: a line over the whole axis that fades at both ends, and a mark whose place means nothing. */
function nowhere(scale: Scale, hasMark: boolean): Course {
  const length = scale.right - scale.left
  const middle = scale.left + length / 2
  const fade = { left: length * 0.25, right: length * 0.25 }
  return {
    bar: hasMark ? null : { from: middle - 12, to: middle + 12, fade: { left: 0, right: 0 } },
    isOpenEnded: false,
    dashes: [{ from: scale.left + 4, to: scale.right - 4, fade }],
    brackets: [],
    mark: hasMark ? middle : null,
    arrow: null,
  }
}

/** Fades that do not overlap within the bar's length. */
function shorten(left: number, right: number, length: number): Fade {
  const sum = left + right
  if (sum <= length) return { left, right }
  return { left: (left / sum) * length, right: (right / sum) * length }
}
