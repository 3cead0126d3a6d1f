import type { Channel } from '../../shared/ipc/channels.ts'
import { transport } from './transport.ts'

/** What the first screen asks, whichever it is; none of it has an input. */
const FIRST = ['host:info', 'session:state'] as const satisfies readonly Channel[]

const replies = new Map<Channel, Promise<unknown>>()

/** Asks what the first screen needs, before its code runs: the services get ready meanwhile. */
export function askFirst(): void {
  for (const channel of FIRST) {
    const reply = transport().invoke(channel, {})
    // Whoever takes it is told of a failure.
    reply.catch(() => {})
    replies.set(channel, reply)
  }
}

/** The reply that is already on its way, for the first who asks; null for every other. */
export function takeFirstReply(channel: Channel): Promise<unknown> | null {
  const reply = replies.get(channel) ?? null
  replies.delete(channel)
  return reply
}
