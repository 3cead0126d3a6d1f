import type { Clock } from '../../electron/services/clock.ts'

export type ManualClock = Clock & Readonly<{ advance: (ms: number) => void }>

/** A clock that stands still until it is told to go on; due timers then run in their order. */
export function manualClock(start = '2026-11-22T14:32:00.000Z'): ManualClock {
  let now = Date.parse(start)
  const timers = new Map<object, { at: number; callback: () => void }>()
  return {
    now: () => new Date(now),
    after: (ms, callback) => {
      const key = {}
      timers.set(key, { at: now + ms, callback })
      return () => {
        timers.delete(key)
      }
    },
    advance: ms => {
      const end = now + ms
      for (;;) {
        const due = [...timers].filter(([, { at }]) => at <= end)
        const [next] = due.toSorted(([, a], [, b]) => a.at - b.at)
        if (next === undefined) break
        const [key, { at, callback }] = next
        timers.delete(key)
        now = Math.max(now, at)
        callback()
      }
      now = end
    },
  }
}
