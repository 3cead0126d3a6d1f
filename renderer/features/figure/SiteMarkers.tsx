import type { BoardSite } from '../../../shared/board/board.ts'
import type { MarkerPlace } from '../../../shared/figure/placeMarkers.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { cx } from '../../components/cx.ts'
import { useRoving } from '../../components/useRoving.ts'
import styles from './SiteMarkers.module.css'

type Props = Readonly<{
  markers: readonly (MarkerPlace & { site: BoardSite })[]
  radius: number
  selected: EntryId | null
  onSelect: (entry: EntryId) => void
  onOpen: (entry: EntryId) => void
}>

/** The numbered diamonds on the figure: filled for confirmed, hollow for suspected, struck through for excluded. */
export function SiteMarkers({ markers, radius, selected, onSelect, onOpen }: Props) {
  const roving = useRoving(
    markers.map(({ site }) => site.entry),
    selected,
  )
  const diamond = diamondPath(radius)
  return (
    <g {...roving.list}>
      {markers.map(({ leader, site }) =>
        leader === null ? null : <line key={site.entry} className={styles.leader} {...leader} />,
      )}
      {markers.map(({ site, x, y }) => {
        const isSelected = site.entry === selected
        return (
          // biome-ignore lint/a11y/useSemanticElements: SVG has no button element
          <g
            key={site.entry}
            role="button"
            aria-pressed={isSelected}
            aria-label={`${site.number}: ${site.name.text}, ${site.certaintyWord.text}`}
            className={cx(styles.marker, site.certainty === 'confirmed' && styles.filled)}
            transform={`translate(${x} ${y})`}
            {...roving.item(site.entry)}
            onClick={() => onSelect(site.entry)}
            onDoubleClick={() => onOpen(site.entry)}
            onKeyDown={event => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              if (isSelected && event.key === 'Enter') onOpen(site.entry)
              else onSelect(site.entry)
            }}
          >
            <path className={styles.ring} d={diamondPath(radius + 4.5)} />
            {isSelected && <path className={styles.chosen} d={diamondPath(radius + 4.5)} />}
            <path className={styles.diamond} d={diamond} />
            <text y=".5" fontSize={radius * 0.96}>
              {site.number}
            </text>
            {site.certainty === 'excluded' && (
              <line className={styles.strike} x1={-radius} y1={radius} x2={radius} y2={-radius} />
            )}
          </g>
        )
      })}
    </g>
  )
}

function diamondPath(radius: number): string {
  return `M0 ${-radius} ${radius} 0 0 ${radius} ${-radius} 0Z`
}
