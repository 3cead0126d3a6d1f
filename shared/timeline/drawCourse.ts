import type { EntryId } from '../ids.ts'
import { line, rect } from './canvas.ts'
import type { Context } from './context.ts'
import type { Course } from './course.ts'
import { arrowHead, bracket, bracketArm } from './marks.ts'
import type { RowLayout } from './rowLayout.ts'
import type { RectRole } from './shape.ts'

/** Draws a course on the first line of its row; a bar of several drug families has a strip for each. */
export function drawCourse(
  of: Context,
  row: RowLayout,
  top: number,
  course: Course,
  roles: readonly RectRole[],
  entry: EntryId,
): void {
  const { metrics, canvas } = of
  const { barInset, rule } = metrics
  const centre = top + metrics.row / 2
  const height = metrics.row - 2 * barInset
  for (const dash of course.dashes) {
    canvas.marks.push(line('possible', [dash.from, centre], [dash.to, centre], entry, dash.fade))
    row.take(0, dash.from, dash.to)
  }
  const { bar } = course
  if (bar !== null) {
    const strip = height / roles.length
    roles.forEach((role, i) => {
      const box = {
        x: bar.from,
        y: top + barInset + i * strip,
        width: bar.to - bar.from,
        height: strip,
      }
      canvas.marks.push(rect(role, box, entry, { radius: rule, fade: bar.fade }))
    })
    row.take(0, bar.from, bar.to)
  }
  for (const { x, opens } of course.brackets) {
    const inset = barInset * 0.5
    canvas.marks.push(bracket(opens, x, [top + inset, top + metrics.row - inset], metrics, entry))
    const arm = bracketArm(metrics)
    row.take(0, opens === 'right' ? x : x - arm, opens === 'right' ? x + arm : x)
  }
  if (course.arrow !== null) {
    const size = height + barInset
    canvas.marks.push(arrowHead([course.arrow, centre], size, entry))
    row.take(0, course.arrow, course.arrow + size)
  }
}

/** The outermost positions of a course, where its words may begin. */
export function edgesOf(
  course: Course,
  markHalf: number,
): Readonly<{ left: number; right: number }> | null {
  const xs = [
    ...course.dashes.flatMap(dash => [dash.from, dash.to]),
    ...(course.bar === null ? [] : [course.bar.from, course.bar.to]),
    ...course.brackets.map(one => one.x),
    ...(course.mark === null ? [] : [course.mark - markHalf, course.mark + markHalf]),
    ...(course.arrow === null ? [] : [course.arrow + markHalf * 1.8]),
  ]
  return xs.length === 0 ? null : { left: Math.min(...xs), right: Math.max(...xs) }
}
