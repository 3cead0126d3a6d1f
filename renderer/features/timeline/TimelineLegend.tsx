import { memo, useMemo } from 'react'
import { drawLegend } from '../../../shared/timeline/legend.ts'
import type { Density } from '../../../shared/timeline/metrics.ts'
import type { Drawing } from '../../../shared/timeline/shape.ts'
import { Shapes } from './Shapes.tsx'
import styles from './Timeline.module.css'

type Props = Readonly<{ drawing: Drawing; density: Density; width: number }>

/** What the marks mean; only those that occur. */
export const TimelineLegend = memo(function TimelineLegend({ drawing, density, width }: Props) {
  const legend = useMemo(
    () => drawLegend(drawing, { width, density, left: 10 }),
    [drawing, width, density],
  )
  return (
    <div className={styles.legend}>
      <Shapes shapes={legend.shapes} width={width} height={legend.height} />
      <p className="visually-hidden">Marks on the axis: {legend.texts.join(', ')}.</p>
    </div>
  )
})
