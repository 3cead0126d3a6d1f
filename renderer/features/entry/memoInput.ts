import { memo, type ReactNode } from 'react'
import { isSame } from '../../../shared/forms/codec.ts'

/**
 * An input that is drawn anew only when it is given something else, not with every letter typed into the form around it.
 * Its field says by its identity whether it changed; lists, such as options, are compared by what they hold.
 */
export function memoInput<I extends (props: never) => ReactNode>(input: I): I {
  // Memoized, it takes the same props, with the same type parameters.
  return memo(input as unknown as (props: object) => ReactNode, hasSameProps) as unknown as I
}

function hasSameProps(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): boolean {
  const names = Object.keys(after)
  return (
    names.length === Object.keys(before).length &&
    names.every(name => isSameProp(before[name], after[name]))
  )
}

function isSameProp(before: unknown, after: unknown): boolean {
  return (
    Object.is(before, after) ||
    (Array.isArray(before) && Array.isArray(after) && isSame(before, after))
  )
}
