import { useCallback, useSyncExternalStore } from 'react'
import { atScale, onScale } from './scale.ts'

export { COMPACT } from './scale.ts'

/** Whether a media query holds now, as seen at the scale in force: at 200 % a window has half its pixels. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      let media = window.matchMedia(atScale(query))
      const follow = () => {
        media.removeEventListener('change', onChange)
        media = window.matchMedia(atScale(query))
        media.addEventListener('change', onChange)
        onChange()
      }
      media.addEventListener('change', onChange)
      const stop = onScale(follow)
      return () => {
        stop()
        media.removeEventListener('change', onChange)
      }
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(atScale(query)).matches)
}
