import type { Channel } from '../../shared/ipc/channels.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'

/** One function a channel: parsed input in, output out; a refusal is thrown. */
export type Handlers = {
  readonly [C in Channel]: (input: Parsed<C>) => Output<C> | Promise<Output<C>>
}

/** The handlers of one noun. */
export type HandlersOf<Noun extends string> = Pick<Handlers, Extract<Channel, `${Noun}:${string}`>>
