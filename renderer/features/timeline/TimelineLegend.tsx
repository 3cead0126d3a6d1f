import { memo, useId, useLayoutEffect, useMemo, useRef } from 'react'
import type { drawLegend } from '../../../shared/timeline/legend.ts'
import { Patterns } from './Patterns.tsx'
import { paintShape, patternsOf } from './paintShape.ts'
import shapeStyles from './shapes.module.css'
import styles from './Timeline.module.css'

type Legend = ReturnType<typeof drawLegend>

/** In whole pixels, with the rule above it. */
export function heightOf(legend: Legend): number {
  return Math.ceil(legend.height) + 1
}

/** What the marks mean; only those that occur. */
export const TimelineLegend = memo(function TimelineLegend({
  legend,
}: Readonly<{ legend: Legend }>) {
  const { width, height, shapes, texts } = legend
  const base = useId()
  const fades = useRef<SVGDefsElement>(null)
  const painted = useRef<SVGGElement>(null)
  const patterns = useMemo(() => patternsOf(shapes), [shapes])
  useLayoutEffect(() => {
    const { current: defs } = fades
    if (defs === null) return
    defs.replaceChildren()
    const paint = { base, defs, made: new Set<string>() }
    painted.current?.replaceChildren(...shapes.flatMap(shape => paintShape(shape, paint)))
  }, [base, shapes])
  return (
    <div className={styles.legend} style={{ height: heightOf(legend) }}>
      <svg
        className={shapeStyles.svg}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
        focusable="false"
      >
        <defs>
          <Patterns base={base} used={patterns} />
        </defs>
        <defs ref={fades} />
        <g ref={painted} />
      </svg>
      <p className="visually-hidden">Marks on the axis: {texts.join(', ')}.</p>
    </div>
  )
})
