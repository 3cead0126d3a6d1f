import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

type Size = Readonly<{ width: number; height: number }>

/** What an element of a name measured last, the likeliest size of the next one before it is laid out. */
const lastSizes = new Map<string, Size>()

/**
 * The inner size of an element in whole pixels, without its scroll bar; followed as it changes. Until it is laid out it
 * is what the last element of this name had, so that the first drawing is already the right one; 0 for the first of all.
 */
export function useSize<T extends Element>(name: string): [RefObject<T | null>, Size] {
  const ref = useRef<T>(null)
  const [size, setSize] = useState<Size>(() => lastSizes.get(name) ?? { width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element
      if (width > 0) lastSizes.set(name, { width, height })
      setSize(last => (last.width === width && last.height === height ? last : { width, height }))
    }
    // A size that is likely right is not worth laying out the page for: the observer tells before anything is painted.
    if (!lastSizes.has(name)) measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [name])
  return [ref, size]
}
