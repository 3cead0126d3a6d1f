import type { Channel, EventName } from './channels.ts'

/**
 * What the preload gives the screen, and nothing else: the listed questions and the listed events.
 * Both sides parse what crosses it, so it carries unknowns.
 */
export type Bridge = {
  readonly invoke: (channel: Channel, input: unknown) => Promise<unknown>
  /** Listens until the function that it returns is called. */
  readonly on: (event: EventName, listener: (payload: unknown) => void) => () => void
}
