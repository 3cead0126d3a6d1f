import type { Density } from '../../../shared/timeline/metrics.ts'
import { metricsOf } from '../../../shared/timeline/metrics.ts'
import type { Drawing, LaneName } from '../../../shared/timeline/shape.ts'
import styles from './Timeline.module.css'

const NAME = {
  sites: 'Sites',
  receptors: 'Receptors',
  treatment: 'Treatment',
  imaging: 'Imaging',
  skin: 'Skin',
  meetings: 'Meetings',
} as const satisfies Record<LaneName, string>

type Props = Readonly<{
  lanes: Drawing['lanes']
  density: Density
  onToggle: (name: LaneName) => void
}>

/** A button at every lane's name: collapses the lane into one row, and opens it again. */
export function LaneToggles({ lanes, density, onToggle }: Props) {
  const { gutter } = metricsOf(density, 0)
  return lanes.map(({ name, top, height, isCollapsed, count }) =>
    count === 0 ? null : (
      <button
        key={name}
        type="button"
        className={styles.lane}
        style={{ top, height, width: gutter }}
        aria-expanded={!isCollapsed}
        aria-label={`${NAME[name]} lane, ${count} ${count === 1 ? 'entry' : 'entries'}`}
        onClick={() => onToggle(name)}
      >
        <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true" focusable="false">
          <path d={isCollapsed ? 'M2 1 6 4 2 7Z' : 'M1 2 4 6 7 2Z'} />
        </svg>
      </button>
    ),
  )
}
