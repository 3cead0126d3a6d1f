import type { Zone } from '../../shared/dates/zone.ts'

/** Time as the services see it, so that a test can turn it. */
export type Clock = Readonly<{
  now: () => Date
  /** Calls back once after so many milliseconds; the result cancels. */
  after: (ms: number, callback: () => void) => () => void
}>

/** The machine's clock; a waiting timer does not keep the process alive. */
export const SYSTEM_CLOCK: Clock = {
  now: () => new Date(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** How far this machine's clock on the wall is ahead of UTC. */
export const MACHINE_ZONE: Zone = atMs => -new Date(atMs).getTimezoneOffset()
