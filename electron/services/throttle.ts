import type { Clock } from './clock.ts'
import { workspaceProblem } from './refusal.ts'

const FREE_TRIES = 3
const FIRST_DELAY_S = 5
const LONGEST_DELAY_S = 300

type Record = { wrong: number; until: number }

export type Throttle = Readonly<{
  /** Throws `throttled` with the seconds to wait, while that is so. */
  check: (key: string) => void
  wrong: (key: string) => void
  right: (key: string) => void
}>

/**
 * After three wrong tries each further one makes the next wait twice as long, up to five minutes.
 * SECURITY: by folder, so that changing the user's name does not start anew.
 */
export function createThrottle(clock: Pick<Clock, 'now'>): Throttle {
  const records = new Map<string, Record>()
  return {
    check: key => {
      const left = (records.get(key)?.until ?? 0) - clock.now().getTime()
      if (left <= 0) return
      const seconds = Math.ceil(left / 1000)
      throw workspaceProblem(
        'throttled',
        `Too many wrong tries. Nothing was changed; wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, then try again.`,
      )
    },
    wrong: key => {
      const wrong = (records.get(key)?.wrong ?? 0) + 1
      const steps = wrong - FREE_TRIES
      const delay =
        steps < 0 ? 0 : Math.min(FIRST_DELAY_S * 2 ** Math.min(steps, 20), LONGEST_DELAY_S)
      records.set(key, { wrong, until: clock.now().getTime() + delay * 1000 })
    },
    right: key => {
      records.delete(key)
    },
  }
}
