import type { Drawing, Shape } from '../../../shared/timeline/shape.ts'

/** The scale apart from the lanes, so that it can stay in view while they scroll under it. */
export function splitHead({
  shapes,
  headHeight,
}: Drawing): Readonly<{ head: readonly Shape[]; lanes: readonly Shape[] }> {
  const isHead = (shape: Shape) => bottomOf(shape) <= headHeight + 0.5
  return { head: shapes.filter(isHead), lanes: shapes.filter(shape => !isHead(shape)) }
}

function bottomOf(shape: Shape): number {
  switch (shape.kind) {
    case 'rect':
      return shape.y + shape.height
    case 'line':
      return Math.max(shape.y1, shape.y2)
    case 'path':
      return Math.max(...shape.points.map(([, y]) => y))
    case 'text':
      return Math.max(...shape.spans.map(span => span.y))
  }
}
