import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { whenLaidOut } from './whenLaidOut.ts'

/**
 * Whether an element's content is larger than the element, so that only then it takes a tab stop for scrolling; and whether
 * it goes on below, so that only then room is taken to say so. Room taken for what is too wide could be what makes it too wide.
 */
export function useOverflow<E extends HTMLElement>(): [RefObject<E | null>, boolean, boolean] {
  const element = useRef<E>(null)
  const [overflows, setOverflows] = useState(false)
  const [isLonger, setIsLonger] = useState(false)
  useLayoutEffect(() => {
    const current = element.current
    if (current === null) return
    const measure = () => {
      const isLong = current.scrollHeight > current.clientHeight + footOf(current) + 1
      setIsLonger(isLong)
      setOverflows(isLong || current.scrollWidth > current.clientWidth + 1)
    }
    // Asking here would lay out the page once for each panel.
    return whenLaidOut([current, ...current.children], measure)
  })
  return [element, overflows, isLonger]
}

/** What the line that says so has taken from the element: without it the element may be high enough again. */
function footOf({ nextElementSibling: next }: Element): number {
  return next instanceof HTMLElement && 'moreBelow' in next.dataset ? next.offsetHeight : 0
}
