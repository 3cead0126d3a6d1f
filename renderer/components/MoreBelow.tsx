import { type RefObject, useEffect, useState } from 'react'
import styles from './MoreBelow.module.css'

/** Less than this, in pixels, is not worth scrolling for. */
const LEAST = 4

/** Says at the foot of what scrolls that it goes on, as long as it does; in a line of its own, so that it covers nothing. */
export function MoreBelow({ of }: { of: RefObject<HTMLElement | null> }) {
  const [isMore, setIsMore] = useState(false)
  useEffect(() => {
    const element = of.current
    if (element === null) return
    const measure = () =>
      setIsMore(element.scrollTop + element.clientHeight < element.scrollHeight - LEAST)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [of])
  return (
    <div className={styles.foot} data-more-below="" aria-hidden="true">
      {isMore && <span>more below</span>}
    </div>
  )
}
