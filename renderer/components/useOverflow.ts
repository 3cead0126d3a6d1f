import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** Whether an element's content is longer than the element, so that only then it takes a tab stop for scrolling. */
export function useOverflow<E extends HTMLElement>(): [RefObject<E | null>, boolean] {
  const element = useRef<E>(null)
  const [overflows, setOverflows] = useState(false)
  useLayoutEffect(() => {
    const current = element.current
    if (current === null) return
    const measure = () => {
      setOverflows(
        current.scrollHeight > current.clientHeight + 1 ||
          current.scrollWidth > current.clientWidth + 1,
      )
    }
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    for (const child of current.children) observer.observe(child)
    measure()
    return () => observer.disconnect()
  })
  return [element, overflows]
}
