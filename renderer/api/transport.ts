import type { Bridge } from '../../shared/ipc/bridge.ts'
import { loopbackBridge } from './loopbackBridge.ts'

declare global {
  interface Window {
    /** Set by the preload in Electron; absent in a browser. */
    readonly api?: Bridge
  }
}

let chosen: Bridge | null = null

/** The way to the services from here: Electron's bridge, or the loopback host that served this page. */
export function transport(): Bridge {
  chosen ??= window.api ?? loopbackBridge()
  return chosen
}
