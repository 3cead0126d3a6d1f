import { useEffect, useRef } from 'react'

/** Fills the screen while something is presented, where the host lets it; leaving the full screen, as Escape does, ends it. */
export function useFullScreen(onLeft: () => void): void {
  const latest = useRef(onLeft)
  useEffect(() => {
    latest.current = onLeft
  })
  useEffect(() => {
    let isOurs = false
    let isOver = false
    const follow = () => {
      if (document.fullscreenElement !== null) {
        isOurs = true
        return
      }
      if (isOurs && !isOver) latest.current()
    }
    document.addEventListener('fullscreenchange', follow)
    // A host that refuses shows the same in its window.
    document.documentElement.requestFullscreen?.().catch(() => {})
    return () => {
      isOver = true
      document.removeEventListener('fullscreenchange', follow)
      if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => {})
    }
  }, [])
}
