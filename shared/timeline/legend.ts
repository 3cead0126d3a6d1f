import { FAMILIES } from '../board/board.ts'
import { baseline, line, rect, text } from './canvas.ts'
import { FAMILY_LABEL } from './families.ts'
import { arrowHead, bracket, diamond, notEqual, triangle } from './marks.ts'
import { type Density, type Metrics, metricsOf, widthOf } from './metrics.ts'
import type { Drawing, Role, Shape } from './shape.ts'

type Sample = Readonly<{
  label: string
  /** Width of the sample itself. */
  width: number
  draw: (x: number, y: number) => readonly Shape[]
}>

const LINE_HEIGHTS = { screen: 1.9, compact: 1.13, paper: 1.6 } as const
const GAPS = { screen: 1.35, compact: 0.72, paper: 0.95 } as const

/** What the marks mean, for those that occur in the drawing. */
export function drawLegend(
  drawing: Drawing,
  { width, density, left }: Readonly<{ width: number; density: Density; left: number }>,
): Readonly<{ width: number; height: number; shapes: readonly Shape[]; texts: readonly string[] }> {
  const metrics = metricsOf(density, 0)
  const { micro } = metrics.text
  const samples = samplesFor(drawing, metrics)
  const lineHeight = micro * LINE_HEIGHTS[density]
  const gap = micro * GAPS[density]
  const shapes: Shape[] = []
  let x = left
  let lines = 0
  for (const sample of samples) {
    const size = sample.width + micro * 0.5 + widthOf(metrics, sample.label, micro)
    if (x > left && x + size > width - left) {
      x = left
      lines += 1
    }
    const y = (lines + 0.5) * lineHeight + micro * 0.2
    const from = x + sample.width + micro * 0.5
    shapes.push(...sample.draw(x, y))
    shapes.push(
      text(sample.label, [{ x: from, y: baseline(y, micro), text: sample.label }], {
        role: 'text',
        size: micro,
      }),
    )
    x += size + gap
  }
  const height =
    samples.length === 0
      ? 0
      : (lines + 1) * lineHeight + micro * (density === 'compact' ? 0.25 : 0.4)
  return { width, height, shapes, texts: samples.map(sample => sample.label) }
}

function samplesFor(drawing: Drawing, metrics: Metrics): Sample[] {
  const roles = new Set<Role>(drawing.shapes.map(shape => shape.role))
  const { micro } = metrics.text
  const mark = micro * 1.15
  const bar = micro * 2.2
  const height = micro * 0.82
  const all: (Sample & { occurs: boolean })[] = [
    ...(['confirmed', 'suspected', 'excluded'] as const).map(certainty => ({
      label: certainty,
      width: mark,
      occurs: roles.has(`diamond.${certainty}`),
      draw: (x: number, y: number) => diamond(certainty, [x + mark / 2, y], mark, null),
    })),
    {
      label: 'bound recorded',
      width: micro * 0.4,
      occurs: roles.has('bracket'),
      draw: (x, y) => [bracket('right', x, [y - height * 0.7, y + height * 0.7], metrics, null)],
    },
    {
      label: 'bound not recorded',
      width: bar,
      occurs: drawing.shapes.some(
        shape =>
          shape.kind === 'rect' && shape.role.startsWith('bar.') && shape.fade.right > micro * 2,
      ),
      draw: (x, y) => [
        rect('bar.confirmed', { x, y: y - height / 2, width: bar, height }, null, {
          fade: { left: 0, right: bar * 0.7 },
        }),
      ],
    },
    {
      label: 'within this span',
      width: bar,
      occurs: roles.has('possible'),
      draw: (x, y) => [line('possible', [x, y], [x + bar, y])],
    },
    {
      label: 'ongoing',
      width: mark * 0.8,
      occurs: roles.has('arrow'),
      draw: (x, y) => [arrowHead([x, y], mark * 0.95, null)],
    },
    {
      label: 'two readings',
      width: micro * 1.5,
      occurs: roles.has('conflictTag'),
      draw: (x, y) => [
        rect('conflictTag', { x, y: y - mark / 2, width: micro * 1.5, height: mark }, null, {
          radius: micro * 0.27,
        }),
        ...notEqual([x + micro * 0.36, y], micro * 0.78, null),
      ],
    },
    {
      label: 'not recorded',
      width: bar,
      occurs: roles.has('missingBox') || roles.has('missingLine'),
      draw: (x, y) => [
        rect('missingBox', { x, y: y - mark / 2, width: bar, height: mark }, null, {
          radius: micro * 0.27,
        }),
      ],
    },
    {
      label: 'call changed',
      width: micro * 1.5,
      occurs: roles.has('flag'),
      draw: (x, y) => [
        rect('flag', { x, y: y - mark / 2, width: micro * 1.5, height: mark }, null, {
          radius: micro * 0.27,
        }),
        triangle('down', 'triangle.flag', [x + micro * 0.39, y], micro * 0.72, null),
      ],
    },
    {
      label: 'value changed',
      width: micro * 1.6,
      occurs: roles.has('triangle'),
      draw: (x, y) => [
        triangle('up', 'triangle', [x, y], micro * 0.72, null),
        triangle('down', 'triangle', [x + micro * 0.86, y], micro * 0.72, null),
      ],
    },
    ...FAMILIES.map(family => ({
      label: FAMILY_LABEL[family],
      width: bar,
      occurs: roles.has(`bar.${family}`),
      draw: (x: number, y: number) => [
        rect(`bar.${family}` as const, { x, y: y - height / 2, width: bar, height }, null, {
          radius: metrics.rule,
        }),
      ],
    })),
    {
      label: 'study',
      width: mark * 0.8,
      occurs: roles.has('square'),
      draw: (x, y) => [
        rect('square', { x, y: y - mark * 0.4, width: mark * 0.8, height: mark * 0.8 }),
      ],
    },
    ...lettersIn(drawing, metrics),
  ]
  return all.filter(sample => sample.occurs)
}

const LETTERS = [
  { letters: 'S', label: 'surgery' },
  { letters: 'RT', label: 'radiotherapy' },
  { letters: 'ECT', label: 'electrochemotherapy' },
  { letters: 'W', label: 'wound care' },
  { letters: 'L', label: 'other local treatment' },
] as const

function lettersIn(drawing: Drawing, metrics: Metrics) {
  const { micro } = metrics.text
  const shown = new Set(
    drawing.shapes.flatMap(shape =>
      shape.kind === 'text' && shape.role.startsWith('text.mark') ? [shape.text] : [],
    ),
  )
  const size = micro * 0.91
  return LETTERS.map(({ letters, label }) => {
    const width = Math.max(micro * 1.2, widthOf(metrics, letters, size, 700) + micro * 0.5)
    const isFilled = letters === 'S'
    return {
      label,
      width,
      occurs: shown.has(letters),
      draw: (x: number, y: number) => [
        rect(
          isFilled ? 'box.surgery' : 'box.local',
          { x, y: y - micro * 0.6, width, height: micro * 1.2 },
          null,
          { radius: metrics.rule },
        ),
        text(
          letters,
          [
            {
              x: x + (width - widthOf(metrics, letters, size, 700)) / 2,
              y: baseline(y, size),
              text: letters,
            },
          ],
          { role: isFilled ? 'text.mark.inverse' : 'text.mark', size, weight: 700 },
        ),
      ],
    }
  })
}
