import type { Outcome, OutcomeBody } from '../../../shared/meeting/outcome.ts'

/** A save begins after this pause in typing, and at the latest so long after the first letter that is not kept yet. */
const PAUSE_MS = 400
const LATEST_MS = 900
/** What could not be kept is tried again by itself. */
const RETRY_MS = 2000

export type Keeping = Readonly<{
  body: OutcomeBody
  /** As stored last; null while nothing is. */
  stored: Outcome | null
  /** `kept`: all that was typed is on disk. */
  state: 'kept' | 'typed' | 'keeping' | 'failed'
  /** Why the last save was refused. */
  error: unknown
}>

type Options = Readonly<{
  stored: Outcome | null
  blank: OutcomeBody
  save: (revision: number | null, body: OutcomeBody) => Promise<Outcome>
  onChange: (keeping: Keeping) => void
}>

/**
 * Keeps an outcome as it is typed. One save follows another, so that each names the revision that the one before it left;
 * what is typed meanwhile goes with the next.
 */
export function createOutcomeKeeper({ stored, blank, save, onChange }: Options) {
  let now: Keeping = { body: stored?.body ?? blank, stored, state: 'kept', error: null }
  let timer: ReturnType<typeof setTimeout> | undefined
  let dirtySince: number | null = null
  let sending: Promise<void> | null = null

  function set(part: Partial<Keeping>): void {
    now = { ...now, ...part }
    onChange(now)
  }

  function schedule(delay: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), delay)
  }

  async function send(): Promise<void> {
    while (dirtySince !== null) {
      dirtySince = null
      const { body } = now
      set({ state: 'keeping' })
      try {
        const outcome = await save(now.stored?.revision ?? null, body)
        set({ stored: outcome, error: null, state: dirtySince === null ? 'kept' : 'typed' })
      } catch (error) {
        dirtySince ??= Date.now()
        set({ state: 'failed', error })
        schedule(RETRY_MS)
        return
      }
    }
  }

  /** Resolves once everything typed so far is on disk, or could not be put there. */
  function flush(): Promise<void> {
    clearTimeout(timer)
    sending ??= send().finally(() => {
      sending = null
    })
    return sending
  }

  return {
    get: () => now,
    change: (body: OutcomeBody) => {
      const at = Date.now()
      dirtySince ??= at
      set({ body, state: now.state === 'failed' ? 'failed' : 'typed' })
      schedule(Math.max(0, Math.min(PAUSE_MS, dirtySince + LATEST_MS - at)))
    },
    flush,
    /** Takes what is stored for the state to go on from; what was typed here stays, and is kept over it. */
    rebase: (outcome: Outcome | null) => {
      set({ stored: outcome })
      return flush()
    },
    /** Takes an answer that is not about what is typed, such as a signature. */
    take: (outcome: Outcome) => {
      set({ stored: outcome, ...(dirtySince === null ? { body: outcome.body } : {}) })
    },
    /** Nothing is sent any more by itself. */
    stop: () => clearTimeout(timer),
  }
}
export type OutcomeKeeper = ReturnType<typeof createOutcomeKeeper>
