import { FIGURE_VIEWS, type FigureView } from '../../../shared/figure/figureDrawing.ts'
import { VIEW_LABEL } from '../../../shared/figure/figureWords.ts'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import styles from './ViewSwitch.module.css'

type Props = Readonly<{
  view: FigureView
  /** How many of the sites each view shows. */
  counts: Readonly<Record<FigureView, number>>
  onView: (view: FigureView) => void
}>

/** The views of the figure, each with the number of sites that it shows. */
export function ViewSwitch({ view, counts, onView }: Props) {
  return (
    <div className={styles.strip}>
      <SegmentedControl
        className={styles.views}
        label="View of the figure, with the number of sites that it shows"
        value={view}
        segments={FIGURE_VIEWS.map(value => ({
          value,
          label: `${VIEW_LABEL[value]} ${counts[value]}`,
        }))}
        onChange={onView}
      />
    </div>
  )
}
