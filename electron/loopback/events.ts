import type { ServerResponse } from 'node:http'
import type { EventName } from '../../shared/ipc/channels.ts'

const HEARTBEAT_MS = 20_000

/** The open event streams of the one session. */
export type EventStreams = Readonly<{
  open: (response: ServerResponse) => void
  send: (event: EventName, payload: unknown) => void
  /** Ends every stream; new ones may open. */
  disconnectAll: () => void
  stop: () => void
}>

export function createEventStreams(): EventStreams {
  const open = new Set<ServerResponse>()
  const heartbeat = setInterval(() => {
    for (const response of open) response.write(':\n\n')
  }, HEARTBEAT_MS)
  heartbeat.unref()
  return {
    open(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
      response.write('retry: 1000\n\n')
      open.add(response)
      response.on('close', () => open.delete(response))
    },
    send(event, payload) {
      const text = `event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`
      for (const response of open) response.write(text)
    },
    disconnectAll() {
      for (const response of open) response.end()
      open.clear()
    },
    stop() {
      clearInterval(heartbeat)
    },
  }
}
