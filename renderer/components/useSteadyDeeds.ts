import { useLayoutEffect, useRef, useState } from 'react'

/**
 * The same functions at every drawing; each does what it did at the last one. What they are given to is not drawn anew for
 * them alone.
 */
export function useSteadyDeeds<D extends Readonly<Record<string, (...given: never[]) => void>>>(
  deeds: D,
): D {
  const latest = useRef(deeds)
  useLayoutEffect(() => {
    latest.current = deeds
  })
  const [steady] = useState(
    () =>
      // Each name has its own function's parameters: TypeScript does not follow that through Object.fromEntries.
      Object.fromEntries(
        Object.keys(deeds).map(name => [
          name,
          (...given: never[]) => latest.current[name]?.(...given),
        ]),
      ) as D,
  )
  return steady
}
