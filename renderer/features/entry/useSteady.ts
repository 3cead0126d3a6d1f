import { useState } from 'react'
import { isSame } from '../../../shared/forms/codec.ts'

/** The value as it was first given, until another one says something else: what depends on it is not drawn anew for nothing. */
export function useSteady<T>(value: T): T {
  const [kept, keep] = useState(() => value)
  if (Object.is(kept, value) || isSame(kept, value)) return kept
  keep(() => value)
  return value
}
