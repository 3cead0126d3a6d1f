import { type CSSProperties, type MouseEvent, useMemo, useRef, useState } from 'react'
import type { Board } from '../../../shared/board/board.ts'
import type { Pin } from '../../../shared/case/lesion.ts'
import { FIGURE_ATTRIBUTION } from '../../../shared/figure/attribution.ts'
import type { FigureView, PlateName } from '../../../shared/figure/figureDrawing.ts'
import {
  type FigureMark,
  figureMarks,
  placeIn,
  viewCounts,
  viewShowing,
} from '../../../shared/figure/figureMarks.ts'
import { VIEW_WORDS } from '../../../shared/figure/figureWords.ts'
import { lesionMarks, viewsOfLesion } from '../../../shared/figure/lesionMarks.ts'
import { pinAt } from '../../../shared/figure/pins.ts'
import { type SideLabel, VIEW_GEOMETRY } from '../../../shared/figure/viewGeometry.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { CountText } from '../../components/CountText.tsx'
import { cx } from '../../components/cx.ts'
import { Diamond } from '../../components/Diamond.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useRoving } from '../../components/useRoving.ts'
import { AddHere, type Pressed } from './AddHere.tsx'
import { BodyFigure } from './BodyFigure.tsx'
import styles from './FigurePanel.module.css'
import { FigureText, LeftOut } from './FigureText.tsx'
import { LesionPins } from './LesionPins.tsx'
import { markKey, SiteMarkers } from './SiteMarkers.tsx'
import { ViewSwitch } from './ViewSwitch.tsx'

const RADIUS = 11.5
/** The panel is drawn at two thirds of its size in small windows; the marks grow to stay legible. */
const COMPACT_RADIUS = 14.5
/** Units of the view: a letter with two lines of words below it. */
const FOOT = 54
/** The head of a lesion's pin beside the mark of a site. */
const PIN_SHARE = 0.86
const NONE: ReadonlySet<EntryId> = new Set()

type Props = Readonly<{
  board: Board
  compact: boolean
  selected: EntryId | null
  /** Entries new or changed since the chosen date. */
  marked?: ReadonlySet<EntryId>
  onSelect: (entry: EntryId) => void
  onOpen: (entry: EntryId) => void
  /** Opens the form of a new skin lesion at a place on the figure; null where nothing can be added. */
  onAddHere?: ((pin: Pin) => void) | null
  actions: React.ReactNode
}>

