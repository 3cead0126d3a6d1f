import type { Orientation } from './exif.ts'
import { swapsSides } from './exif.ts'

/** Rows of red, green, blue and opacity, a byte each. */
export type Pixels = Readonly<{ data: Uint8ClampedArray; width: number; height: number }>

/** A smaller picture whose longer side has at most so many pixels; each of its pixels is the mean of those it stands for. */
export function shrunk(from: Pixels, longest: number): Pixels {
  const factor = longest / Math.max(from.width, from.height)
  if (factor >= 1) return from
  const width = Math.max(1, Math.round(from.width * factor))
  const height = Math.max(1, Math.round(from.height * factor))
  const data = new Uint8ClampedArray(width * height * 4)
  const columns = columnShares(from.width, width)
  const sums = new Float64Array(width * 4)
  const stepY = from.height / height
  for (let y = 0; y < height; y++) {
    sums.fill(0)
    const [top, bottom] = [y * stepY, Math.min(from.height, (y + 1) * stepY)]
    for (let row = Math.floor(top); row < bottom; row++) {
      const share = Math.min(row + 1, bottom) - Math.max(row, top)
      addRow(from, row, share, columns, sums)
    }
    const area = (bottom - top) * (from.width / width)
    for (let at = 0; at < sums.length; at++) data[y * width * 4 + at] = (sums[at] ?? 0) / area
  }
  return { data, width, height }
}

type Columns = Readonly<{ first: Int32Array; share: Float64Array; rest: Float64Array }>

/** Into which column of the smaller picture each column falls, and how much of it into that one and the next. */
function columnShares(from: number, to: number): Columns {
  const step = from / to
  const first = new Int32Array(from)
  const share = new Float64Array(from)
  const rest = new Float64Array(from)
  for (let x = 0; x < from; x++) {
    const column = Math.min(to - 1, Math.floor(x / step))
    const inside = Math.min(1, (column + 1) * step - x)
    first[x] = column
    share[x] = column === to - 1 ? 1 : inside
    rest[x] = column === to - 1 ? 0 : 1 - inside
  }
  return { first, share, rest }
}

function addRow(
  { data, width }: Pixels,
  row: number,
  weight: number,
  { first, share, rest }: Columns,
  sums: Float64Array,
): void {
  for (let x = 0, at = row * width * 4; x < width; x++, at += 4) {
    const to = (first[x] as number) * 4
    const part = (share[x] as number) * weight
    // Typed arrays of numbers: every index is within them.
    sums[to] = (sums[to] as number) + (data[at] as number) * part
    sums[to + 1] = (sums[to + 1] as number) + (data[at + 1] as number) * part
    sums[to + 2] = (sums[to + 2] as number) + (data[at + 2] as number) * part
    sums[to + 3] = (sums[to + 3] as number) + (data[at + 3] as number) * part
    const over = (rest[x] as number) * weight
    if (over <= 0) continue
    sums[to + 4] = (sums[to + 4] as number) + (data[at] as number) * over
    sums[to + 5] = (sums[to + 5] as number) + (data[at + 1] as number) * over
    sums[to + 6] = (sums[to + 6] as number) + (data[at + 2] as number) * over
    sums[to + 7] = (sums[to + 7] as number) + (data[at + 3] as number) * over
  }
}

/** The picture as a person looks at it. */
export function upright(from: Pixels, orientation: Orientation): Pixels {
  if (orientation === 1) return from
  const { data, width: w, height: h } = from
  const swaps = swapsSides(orientation)
  const [width, height] = swaps ? [h, w] : [w, h]
  const source = new Uint32Array(data.buffer, data.byteOffset, w * h)
  const turned = new Uint32Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [fromX, fromY] = placeOf(orientation, x, y, w, h)
      turned[y * width + x] = source[fromY * w + fromX] as number
    }
  return { data: new Uint8ClampedArray(turned.buffer), width, height }
}

/** Where in the stored picture a place of the upright one is; the eight cases of the EXIF standard. */
function placeOf(
  orientation: Orientation,
  x: number,
  y: number,
  w: number,
  h: number,
): readonly [number, number] {
  switch (orientation) {
    case 2:
      return [w - 1 - x, y]
    case 3:
      return [w - 1 - x, h - 1 - y]
    case 4:
      return [x, h - 1 - y]
    case 5:
      return [y, x]
    case 6:
      return [y, h - 1 - x]
    case 7:
      return [w - 1 - y, h - 1 - x]
    case 8:
      return [w - 1 - y, x]
    default:
      return [x, y]
  }
}

/** On white wherever the picture lets something show through: JPEG knows no opacity. */
export function onWhite({ data, width, height }: Pixels): Pixels {
  const opaque = new Uint8ClampedArray(data)
  for (let at = 0; at < opaque.length; at += 4) {
    const opacity = (opaque[at + 3] as number) / 255
    if (opacity === 1) continue
    for (let c = at; c < at + 3; c++)
      opaque[c] = (opaque[c] as number) * opacity + 255 * (1 - opacity)
    opaque[at + 3] = 255
  }
  return { data: opaque, width, height }
}
