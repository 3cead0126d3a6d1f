import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import styles from './PictureStage.module.css'
import { moved, type PictureView, pinched, turned, WHOLE, zoomed } from './pictureView.ts'

type Props = Readonly<{
  url: string | null
  /** What the picture shows, for who does not see it. */
  label: string
  /** Shown in the place of a picture that cannot be shown. */
  instead: string | null
  view: PictureView
  onView: (change: (view: PictureView) => PictureView) => void
}>

const STEP = 0.06
const GROW = 1.25
const TURN = 5

type Place = Readonly<{ x: number; y: number }>

/** A picture that is enlarged by wheel, pinch or keys, moved by dragging or arrows, and turned by Shift and either. */
export function PictureStage({ url, label, instead, view, onView }: Props) {
  const stage = useRef<HTMLDivElement>(null)
  const fingers = useRef(new Map<number, Place>())
  const change = useRef(onView)
  useEffect(() => {
    change.current = onView
  })

  /** A point of the window as parts of the stage from its centre. */
  function placeOf(event: Readonly<{ clientX: number; clientY: number }>): Place {
    const area = stage.current?.getBoundingClientRect()
    if (area === undefined) return { x: 0, y: 0 }
    return {
      x: (event.clientX - area.left) / area.width - 0.5,
      y: (event.clientY - area.top) / area.height - 0.5,
    }
  }
  const aspectOf = () => {
    const { current: element } = stage
    return element === null ? 1 : element.clientWidth / Math.max(1, element.clientHeight)
  }

  // React listens to wheels passively, and a wheel here must not scroll what lies around it.
  useEffect(() => {
    const element = stage.current
    if (element === null) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const area = element.getBoundingClientRect()
      const about = {
        x: (event.clientX - area.left) / area.width - 0.5,
        y: (event.clientY - area.top) / area.height - 0.5,
      }
      const turns = event.shiftKey
      const far = event.deltaY === 0 ? event.deltaX : event.deltaY
      const aspect = element.clientWidth / Math.max(1, element.clientHeight)
      change.current(before =>
        turns
          ? turned(before, far > 0 ? TURN : -TURN, aspect)
          : zoomed(before, Math.exp(-far * 0.0015), about),
      )
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [])

  function drag(event: PointerEvent): void {
    const before = fingers.current.get(event.pointerId)
    if (before === undefined) return
    const at = placeOf(event)
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
    fingers.current.set(event.pointerId, at)
    const aspect = aspectOf()
    onView(was => {
      if (other !== undefined) return pinched(was, [other, before], [other, at], aspect)
      if (!event.shiftKey) return moved(was, at.x - before.x, at.y - before.y)
      const degrees =
        ((Math.atan2(at.y, at.x * aspect) - Math.atan2(before.y, before.x * aspect)) / Math.PI) *
        180
      return turned(was, degrees, aspect)
    })
  }

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = keyStep(event.key, event.shiftKey, aspectOf())
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    onView(next)
  }

  return (
    <div
      ref={stage}
      className={styles.stage}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys enlarge, move and turn the picture
      tabIndex={0}
      role="application"
      aria-roledescription="picture"
      aria-label={`${label}. Plus and minus enlarge, arrows move, Shift with left and right turns, 0 shows all.`}
      onKeyDown={press}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        fingers.current.set(event.pointerId, placeOf(event))
      }}
      onPointerMove={drag}
      onPointerUp={event => fingers.current.delete(event.pointerId)}
      onPointerCancel={event => fingers.current.delete(event.pointerId)}
      onDoubleClick={() => onView(() => WHOLE)}
    >
      {instead !== null && <p className={styles.instead}>{instead}</p>}
      {instead === null && url !== null && (
        <img
          src={url}
          alt={label}
          draggable={false}
          style={{
            transform: `translate(${view.x * 100}%, ${view.y * 100}%) rotate(${view.angle}deg) scale(${view.zoom})`,
          }}
        />
      )}
    </div>
  )
}

function keyStep(
  key: string,
  isShift: boolean,
  aspect: number,
): ((view: PictureView) => PictureView) | null {
  switch (key) {
    case '+':
    case '=':
      return view => zoomed(view, GROW)
    case '-':
      return view => zoomed(view, 1 / GROW)
    case '0':
      return () => WHOLE
    case 'ArrowLeft':
      return view => (isShift ? turned(view, -TURN, aspect) : moved(view, STEP, 0))
    case 'ArrowRight':
      return view => (isShift ? turned(view, TURN, aspect) : moved(view, -STEP, 0))
    case 'ArrowUp':
      return view => moved(view, 0, STEP)
    case 'ArrowDown':
      return view => moved(view, 0, -STEP)
    default:
      return null
  }
}