/** The body in six views, with every site in its place and on its side. */
export function FigurePanel(props: Props) {
  const { board, compact, selected, onSelect, onOpen, onAddHere = null } = props
  const { sites, counts } = board
  const { view, setView, spread, setSpread } = useView(board, selected)
  const geometry = VIEW_GEOMETRY[view]
  const chosen = sites.find(({ entry }) => entry === selected)
  const open = spread ?? (chosen === undefined ? null : placeIn(chosen, view))
  const radius = compact ? COMPACT_RADIUS : RADIUS
  const drawn = useMemo(
    () => figureMarks(sites, { geometry, radius, open }),
    [sites, geometry, radius, open],
  )
  const lesions = useMemo(
    () =>
      lesionMarks(board.lesions, {
        geometry,
        radius: drawn.radius * PIN_SHARE,
        around: drawn.marks.map(({ x, y }) => ({ x, y, reach: drawn.radius })),
      }),
    [board.lesions, geometry, drawn],
  )
  const totals = useMemo(() => viewCounts(sites), [sites])
  const { marks, unplaced } = drawn
  // From the front nearly all is seen: what is not, is said. Of the other views, the switch says how much they show.
  const elsewhere = view === 'front' ? drawn.elsewhere : []
  const leftOut = [...elsewhere, ...unplaced]
  const roving = useRoving(
    [
      ...marks.map(markKey),
      ...lesions.marks.map(({ lesion }) => lesion.entry),
      ...leftOut.map(({ entry }) => entry),
    ],
    selected,
  )
  const [pressed, setPressed] = useState<Pressed | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const regionsOf = (plate: PlateName) => [
    ...new Set(
      // What was excluded is not there.
      marks.flatMap(({ spot, sites: there }) =>
        spot.plate === plate &&
        spot.region !== null &&
        there.some(({ certainty }) => certainty !== 'excluded')
          ? [spot.region]
          : [],
      ),
    ),
  ]
  const chosenSpot = marks.find(mark => mark.sites.some(({ entry }) => entry === selected))?.spot
  const isCloseUp = view === 'organs' || view === 'chest' || view === 'head'

  /** Draws the sites of a place apart, and goes on from the first of them. */
  function spreadOut({ place, sites: there }: FigureMark): void {
    setSpread(place)
    const [first] = there
    if (first === undefined) return
    requestAnimationFrame(() => {
      const mark = frame.current?.querySelector(`[data-roving="${CSS.escape(first.entry)}"]`)
      if (mark instanceof SVGElement) mark.focus()
    })
  }

  /** A press on the bare skin offers to add a lesion there. */
  function pressSkin(event: MouseEvent<SVGSVGElement>): void {
    if (onAddHere === null) return
    if (event.target instanceof Element && event.target.closest('[role=button]') !== null) return
    const area = event.currentTarget.getBoundingClientRect()
    const at = {
      x: ((event.clientX - area.left) / area.width) * geometry.box.width,
      y: ((event.clientY - area.top) / area.height) * geometry.box.height,
    }
    const pin = pinAt(view, at)
    setPressed(pin === null ? null : { pin, at })
  }

  return (
    <Panel title="Sites" actions={props.actions} bodyClassName={styles.body}>
      <ViewSwitch
        view={view}
        counts={totals}
        onView={next => {
          setPressed(null)
          setView(next)
        }}
      />
      <div
        ref={frame}
        className={styles.stage}
        {...roving.list}
        onKeyDownCapture={event => {
          if (event.key !== 'Escape' || spread === null) return
          event.stopPropagation()
          setSpread(null)
        }}
      >
        <div className={cx(styles.tally, isCloseUp && styles.inLine)}>
          <Tally certainty="confirmed" fact={counts.confirmed} />
          <Tally certainty="suspected" fact={counts.suspected} />
          {counts.excluded !== null && <Tally certainty="excluded" fact={counts.excluded} />}
        </div>
        <div className={styles.figure}>
          {/* biome-ignore lint/a11y/useSemanticElements: SVG groups have no element of their own for a role */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard the form's own figure sets the pin */}
          <svg
            className={styles.drawing}
            viewBox={`0 0 ${geometry.box.width} ${geometry.box.height}`}
            preserveAspectRatio="xMidYMin meet"
            role="group"
            aria-label={VIEW_WORDS[view]}
            onClick={pressSkin}
          >
            {geometry.plates.map(place => (
              <BodyFigure
                key={place.plate}
                place={place}
                regions={regionsOf(place.plate)}
                chosen={chosenSpot?.plate === place.plate ? chosenSpot.region : null}
              />
            ))}
            <SiteMarkers
              marks={marks}
              radius={drawn.radius}
              selected={selected}
              marked={props.marked ?? NONE}
              roving={roving}
              onSelect={onSelect}
              onOpen={onOpen}
              onSpread={spreadOut}
            />
            <LesionPins
              marks={lesions.marks}
              radius={drawn.radius * PIN_SHARE}
              selected={selected}
              marked={props.marked ?? NONE}
              roving={roving}
              onSelect={onSelect}
              onOpen={onOpen}
            />
            {pressed !== null && (
              <circle className={styles.here} cx={pressed.at.x} cy={pressed.at.y} r="5" />
            )}
          </svg>
          {pressed !== null && onAddHere !== null && (
            <AddHere
              pressed={pressed}
              box={geometry.box}
              onAdd={pin => {
                setPressed(null)
                onAddHere(pin)
              }}
              onClose={() => setPressed(null)}
            />
          )}
          {geometry.labels.map(label => (
            <SideWords key={`${label.x} ${label.y}`} label={label} />
          ))}
        </div>
        <FigureText marks={drawn} lesions={lesions} />
        {leftOut.length > 0 && (
          <LeftOut
            elsewhere={elsewhere}
            unplaced={unplaced}
            selected={selected}
            roving={roving}
            onSelect={onSelect}
          />
        )}
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

/** The view that is shown: the one that was switched to, until a site is selected that it does not show. */
function useView(board: Board, selected: EntryId | null) {
  const [view, setView] = useState<FigureView>('front')
  const [spread, setSpread] = useState<string | null>(null)
  const [seen, setSeen] = useState(selected)
  if (seen !== selected) {
    setSeen(selected)
    const next = viewFor(board, selected, view)
    if (next !== null && next !== view) setView(next)
    const site = board.sites.find(({ entry }) => entry === selected)
    if (spread !== null && (site === undefined || placeIn(site, next ?? view) !== spread))
      setSpread(null)
  }
  return {
    view,
    setView: (next: FigureView) => {
      setSpread(null)
      setView(next)
    },
    spread,
    setSpread,
  }
}

/** The view to turn to so that what is selected is seen: of a note on a lesion, that lesion. */
function viewFor(board: Board, selected: EntryId | null, view: FigureView): FigureView | null {
  const note = board.skinNotes.find(({ entry }) => entry === selected)
  const lesion = board.lesions.find(({ entry }) => entry === (note?.lesion ?? selected))
  if (lesion === undefined) return viewShowing(board.sites, selected, view)
  const views = viewsOfLesion(lesion)
  return views.includes(view) ? view : (views[0] ?? null)
}

/** A letter at the side of the figure that it names. */
function SideWords({ label }: Readonly<{ label: SideLabel }>) {
  const { width, height } = VIEW_GEOMETRY.front.box
  // Words keep their size in a small drawing: those at its foot are held by it, the others by where they begin.
  const at: CSSProperties & { '--at': string } = {
    '--at': `${(label.x / width) * 100}%`,
    ...(label.y > height * 0.75
      ? { bottom: `${Math.max(0, 1 - (label.y + FOOT) / height) * 100}%` }
      : { top: `${(label.y / height) * 100}%` }),
  }
  return (
    <p className={cx(styles.side, label.isWide && styles.wide)} style={at}>
      {label.letter !== null && <strong>{label.letter}</strong>} {label.words}
    </p>
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
