import type {
  LineShape,
  RectShape,
  Role,
  Shape,
  TextShape,
} from '../../../shared/timeline/shape.ts'
import { fadeStops, pathData } from '../../../shared/timeline/shape.ts'
import { cx } from '../../components/cx.ts'
import { type FadeShares, fadeId, isFaded, sharesOf } from './fades.ts'
import styles from './shapes.module.css'

const SVG = 'http://www.w3.org/2000/svg'

/** Where shapes find what they are filled and masked with, and where a new mask or gradient is put. */
export type Paint = Readonly<{ base: string; defs: SVGElement; made: Set<string> }>

export function svg(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
): SVGElement {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}

/** A shape as elements: one, or one for each line of a text. What it means decides its class, and the class its look. */
export function paintShape(shape: Shape, paint: Paint): SVGElement[] {
  switch (shape.kind) {
    case 'rect':
      return [paintRect(shape, paint)]
    case 'line':
      return [paintLine(shape, paint)]
    case 'path':
      return [svg('path', { class: classOf(shape.role), d: pathData(shape) })]
    case 'text':
      return paintText(shape)
  }
}

/** How many elements a shape is painted with. */
export function elementsOf(shape: Shape): number {
  return shape.kind === 'text' ? shape.spans.length : 1
}

function paintRect(shape: RectShape, paint: Paint): SVGElement {
  const { x, y, width, height, radius, fade, role } = shape
  const element = svg('rect', { class: classOf(role), x, y, width, height })
  if (radius > 0) element.setAttribute('rx', String(radius))
  const fill = patternOf(role)
  // The class may have a fill of its own, which an attribute would not win over.
  if (fill !== null) element.style.fill = `url(#${paint.base}-${fill})`
  if (!isFaded(fade)) return element
  if (PLAIN.has(role)) fadePlain(element, shape, paint)
  else element.setAttribute('mask', `url(#${maskFor(sharesOf(shape), paint)})`)
  return element
}

/** Bars of one colour and a line around it. */
const PLAIN: ReadonlySet<Role> = new Set(['bar.confirmed', 'bar.suspected', 'bar.excluded'])

/** One colour fades by itself: every mask is a picture of its own to the browser, in each frame of a zoom. */
function fadePlain(element: SVGElement, shape: RectShape, { base, defs, made }: Paint): void {
  const shares = sharesOf(shape)
  const id = `${fadeId(base, shares)}-${shape.role.replace('.', '-')}`
  if (!made.has(id)) {
    made.add(id)
    for (const part of ['fill', 'line'] as const) {
      const gradient = svg('linearGradient', { id: `${id}-${part}`, class: classOf(shape.role) })
      const stopClass = cx(styles[`fade-${part}`])
      for (const [offset, opacity] of stopsOf(shares))
        gradient.append(svg('stop', { offset, class: stopClass, 'stop-opacity': opacity }))
      defs.append(gradient)
    }
  }
  element.style.fill = `url(#${id}-fill)`
  element.style.stroke = `url(#${id}-line)`
}

function stopsOf({ left, right }: FadeShares): ReturnType<typeof fadeStops> {
  return fadeStops({ left: left / 100, right: right / 100 })
}

function maskFor(shares: FadeShares, { base, defs, made }: Paint): string {
  const id = fadeId(base, shares)
  if (made.has(id)) return id
  made.add(id)
  const gradient = svg('linearGradient', { id: `${id}-g` })
  for (const [offset, opacity] of stopsOf(shares))
    gradient.append(svg('stop', { offset, 'stop-color': '#fff', 'stop-opacity': opacity }))
  const box = { x: -0.1, y: -0.5, width: 1.2, height: 2 }
  const mask = svg('mask', { id, maskContentUnits: 'objectBoundingBox', ...box })
  mask.append(svg('rect', { ...box, fill: `url(#${id}-g)` }))
  defs.append(gradient, mask)
  return id
}

/** A level line has no height for a mask to measure, so its own stroke fades. */
function paintLine(shape: LineShape, paint: Paint): SVGElement {
  const { x1, x2, y1, y2, fade, role } = shape
  const element = svg('line', { class: classOf(role), x1, y1, x2, y2 })
  if (!isFaded(fade)) return element
  const id = `${paint.base}-line-${x1}-${x2}-${y1}-${fade.left}-${fade.right}`
  if (!paint.made.has(id)) {
    paint.made.add(id)
    const length = Math.max(1, x2 - x1)
    const gradient = svg('linearGradient', {
      id,
      class: classOf(role),
      gradientUnits: 'userSpaceOnUse',
      x1,
      x2,
      y1,
      y2: y1,
    })
    for (const [offset, opacity] of fadeStops({
      left: fade.left / length,
      right: fade.right / length,
    }))
      gradient.append(
        svg('stop', { offset, 'stop-color': 'currentColor', 'stop-opacity': opacity }),
      )
    paint.defs.append(gradient)
  }
  // The class has a stroke of its own, which an attribute would not win over.
  element.style.stroke = `url(#${id})`
  return element
}

function paintText(shape: TextShape): SVGElement[] {
  const { size, weight, spans, turned, role } = shape
  return spans.map(({ x, y, text }) => {
    const element = svg('text', { class: classOf(role), x, y, 'font-size': size })
    // 400 is what the drawing has anyway.
    if (weight !== 400) element.setAttribute('font-weight', String(weight))
    if (turned) element.setAttribute('transform', `rotate(-90 ${x} ${y})`)
    if (role === 'text.value') element.append(...readings(text))
    else element.textContent = text
    return element
  })
}

/** Readings that disagree stand beside each other, parted by a line in the colour of conflicts. */
function readings(text: string): SVGElement[] {
  return text.split(' | ').flatMap((part, i) => {
    const reading = svg('tspan', {})
    reading.textContent = part
    if (i === 0) return [reading]
    const or = svg('tspan', { class: cx(styles.or) })
    or.textContent = ' | '
    return [or, reading]
  })
}

/** The pattern that a role is filled with; null for a plain fill. */
export function patternOf(role: Role): string | null {
  if (role === 'hatch') return 'hatch'
  if (role === 'meter.open') return 'stripes'
  return /^bar\.(?!confirmed|suspected|excluded)(.+)$/.exec(role)?.[1] ?? null
}

/** The patterns that shapes are filled with. */
export function patternsOf(shapes: readonly Shape[]): ReadonlySet<string> {
  const roles = new Set(shapes.map(({ role }) => role))
  return new Set([...roles].map(patternOf).filter(name => name !== null))
}

const CLASSES = new Map<Role, string>()

export function classOf(role: Role): string {
  const known = CLASSES.get(role)
  if (known !== undefined) return known
  const name = cx(styles[role.replaceAll('.', '-')])
  CLASSES.set(role, name)
  return name
}
