import { useMemo } from 'react'
import type { Board } from '../../../shared/board/board.ts'
import { FIGURE_ATTRIBUTION } from '../../../shared/figure/attribution.ts'
import { sitePartOf } from '../../../shared/figure/bodyRegions.ts'
import { BOARD_GEOMETRY } from '../../../shared/figure/figureGeometry.ts'
import { FRONT_FIGURE } from '../../../shared/figure/frontFigure.ts'
import { HEAD_FIGURE } from '../../../shared/figure/headFigure.ts'
import { placeMarkers } from '../../../shared/figure/placeMarkers.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { CountText } from '../../components/CountText.tsx'
import { Diamond } from '../../components/Diamond.tsx'
import { Panel } from '../../components/Panel.tsx'
import { BodyFigure } from './BodyFigure.tsx'
import styles from './FigurePanel.module.css'
import { SiteMarkers } from './SiteMarkers.tsx'

const RADIUS = 11.5
/** The panel is drawn at two thirds of its size in small windows; the marks grow to stay legible. */
const COMPACT_RADIUS = 14.5

type Props = Readonly<{
  board: Board
  compact: boolean
  selected: EntryId | null
  onSelect: (entry: EntryId) => void
  onOpen: (entry: EntryId) => void
  actions: React.ReactNode
}>

/** The front of the body and the head, with every site in its place and on its side. */
export function FigurePanel({ board, compact, selected, onSelect, onOpen, actions }: Props) {
  const { sites, counts } = board
  const { markers, radius } = useMemo(
    () =>
      placeMarkers(
        sites.map(site => ({
          site,
          siteId: site.bodySite,
          side: site.side,
          part: sitePartOf(site.name.text),
        })),
        compact ? COMPACT_RADIUS : RADIUS,
        BOARD_GEOMETRY,
      ),
    [sites, compact],
  )
  const regionsOf = (figure: 'front' | 'head') => [
    ...new Set(
      markers.flatMap(({ spot }) =>
        spot.figure === figure && spot.region !== null ? [spot.region] : [],
      ),
    ),
  ]
  const { box, front, head, inset } = BOARD_GEOMETRY
  return (
    <Panel title="Sites" actions={actions} bodyClassName={styles.body}>
      <div className={styles.tally}>
        <Tally certainty="confirmed" fact={counts.confirmed} />
        <Tally certainty="suspected" fact={counts.suspected} />
        {counts.excluded !== null && <Tally certainty="excluded" fact={counts.excluded} />}
      </div>
      <div className={styles.figure}>
        {/* biome-ignore lint/a11y/useSemanticElements: SVG groups have no element of their own for a role */}
        <svg
          className={styles.drawing}
          viewBox={`0 0 ${box.width} 512`}
          preserveAspectRatio="xMidYMin meet"
          role="group"
          aria-label="Front of the body and the head, one mark a site; the patient’s left is at the right"
        >
          <BodyFigure
            figure="front"
            drawing={FRONT_FIGURE}
            into={front}
            regions={regionsOf('front')}
          />
          <rect className={styles.inset} {...inset} rx="5" />
          <BodyFigure figure="head" drawing={HEAD_FIGURE} into={head} regions={regionsOf('head')} />
          <SiteMarkers
            markers={markers}
            radius={radius}
            selected={selected}
            onSelect={onSelect}
            onOpen={onOpen}
          />
        </svg>
        <p className={`${styles.side ?? ''} ${styles.right ?? ''}`}>
          <strong>R</strong> patient’s right
        </p>
        <p className={`${styles.side ?? ''} ${styles.left ?? ''}`}>
          <strong>L</strong> patient’s left
        </p>
      </div>
      <p className={styles.caption}>
        {!compact && (
          <>
            Numbers as in the Sites lane. A site whose side is not stated is drawn on the midline.
            Positions are schematic.
            <br />
          </>
        )}
        {FIGURE_ATTRIBUTION}
      </p>
    </Panel>
  )
}

function Tally({
  certainty,
  fact,
}: {
  certainty: 'confirmed' | 'suspected' | 'excluded'
  fact: Board['counts']['confirmed']
}) {
  return (
    <CountText fact={fact} mark={<Diamond certainty={certainty} className={styles.diamond} />} />
  )
}
