import { regionPath } from '../../../shared/figure/bodyRegions.ts'
import type { FigureName, Rect } from '../../../shared/figure/figureDrawing.ts'
import {
  type FigureDrawing,
  type FigurePath,
  viewBoxText,
} from '../../../shared/figure/figureDrawing.ts'
import styles from './BodyFigure.module.css'

type Props = Readonly<{
  figure: FigureName
  drawing: FigureDrawing
  /** Where its view box is fitted into. */
  into: Rect
  /** Regions in which sites lie. */
  regions: readonly string[]
}>

/** One figure of the body with the regions that sites lie in; the outline is drawn over them. */
export function BodyFigure({ figure, drawing, into, regions }: Props) {
  const isOutline = ({ role }: FigurePath) => role === 'line' || role === 'skull'
  return (
    <svg
      x={into.x}
      y={into.y}
      width={into.width}
      height={into.height}
      viewBox={viewBoxText(drawing.viewBox)}
      aria-hidden="true"
    >
      {drawing.paths.filter(path => !isOutline(path)).map(drawn)}
      {regions.map(region => {
        const d = regionPath(figure, region)
        return d === null ? null : <path key={region} className={styles.hit} d={d} />
      })}
      {drawing.paths.filter(isOutline).map(drawn)}
    </svg>
  )
}

function drawn(path: FigurePath) {
  return <path key={path.d} className={styles[path.role]} d={path.d} />
}
