import { type RefObject, useEffect, useState } from 'react'
import styles from './MoreBelow.module.css'
import { whenLaidOut } from './whenLaidOut.ts'

/** Less than this, in pixels, is not worth scrolling for. */
const LEAST = 4

/** Says at the foot of what scrolls that it goes on, as long as it does; in a line of its own, so that it covers nothing. */
export function MoreBelow({ of }: { of: RefObject<HTMLElement | null> }) {
  // It stands only where there is more, which is below until somebody scrolls.
  const [isMore, setIsMore] = useState(true)
  useEffect(() => {
    const element = of.current
    if (element === null) return
    const measure = () =>
      setIsMore(element.scrollTop + element.clientHeight < element.scrollHeight - LEAST)
    const stop = whenLaidOut([element, ...element.children], measure)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      stop()
      element.removeEventListener('scroll', measure)
    }
  }, [of])
  return (
    <div className={styles.foot} data-more-below="" aria-hidden="true">
      {isMore && <span>more below</span>}
    </div>
  )
}
