import { useEffect } from 'react'
import { api } from '../../api/client.ts'

const EVERY_MS = 20_000

/** Tells the services that somebody is still here, so that the workspace does not lock under their hands. */
export function useIdleTouch(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return
    let last = 0
    const touch = () => {
      const now = performance.now()
      if (now - last < EVERY_MS) return
      last = now
      // A failed touch only lets the lock come sooner, and the next one tries again.
      api.invoke('session:touch', {}).catch(() => {})
    }
    const events = ['pointerdown', 'keydown', 'wheel', 'pointermove'] as const
    for (const event of events) window.addEventListener(event, touch, { passive: true })
    return () => {
      for (const event of events) window.removeEventListener(event, touch)
    }
  }, [isOpen])
}
