import { RECEPTOR_VIEWS, type ReceptorView } from '../../../shared/timeline/context.ts'
import type { Density } from '../../../shared/timeline/metrics.ts'
import type { Drawing } from '../../../shared/timeline/shape.ts'
import { cx } from '../../components/cx.ts'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import styles from './Timeline.module.css'

type Props = Readonly<{
  box: Drawing['viewSwitch']
  density: Density
  view: ReceptorView
  onView: (view: ReceptorView) => void
}>

const WORD = { values: 'Values', trend: 'Trend' } as const satisfies Record<ReceptorView, string>

/** Receptors as values or as charts, in the place that the drawing keeps for it. */
export function ViewSwitch({ box, density, view, onView }: Props) {
  if (box === null) return null
  return (
    <div
      className={styles.rule}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
    >
      <SegmentedControl
        label="Receptors as"
        value={view}
        className={cx(styles.ruleSwitch, density === 'compact' && styles.tight)}
        segments={RECEPTOR_VIEWS.map(value => ({ value, label: WORD[value] }))}
        onChange={onView}
      />
    </div>
  )
}
