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
    // Its first call comes once everything is laid out, still before it is painted: asking here would lay out the page once
    // for each panel.
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    for (const child of current.children) observer.observe(child)
    return () => observer.disconnect()
  })
  return [element, overflows]
}
