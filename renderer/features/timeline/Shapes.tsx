import { memo, useId } from 'react'
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
import { Patterns } from './Patterns.tsx'
import { patternsOf } from './paintShape.ts'
import styles from './shapes.module.css'

type Props = Readonly<{ shapes: readonly Shape[]; width: number; height: number }>

/** A drawing's shapes as SVG; what they mean decides their class, and the class their look. */
export const Shapes = memo(function Shapes({ shapes, width, height }: Props) {
  const base = useId()
  return (
    <svg
      className={styles.svg}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <Patterns base={base} used={patternsOf(shapes)} />
        {fadesOf(shapes).map(shares => (
          <FadeMask key={fadeId(base, shares)} base={base} shares={shares} />
        ))}
        {shapes.map((shape, i) =>
          shape.kind === 'line' && isFaded(shape.fade) ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no identity of their own.
            <LineFade key={i} id={`${base}-line-${i}`} shape={shape} />
          ) : null,
        )}
      </defs>
      {shapes.map((shape, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no identity of their own.
        <OneShape key={i} index={i} shape={shape} base={base} />
      ))}
    </svg>
  )
})

function fadesOf(shapes: readonly Shape[]): FadeShares[] {
  const all = shapes.flatMap(shape =>
    shape.kind === 'rect' && isFaded(shape.fade) ? [sharesOf(shape)] : [],
  )
  return [...new Map(all.map(shares => [`${shares.left} ${shares.right}`, shares])).values()]
}

function FadeMask({ base, shares }: { base: string; shares: FadeShares }) {
  const id = fadeId(base, shares)
  const stops = fadeStops({ left: shares.left / 100, right: shares.right / 100 })
  return (
    <>
      <linearGradient id={`${id}-g`}>
        {stops.map(([offset, opacity], i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: four stops in a fixed order.
          <stop key={i} offset={offset} stopColor="#fff" stopOpacity={opacity} />
        ))}
      </linearGradient>
      <mask id={id} maskContentUnits="objectBoundingBox" x="-0.1" y="-0.5" width="1.2" height="2">
        <rect x="-0.1" y="-0.5" width="1.2" height="2" fill={`url(#${id}-g)`} />
      </mask>
    </>
  )
}

/** A level line has no height for a mask to measure, so its own stroke fades. */
function LineFade({ id, shape }: { id: string; shape: LineShape }) {
  const { x1, x2, y1, fade, role } = shape
  const length = Math.max(1, x2 - x1)
  const stops = fadeStops({ left: fade.left / length, right: fade.right / length })
  return (
    <linearGradient
      id={id}
      className={classOf(role)}
      gradientUnits="userSpaceOnUse"
      x1={x1}
      x2={x2}
      y1={y1}
      y2={y1}
    >
      {stops.map(([offset, opacity], i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: four stops in a fixed order.
        <stop key={i} offset={offset} stopColor="currentColor" stopOpacity={opacity} />
      ))}
    </linearGradient>
  )
}

function OneShape({ shape, base, index }: { shape: Shape; base: string; index: number }) {
  const className = classOf(shape.role)
  switch (shape.kind) {
    case 'rect':
      return <RectOf shape={shape} base={base} className={className} />
    case 'line': {
      const { x1, y1, x2, y2, fade } = shape
      const style = isFaded(fade) ? { stroke: `url(#${base}-line-${index})` } : undefined
      return <line className={className} x1={x1} y1={y1} x2={x2} y2={y2} style={style} />
    }
    case 'path':
      return <path className={className} d={pathData(shape)} />
    case 'text':
      return <TextOf shape={shape} className={className} />
  }
}

function RectOf({ shape, base, className }: { shape: RectShape; base: string; className: string }) {
  const { x, y, width, height, radius, fade, role } = shape
  const fill = patternOf(role)
  return (
    <rect
      className={className}
      x={x}
      y={y}
      width={width}
      height={height}
      rx={radius}
      {...(fill === null ? {} : { style: { fill: `url(#${base}-${fill})` } })}
      {...(isFaded(fade) ? { mask: `url(#${fadeId(base, sharesOf(shape))})` } : {})}
    />
  )
}

/** The pattern that a role is filled with; null for a plain fill. */
function patternOf(role: Role): string | null {
  if (role === 'hatch') return 'hatch'
  if (role === 'meter.open') return 'stripes'
  return /^bar\.(?!confirmed|suspected|excluded)(.+)$/.exec(role)?.[1] ?? null
}

function TextOf({ shape, className }: { shape: TextShape; className: string }) {
  const { size, weight, spans, turned } = shape
  return spans.map(({ x, y, text }) => (
    <text
      key={`${x} ${y}`}
      className={className}
      x={x}
      y={y}
      fontSize={size}
      fontWeight={weight}
      {...(turned ? { transform: `rotate(-90 ${x} ${y})` } : {})}
    >
      {shape.role === 'text.value' ? <Readings text={text} /> : text}
    </text>
  ))
}

/** Readings that disagree stand beside each other, parted by a line in the colour of conflicts. */
function Readings({ text }: { text: string }) {
  const parts = text.split(' | ')
  return parts.map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: readings in the order of the report.
    <tspan key={i}>
      {i > 0 && <tspan className={styles.or}> | </tspan>}
      {part}
    </tspan>
  ))
}

function classOf(role: Role): string {
  return cx(styles[role.replaceAll('.', '-')])
}
