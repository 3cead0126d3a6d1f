import { path, rect, text } from './canvas.ts'
import type { Context } from './context.ts'
import type { Gap } from './gaps.ts'
import { type Metrics, widthOf } from './metrics.ts'
import type { Point } from './shape.ts'

/** Room of a fold: its length stands in the two lines of the scale above it. */
export function foldWidth({ words }: Gap, metrics: Metrics): number {
  const { micro } = metrics.text
  return Math.max(...words.map(one => widthOf(metrics, one, micro, 600))) + micro
}

/** Every fold as a strip between two zigzags over all lanes, with its length at the scale. */
export function drawFolds({ scale, canvas, metrics }: Context, bottom: number): void {
  const { head } = metrics
  const size = metrics.text.micro
  for (const { fold, x } of scale.folds) {
    const { width } = fold
    canvas.behind.push(rect('fold', { x, y: head, width, height: bottom - head }))
    for (const edge of [x, x + width]) {
      canvas.marks.push(path('fold.edge', zigzag(edge, head, bottom, size), null, false))
    }
  }
}

/** The length of every fold, in the two lines of the scale. */
export function drawFoldWords({
  scale,
  canvas,
  metrics,
}: Pick<Context, 'scale' | 'canvas' | 'metrics'>): void {
  const size = metrics.text.micro
  for (const { fold, x } of scale.folds) {
    const { width } = fold
    fold.words.forEach((words, i) => {
      const at = x + (width - widthOf(metrics, words, size, 600)) / 2
      const y = metrics.headLines[i === 0 ? 0 : 1]
      canvas.words.push(
        text(words, [{ x: at, y, text: words }], { role: 'text.tick', size, weight: 600 }),
      )
    })
  }
}

function zigzag(x: number, top: number, bottom: number, size: number): Point[] {
  const step = size * 0.55
  const count = Math.max(2, Math.round((bottom - top) / step))
  const height = (bottom - top) / count
  return Array.from({ length: count + 1 }, (_, i): Point => {
    const side = i % 2 === 0 ? -1 : 1
    return [x + side * size * 0.16, top + i * height]
  })
}
