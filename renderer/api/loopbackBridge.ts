import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { IpcError } from '../../shared/ipc/errors.ts'
import { decodeWire, encodeWire } from '../../shared/ipc/wire.ts'
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
        headers: { 'content-type': 'application/json' },
        body: encodeWire(input, toBase64),
        cache: 'no-store',
        redirect: 'error',
      })
      if (response.status === 401 || response.status === 403) return refuse(NO_LONGER_CONNECTED)
      return decodeWire(await response.text(), fromBase64)
    },
    on(event, listener) {
      source ??= new EventSource('/api/events')
      const forward = ({ data }: MessageEvent<string>) => listener(decodeWire(data, fromBase64))
      source.addEventListener(event, forward)
      return () => source?.removeEventListener(event, forward)
    },
  }
}

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 0x8000)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)))
  return btoa(parts.join(''))
}

function fromBase64(base64: string): Uint8Array {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}
