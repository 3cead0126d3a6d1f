import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { IpcError } from '../../shared/ipc/errors.ts'
import { decodeWire, encodeWire, WIRE_TYPE } from '../../shared/ipc/wire.ts'
import { refuse } from '../../shared/result.ts'

const NO_LONGER_CONNECTED: IpcError = {
  kind: 'locked',
  message:
    'This window is no longer connected to MetBoard. Everything saved is kept; open the address that MetBoard printed when it was started last.',
}

/** The bridge of a browser: questions by POST, events by Server-Sent Events, to where the page came from. */
export function loopbackBridge(): Bridge {
  let source: EventSource | null = null
  return {
    async invoke(channel, input) {
      const response = await fetch(`/api/${channel}`, {
        method: 'POST',
        headers: { 'content-type': WIRE_TYPE },
        body: encodeWire(input),
        cache: 'no-store',
        redirect: 'error',
      })
      if (response.status === 401 || response.status === 403) return refuse(NO_LONGER_CONNECTED)
      return decodeWire(new Uint8Array(await response.arrayBuffer()))
    },
    on(event, listener) {
      source ??= new EventSource('/api/events')
      const forward = ({ data }: MessageEvent<string>) => listener(JSON.parse(data))
      source.addEventListener(event, forward)
      return () => source?.removeEventListener(event, forward)
    },
  }
}
