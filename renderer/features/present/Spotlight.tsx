import { useEffect, useRef } from 'react'
import { cx } from '../../components/cx.ts'
import { shownScale } from '../../components/scale.ts'
import styles from './Spotlight.module.css'

/** A ring of light around the pointer, the rest of the screen dimmed, so that a room sees what is spoken of. */
export function Spotlight({ isOn }: { isOn: boolean }) {
  const spot = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Followed while it is off as well, so that it appears where the pointer is; nothing else is drawn again.
    const follow = (event: PointerEvent) => {
      const at = (pixels: number) => `${pixels / shownScale()}px`
      spot.current?.style.setProperty('--x', at(event.clientX))
      spot.current?.style.setProperty('--y', at(event.clientY))
    }
    window.addEventListener('pointermove', follow, { passive: true })
    return () => window.removeEventListener('pointermove', follow)
  }, [])
  return (
    <div
      ref={spot}
      className={cx(styles.spot, !isOn && styles.off)}
      data-spotlight=""
      aria-hidden="true"
    />
  )
}
