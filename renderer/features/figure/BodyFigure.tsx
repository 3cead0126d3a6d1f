import { type CSSProperties, memo } from 'react'
import {
  type FigurePath,
  type PlateName,
  viewBoxText,
} from '../../../shared/figure/figureDrawing.ts'
import { PLATES } from '../../../shared/figure/plates.ts'
import { regionPath } from '../../../shared/figure/regionPaths.ts'
import { fitOf, type PlatePlace } from '../../../shared/figure/viewGeometry.ts'
import { cx } from '../../components/cx.ts'
import styles from './BodyFigure.module.css'

type Props = Readonly<{
  place: PlatePlace
  /** Regions in which sites lie. */
  regions: readonly string[]
  /** The region of the site that is selected. */
  chosen: string | null
}>

/** How wide the edge of a band is, in units of the view. */
const EDGE = 0.9

/** One drawing of the body with the regions that sites lie in; the outline is drawn over them. */
export function BodyFigure({ place, regions, chosen }: Props) {
  const { plate, into, cell, isFramed } = place
  const unit = 1 / fitOf(place).scale
  return (
    <>
      {isFramed && cell !== null && <rect className={styles.frame} {...cell} rx="5" />}
      <svg
        className={styles.plate}
        x={into.x}
        y={into.y}
        width={into.width}
        height={into.height}
        viewBox={viewBoxText(PLATES[plate].viewBox)}
        style={{ '--unit': unit } as CSSProperties}
        aria-hidden="true"
      >
        <Art plate={plate} unit={unit} isSurface={false} />
        {regions.map(region => {
          const d = regionPath(plate, region)
          const className = cx(styles.hit, region === chosen && styles.chosen)
          return d === null ? null : <path key={region} className={className} d={d} />
        })}
        <Art plate={plate} unit={unit} isSurface />
      </svg>
    </>
  )
}

/** What never changes of a drawing: all below the regions, or what lies over them. */
const Art = memo(function Art({
  plate,
  unit,
  isSurface,
}: Readonly<{ plate: PlateName; unit: number; isSurface: boolean }>) {
  return PLATES[plate].paths
    .filter(({ role }) => (role === 'line' || role === 'fine') === isSurface)
    .map(path => <Drawn key={path.d} path={path} unit={unit} />)
})

function Drawn({ path, unit }: Readonly<{ path: FigurePath; unit: number }>) {
  const { role, d, width } = path
  if (role !== 'rib' && role !== 'gut') return <path className={styles[role]} d={d} />
  const wide = width ?? 1
  return (
    <>
      <path className={styles.bandEdge} d={d} strokeWidth={wide} />
      <path
        className={styles.band}
        data-role={role}
        d={d}
        strokeWidth={Math.max(wide - 2 * EDGE * unit, wide / 4)}
      />
    </>
  )
}
