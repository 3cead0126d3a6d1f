import { useEffect, useSyncExternalStore } from 'react'

/** A part of the screen whose code is read when it is first wanted, or ahead of it. */
export type Part<T> = Readonly<{
  /** Reads it, once. */
  load: () => Promise<T>
  state: () => PartState<T>
  /** Tells of another state until the returned function is called. */
  listen: (listener: () => void) => () => void
}>

type PartState<T> =
  | Readonly<{ type: 'waiting' }>
  | Readonly<{ type: 'ready'; value: T }>
  | Readonly<{ type: 'failed'; error: unknown }>

export function partOf<T>(read: () => Promise<T>): Part<T> {
  const listeners = new Set<() => void>()
  let state: PartState<T> = { type: 'waiting' }
  let reading: Promise<T> | null = null
  const become = (next: PartState<T>) => {
    state = next
    for (const listener of listeners) listener()
  }
  const begin = async () => {
    try {
      const value = await read()
      become({ type: 'ready', value })
      return value
    } catch (error) {
      become({ type: 'failed', error })
      throw error
    }
  }
  return {
    load: () => {
      reading ??= begin()
      return reading
    },
    state: () => state,
    listen: listener => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

/** The part once it is read, else null. Where it is wanted now it is read at once, and a reading that failed is thrown. */
export function usePart<T>(part: Part<T>, isWanted: boolean): T | null {
  const state = useSyncExternalStore(part.listen, part.state)
  useEffect(() => {
    // What went wrong is in its state, for whoever draws it.
    if (isWanted && state.type === 'waiting') part.load().catch(() => {})
  }, [part, isWanted, state])
  if (state.type === 'failed' && isWanted) throw state.error
  return state.type === 'ready' ? state.value : null
}
