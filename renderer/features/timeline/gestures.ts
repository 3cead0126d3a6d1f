/** What a hand does to the axis; positions and distances in the pixels of its drawing. */
export type Gestures = Readonly<{
  /** Zooms by a factor; what lies at `at` stays there. */
  onZoom: (factor: number, at: number) => void
  onPan: (distance: number) => void
  /** The hand rests. */
  onRest: () => void
}>

/** After the last turn of a wheel, in milliseconds. */
const REST_MS = 200
/** How far a pointer moves before it drags instead of pressing. */
const DRAG_FROM = 4
/** A line of a wheel that counts in lines, in pixels. */
const LINE = 16

/**
 * Wheel, drag and pinch over an element. The wheel zooms over the scale, or with Control or Alt; sideways, or with Shift,
 * it pans; otherwise it scrolls as everywhere. Returns how to stop listening.
 */
export function listenToHands(
  element: HTMLElement,
  isScale: (target: EventTarget | null) => boolean,
  hands: Gestures,
): () => void {
  const listening = new AbortController()
  const { signal } = listening
  let rest: ReturnType<typeof setTimeout> | undefined
  const restLater = () => {
    clearTimeout(rest)
    rest = setTimeout(hands.onRest, REST_MS)
  }
  /** The page may be drawn larger than its own pixels. */
  const scaleOf = () => place().scale
  const xOf = (clientX: number) => (clientX - place().left) / scaleOf()
  /** Asked once a gesture: asking in every frame would lay the page out twice. */
  let known: Readonly<{ left: number; scale: number; until: number }> | null = null
  function place() {
    const now = performance.now()
    if (known === null || known.until < now) {
      const { left, width } = element.getBoundingClientRect()
      const scale = element.offsetWidth === 0 ? 1 : width / element.offsetWidth
      known = { left, scale, until: 0 }
    }
    known = { ...known, until: now + REST_MS }
    return known
  }

  function onWheel(event: WheelEvent): void {
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE
    const [x, y] = [event.deltaX * unit, event.deltaY * unit]
    const isSideways = Math.abs(x) > Math.abs(y)
    const isZoom = event.ctrlKey || event.altKey || (isScale(event.target) && !isSideways)
    if (isZoom && !event.shiftKey) {
      event.preventDefault()
      // A pinch on a trackpad comes as a wheel with Control, in steps a tenth as large.
      const strength = event.ctrlKey && Math.abs(y) < 50 ? 0.01 : 0.002
      hands.onZoom(Math.exp(-y * strength), xOf(event.clientX))
      restLater()
    } else if (isSideways || event.shiftKey) {
      event.preventDefault()
      hands.onPan((isSideways ? x : y) / scaleOf())
      restLater()
    }
  }

  const pointers = new Map<number, { x: number; y: number }>()
  let isDragging = false
  let from = 0

  function onDown(event: PointerEvent): void {
    if (event.button !== 0 || isControl(event.target)) return
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    from = event.clientX
    isDragging = pointers.size > 1
  }

  function onMove(event: PointerEvent): void {
    const before = pointers.get(event.pointerId)
    if (before === undefined) return
    const now = { x: event.clientX, y: event.clientY }
    if (pointers.size > 1) {
      const [a, b] = [...pointers.values()]
      pointers.set(event.pointerId, now)
      const [c, d] = [...pointers.values()]
      if (!(a && b && c && d)) return
      const [old, next] = [Math.abs(a.x - b.x), Math.abs(c.x - d.x)]
      hands.onPan(((a.x + b.x) / 2 - (c.x + d.x) / 2) / scaleOf())
      if (old > 8 && next > 8) hands.onZoom(next / old, xOf((c.x + d.x) / 2))
      return
    }
    if (!isDragging && Math.abs(event.clientX - from) < DRAG_FROM) return
    if (!isDragging) {
      isDragging = true
      element.setPointerCapture(event.pointerId)
    }
    pointers.set(event.pointerId, now)
    hands.onPan((before.x - now.x) / scaleOf())
  }

  function onUp(event: PointerEvent): void {
    if (!pointers.delete(event.pointerId) || !isDragging) return
    if (pointers.size === 0) {
      // The press that ends a drag selects nothing.
      const stop = (click: Event) => click.stopPropagation()
      element.addEventListener('click', stop, { capture: true, once: true })
      setTimeout(() => element.removeEventListener('click', stop, { capture: true }))
      isDragging = false
    }
    hands.onRest()
  }

  element.addEventListener('wheel', onWheel, { passive: false, signal })
  element.addEventListener('pointerdown', onDown, { signal })
  element.addEventListener('pointermove', onMove, { signal })
  element.addEventListener('pointerup', onUp, { signal })
  element.addEventListener('pointercancel', onUp, { signal })
  return () => {
    clearTimeout(rest)
    listening.abort()
  }
}

/** Buttons and switches over the axis keep their own pointer; what stands for an event is part of the axis. */
function isControl(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('button:not([role=option]), [role=radio], [data-keeps-pointer]') !== null
  )
}
