import { type ChartName, chartName, chartRows } from '../../../shared/board/chartName.ts'
import type { ChartPoint, SizeChart, Stretch } from '../../../shared/board/sizeChart.ts'
import type { PictureNode } from '../definition.ts'
import { type BoxMark, filled, type LineMark, type Mark, stroked } from '../picture.ts'
import { widthOf } from '../summary/measure.ts'
import { HAIR, INK, QUIET, SIZE } from '../summary/paper.ts'
import { familyLook } from '../summary/timelinePicture.ts'

/** Points. */
const BAR = 11
const LINE = 9
const PLOT = 78
const LEFT = 36
const RIGHT = 8
const HEAD = 13
const SCALE = 13
const DOT = 2.2
const STROKE = 0.9

type Scale = (value: number) => number

/** The recorded sizes of a lesion over time below the treatment of that time, as on screen. */
export function sizeChartPicture(chart: SizeChart, width: number): PictureNode {
  const { bars, points, ticks, top } = chart
  const x: Scale = at => LEFT + at * (width - LEFT - RIGHT)
  const room = {
    left: LEFT,
    right: width - RIGHT,
    gap: 4,
    widthOf: (text: string) => widthOf(text, SIZE.note),
  }
  const names = bars.map(({ label, at }) => chartName(label, x(at.from), room))
  const { tops, end } = chartRows(names, BAR, LINE)
  const plotTop = end + HEAD
  const bottom = plotTop + PLOT
  const y: Scale = mm => bottom - (mm / top) * PLOT
  const marks: Mark[] = [
    ...[0, top / 2, top].flatMap(mm => [
      line(LEFT, y(mm), width - RIGHT, y(mm), HAIR, 0.5),
      endingAt(`${mm}${mm === top ? ' mm' : ''}`, LEFT - 4, y(mm) + 2.5),
    ]),
    ...ticks.flatMap(({ at, label }) => [
      line(x(at), plotTop, x(at), bottom, HAIR, 0.5),
      centred(label, clampedTo(label, x(at), width), bottom + 9),
    ]),
    ...bars.flatMap(({ family, at }, row) => barMarks(family, at, tops[row] ?? 0, x)),
    ...names.flatMap((name, row) => nameMarks(name, tops[row] ?? 0)),
    ...points.flatMap(({ at, longest }) => {
      const wide = x(at.to) - x(at.from)
      return wide > 4 ? [plain(x(at.from), y(longest) - 2.5, wide, 5, '#d9d9d9')] : []
    }),
    ...points.slice(1).flatMap((point, i) => {
      // Only what is said of the same one of several is joined.
      const before = points.slice(0, i + 1).findLast(one => one.size.of === point.size.of)
      return before === undefined
        ? []
        : [
            line(
              x(middle(before)),
              y(before.longest),
              x(middle(point)),
              y(point.longest),
              QUIET,
              0.6,
            ),
          ]
    }),
    ...points.flatMap(point => pointMarks(point, x, y, width)),
  ]
  return {
    picture: { width, height: bottom + SCALE, marks },
    alt: `Recorded sizes, oldest first: ${points.map(({ size }) => size.text).join('; ')}`,
  }
}

/** A closed end is where a bound was recorded; an open one runs out of the drawing. */
function barMarks(
  family: SizeChart['bars'][number]['family'],
  at: Stretch,
  top: number,
  x: Scale,
): Mark[] {
  const look = family === null ? { pen: stroked(INK, 0.6), hatch: null } : familyLook(family)
  const box: BoxMark = {
    kind: 'box',
    x: x(at.from),
    y: top + 1.5,
    width: Math.max(2, x(at.to) - x(at.from)),
    height: BAR - 4,
    radius: 0,
    ...look,
    fading: {
      left: at.isFromKnown ? 0 : Math.min(10, (x(at.to) - x(at.from)) / 3),
      right: at.isToKnown ? 0 : Math.min(10, (x(at.to) - x(at.from)) / 3),
    },
  }
  return [
    { ...box, fading: at.isFromKnown && at.isToKnown ? null : box.fading },
    ...(at.isFromKnown ? [line(x(at.from), top + 0.5, x(at.from), top + BAR - 1.5, INK, 1)] : []),
    ...(at.isToKnown ? [line(x(at.to), top + 0.5, x(at.to), top + BAR - 1.5, INK, 1)] : []),
  ]
}

/** On a ground of its own, so that it is legible over any pattern. */
function nameMarks({ x, lines }: ChartName, top: number): Mark[] {
  return lines.flatMap((text, row): Mark[] => {
    const y = top + row * LINE
    return [
      plain(x - 1.5, y + 1.9, widthOf(text, SIZE.note) + 3, BAR - 4.8, '#ffffff'),
      { ...centred(text, x, y + BAR - 3.4), anchor: 'start' },
    ]
  })
}

function pointMarks({ size, at, longest }: ChartPoint, x: Scale, y: Scale, width: number): Mark[] {
  const shortest = Math.min(...size.diameters)
  const centre = x((at.from + at.to) / 2)
  const text = `${size.approximate ? '~' : ''}${size.diameters.join(' × ')}`
  return [
    line(centre, y(longest), centre, y(shortest), INK, STROKE),
    {
      kind: 'box',
      x: centre - DOT,
      y: y(longest) - DOT,
      width: 2 * DOT,
      height: 2 * DOT,
      radius: DOT,
      pen: size.approximate
        ? { ...stroked(INK, STROKE), fill: '#ffffff' }
        : { ...filled(INK), stroke: INK, strokeWidth: STROKE },
      hatch: null,
      fading: null,
    },
    ...(shortest === longest
      ? []
      : [line(centre - 2.5, y(shortest), centre + 2.5, y(shortest), INK, STROKE)]),
    ...(size.elevation === null ? [] : [triangle(centre, y(size.elevation))]),
    { ...centred(text, clampedTo(text, centre, width), y(longest) - 5), bold: true },
  ]
}

function middle({ at }: ChartPoint): number {
  return (at.from + at.to) / 2
}

/** So that words of a width stay inside the drawing. */
function clampedTo(text: string, centre: number, width: number): number {
  const half = widthOf(text, SIZE.note, 600) / 2
  return Math.min(width - half, Math.max(LEFT + half, centre))
}

function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  colour: string,
  strokeWidth: number,
): LineMark {
  return { kind: 'line', x1, y1, x2, y2, pen: stroked(colour, strokeWidth), fading: null }
}

function triangle(x: number, y: number): Mark {
  return {
    kind: 'polygon',
    closed: true,
    points: [
      [x - 2.6, y + 2],
      [x + 2.6, y + 2],
      [x, y - 2.6],
    ],
    pen: { ...stroked(INK, STROKE), fill: '#ffffff' },
  }
}

/** An even ground: behind words over a pattern, or the time within which a point lies. */
function plain(x: number, y: number, width: number, height: number, colour: string): Mark {
  return {
    kind: 'box',
    x,
    y,
    width,
    height,
    radius: 0,
    pen: filled(colour),
    hatch: null,
    fading: null,
  }
}

function centred(text: string, x: number, y: number) {
  return {
    kind: 'words',
    text,
    x,
    y,
    size: SIZE.note,
    bold: false,
    colour: INK,
    anchor: 'middle',
    turned: false,
  } as const
}

function endingAt(text: string, x: number, y: number): Mark {
  return { ...centred(text, x - widthOf(text, SIZE.note), y), anchor: 'start', colour: QUIET }
}
