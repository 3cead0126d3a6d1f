import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import type { Pin } from '../../../shared/case/lesion.ts'
import { VIEW_LABEL, VIEW_WORDS } from '../../../shared/figure/figureWords.ts'
import {
  movedPin,
  PIN_VIEWS,
  type PinView,
  pinFor,
  viewOfPin,
} from '../../../shared/figure/pinPlaces.ts'
import { pinAt, pointOfPin } from '../../../shared/figure/pins.ts'
import { VIEW_GEOMETRY } from '../../../shared/figure/viewGeometry.ts'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { BodyFigure } from '../figure/BodyFigure.tsx'
import styles from './PinPicker.module.css'

/** A lesion that has a pin already. */
export type OtherPin = Readonly<{ label: string; pin: Pin }>

type Props = Readonly<{
  pin: Pin | null
  /** The lesion's short name, drawn in its pin. */
  label: string
  /** Where it is, in words. */
  words: string
  others: readonly OtherPin[]
  /** Where the arrow keys begin when no pin is set. */
  home: Pin | null
  onPin: (pin: Pin) => void
}>

/** In units of the drawing, which is as high as a body of 150. */
const STEP = 0.5
const STRIDE = 4
const RADIUS = 20
const CHEST: Pin | null = pinFor('skin-chest', 'right')

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The figure on which a lesion's pin is set by a press and moved by dragging or by the arrow keys. */
export function PinPicker({ pin, label, words, others, home, onPin }: Props) {
  const [chosen, setChosen] = useState<PinView>('front')
  const [seen, setSeen] = useState<Pin | null>(null)
  // A pin that was set elsewhere, such as on the board, brings its view along.
  if (pin !== seen) {
    setSeen(pin)
    if (pin !== null) setChosen(viewOfPin(pin, chosen))
  }
  const geometry = VIEW_GEOMETRY[chosen]
  const { width, height } = geometry.box

  function press(event: PointerEvent<SVGSVGElement>): void {
    const area = event.currentTarget.getBoundingClientRect()
    const next = pinAt(chosen, {
      x: ((event.clientX - area.left) / area.width) * width,
      y: ((event.clientY - area.top) / area.height) * height,
    })
    if (next !== null) onPin(next)
  }

  function move(event: KeyboardEvent): void {
    const way = ARROWS[event.key]
    const from = pin ?? home ?? CHEST
    const isSet = event.key === 'Enter' || event.key === ' '
    if (from === null || event.ctrlKey || event.metaKey || event.altKey) return
    if (way === undefined && !(isSet && pin === null)) return
    event.preventDefault()
    event.stopPropagation()
    const far = event.shiftKey ? STRIDE : STEP
    const isFirst = pin === null || way === undefined
    onPin(isFirst ? from : movedPin(pin, way[0] * far, way[1] * far))
  }

  return (
    <div className={styles.picker}>
      <SegmentedControl
        label="View of the figure"
        value={chosen}
        segments={PIN_VIEWS.map(value => ({ value, label: VIEW_LABEL[value] }))}
        onChange={setChosen}
      />
      <div
        className={styles.stage}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the pin
        tabIndex={0}
        role="application"
        aria-roledescription="figure with a pin"
        aria-label={`Pin of ${label}: ${words === '' ? 'not set' : words}. Press on the figure, or move it with the arrow keys.`}
        onKeyDown={move}
      >
        <svg
          className={styles.drawing}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={VIEW_WORDS[chosen]}
          onPointerDown={event => {
            event.currentTarget.setPointerCapture(event.pointerId)
            press(event)
          }}
          onPointerMove={event => {
            if (event.currentTarget.hasPointerCapture(event.pointerId)) press(event)
          }}
        >
          {geometry.plates.map(place => (
            <BodyFigure key={place.plate} place={place} regions={[]} chosen={null} />
          ))}
          {geometry.labels.map(side => (
            <text key={`${side.x} ${side.y}`} className={styles.side} x={side.x} y={side.y + 22}>
              {side.letter ?? side.words}
            </text>
          ))}
          {others.map(other => (
            <PinMark key={other.label} view={chosen} {...other} isOther />
          ))}
          {pin !== null && <PinMark view={chosen} pin={pin} label={label} />}
        </svg>
      </div>
    </div>
  )
}

function PinMark({
  view,
  pin,
  label,
  isOther = false,
}: Readonly<{ view: PinView; pin: Pin; label: string; isOther?: boolean }>) {
  const point = pointOfPin(view, pin)
  if (point === null) return null
  const radius = isOther ? RADIUS * 0.8 : RADIUS
  return (
    <g
      className={isOther ? styles.other : styles.pin}
      transform={`translate(${point.x} ${point.y})`}
    >
      <circle r={radius} />
      <text y=".5" fontSize={label.length > 2 ? radius * 0.8 : radius}>
        {label}
      </text>
    </g>
  )
}
