import type { Density } from '../../../shared/timeline/metrics.ts'
import { metricsOf, widthOf } from '../../../shared/timeline/metrics.ts'
import type { Drawing, Role, Shape, TextShape } from '../../../shared/timeline/shape.ts'

export type TextBox = Readonly<{
  text: string
  role: Role
  left: number
  right: number
  top: number
  bottom: number
}>

/** The box that each line of each level text takes, by the font's own widths. */
export function textBoxes(drawing: Drawing, density: Density): TextBox[] {
  const metrics = metricsOf(density, 19)
  return textsOf(drawing)
    .filter(shape => !shape.turned)
    .flatMap(({ spans, size, weight, role }) =>
      spans.map(({ x, y, text }) => ({
        text,
        role,
        left: x,
        right: x + widthOf(metrics, text, size, weight, role),
        top: y - size * 0.73,
        bottom: y + size * 0.12,
      })),
    )
}

export function overlaps(boxes: readonly TextBox[]): string[] {
  const found: string[] = []
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const along = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      if (across > 0.5 && along > 0.5) found.push(`“${a.text}” over “${b.text}”`)
    }
  })
  return found
}

/** Words that lie on a bar or on a mark. */
export function onMarks(boxes: readonly TextBox[], drawing: Drawing): string[] {
  const marks = drawing.shapes.flatMap((shape): Omit<TextBox, 'text'>[] => {
    if (shape.kind === 'rect' && /^(bar|square|box|flag|letter|conflictTag)/.test(shape.role)) {
      const { x, y, width, height, role } = shape
      return [{ left: x, right: x + width, top: y, bottom: y + height, role }]
    }
    if (shape.kind !== 'path' || !/^(diamond|arrow|bracket$)/.test(shape.role)) return []
    const xs = shape.points.map(([x]) => x)
    const ys = shape.points.map(([, y]) => y)
    const box = { left: Math.min(...xs), right: Math.max(...xs), role: shape.role }
    return [{ ...box, top: Math.min(...ys), bottom: Math.max(...ys) }]
  })
  return boxes
    .filter(box => /^text(\.(quiet|strong|missing|value))?$/.test(box.role))
    .flatMap(box =>
      marks
        .filter(mark => {
          const across = Math.min(box.right, mark.right) - Math.max(box.left, mark.left)
          const along = Math.min(box.bottom, mark.bottom) - Math.max(box.top, mark.top)
          return across > 0.5 && along > 0.5
        })
        .map(mark => `“${box.text}” on ${mark.role}`),
    )
}

export function outside(boxes: readonly TextBox[], { width, height }: Drawing): string[] {
  return boxes
    .filter(
      box => box.left < 0 || box.right > width + 0.5 || box.top < 0 || box.bottom > height + 0.5,
    )
    .map(box => box.text)
}

export function textsOf(drawing: Drawing): TextShape[] {
  return drawing.shapes.filter(shape => shape.kind === 'text')
}

export function withRole(drawing: Drawing, role: Role): Shape[] {
  return drawing.shapes.filter(shape => shape.role === role)
}

/** Ids of the facts whose whole text is drawn, word for word. */
export function factsIn(drawing: Drawing): Map<string, string> {
  return new Map(
    textsOf(drawing).flatMap(({ facts, text, spans }) => {
      const drawn = spans.map(span => span.text).join(' ')
      return facts.map(id => [id, drawn === text ? text : drawn] as const)
    }),
  )
}

/** Where a month lies, from the grid of the drawing itself. */
export function monthOf(drawing: Drawing): (x: number) => number {
  const zero = drawing.shapes.find(shape => shape.role === 'grid.zero')
  const grid = drawing.shapes.filter(shape => shape.role === 'grid')
  const six = grid[0]
  if (zero?.kind !== 'line' || six?.kind !== 'line') throw new Error('no grid')
  const month = (six.x1 - zero.x1) / 6
  // Adding 0 turns a minus zero into zero.
  return x => Math.round(((x - zero.x1) / month) * 10) / 10 + 0
}
