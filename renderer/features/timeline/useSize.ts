import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { whenLaidOut } from '../../components/whenLaidOut.ts'

type Size = Readonly<{ width: number; height: number }>

/** What an element of a name measured last, the likeliest size of the next one before it is laid out. */
const lastSizes = new Map<string, Size>()

/**
 * The inner size of an element in whole pixels, without its scroll bar; followed as it changes. Until it is laid out it
 * is what the last element of this name had, so that the first drawing is already the right one; 0 for the first of all.
 * `place` names what else decides about the size, such as what stands beside the element: with another place the size is
 * at once the one that was measured there last, not the one of the place before.
 */
export function useSize<T extends Element>(name: string, place = ''): [RefObject<T | null>, Size] {
  const ref = useRef<T>(null)
  const key = `${name}, ${place}`
  const [known, setKnown] = useState(() => ({
    key,
    size: lastSizes.get(key) ?? { width: 0, height: 0 },
  }))
  const expected = known.key === key ? known.size : (lastSizes.get(key) ?? known.size)
  if (known.key !== key) setKnown({ key, size: expected })
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element
      if (width > 0) lastSizes.set(key, { width, height })
      setKnown(last =>
        last.key === key && last.size.width === width && last.size.height === height
          ? last
          : { key, size: { width, height } },
      )
    }
    // A size that is likely right is not worth laying out the page for; it is corrected before anything is painted.
    if (!lastSizes.has(key)) measure()
    return whenLaidOut([element], measure)
  }, [key])
  return [ref, expected]
}
