import type { CutoffId } from '../../../shared/receptors/cutoffId.ts'
import type { Density } from '../../../shared/timeline/metrics.ts'
import type { Drawing } from '../../../shared/timeline/shape.ts'
import { cx } from '../../components/cx.ts'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import styles from './Timeline.module.css'

type Props = Readonly<{
  boxes: Drawing['ruleSwitch']
  density: Density
  cutoff: CutoffId
  onCutoff: (cutoff: CutoffId) => void
}>

/** The cut-offs to choose from, in the place that the drawing keeps for them, above the calls under each. */
export function RuleSwitch({ boxes, density, cutoff, onCutoff }: Props) {
  const [first] = boxes
  if (first === undefined) return null
  const width = boxes.reduce((sum, box) => sum + box.width, 0)
  return (
    <div
      className={styles.rule}
      style={{ left: first.x, top: first.y, width, height: first.height }}
    >
      <SegmentedControl
        label="Cut-off for ER and PR"
        value={cutoff}
        className={cx(styles.ruleSwitch, density === 'compact' && styles.tight)}
        segments={boxes.map(box => ({ value: box.cutoff, label: box.label }))}
        onChange={onCutoff}
      />
    </div>
  )
}
