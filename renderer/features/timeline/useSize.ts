import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

type Size = Readonly<{ width: number; height: number }>

/** The inner size of an element in whole pixels, without its scroll bar; followed as it changes, 0 until it is laid out. */
export function useSize<T extends Element>(): [RefObject<T | null>, Size] {
  const ref = useRef<T>(null)
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element
      setSize(last => (last.width === width && last.height === height ? last : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, size]
}
