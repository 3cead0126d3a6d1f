import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import { CHANNELS, EVENTS } from '../../shared/ipc/channels.ts'

const channels: ReadonlySet<string> = new Set(CHANNELS)
const events: ReadonlySet<string> = new Set(EVENTS)

const bridge: Bridge = {
  invoke(channel, input) {
    // SECURITY: the page may name listed channels only, so that nothing else of Electron's IPC is reachable.
    if (!channels.has(channel)) return Promise.reject(new Error('unknown channel'))
    return ipcRenderer.invoke(channel, input)
  },
  on(event, listener) {
    if (!events.has(event)) throw new Error('unknown event')
    // SECURITY: the IPC event object, with its sender, stays on this side of the bridge.
    const forward = (_event: unknown, payload: unknown) => listener(payload)
    ipcRenderer.on(event, forward)
    return () => {
      ipcRenderer.off(event, forward)
    }
  },
}

contextBridge.exposeInMainWorld('api', bridge)
