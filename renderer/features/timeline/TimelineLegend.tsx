import { memo } from 'react'
import type { drawLegend } from '../../../shared/timeline/legend.ts'
import { Shapes } from './Shapes.tsx'
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
  return (
    <div className={styles.legend} style={{ height: heightOf(legend) }}>
      <Shapes shapes={legend.shapes} width={legend.width} height={legend.height} />
      <p className="visually-hidden">Marks on the axis: {legend.texts.join(', ')}.</p>
    </div>
  )
})
