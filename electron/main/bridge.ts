import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import { CHANNELS, type Channel, type EventName } from '../../shared/ipc/channels.ts'
import type { IpcError } from '../../shared/ipc/errors.ts'
import { refuse } from '../../shared/result.ts'
import { isOwnAddress } from './origin.ts'

const FORBIDDEN: IpcError = {
  kind: 'forbidden',
  message: 'Only MetBoard’s own window may ask this.',
}

/** Lets the window's page put the contract's questions to the services, and no other page. */
export function connectBridge(
  window: () => WebContents | null,
  dispatch: (channel: Channel, input: unknown) => Promise<unknown>,
): void {
  for (const channel of CHANNELS)
    ipcMain.handle(channel, (event, input: unknown) =>
      isTrusted(event, window()) ? dispatch(channel, input) : refuse(FORBIDDEN),
    )
}

/** Tells the window's page of an event, if there is a window. */
export function sendEvent(contents: WebContents | null, event: EventName, payload: unknown): void {
  if (contents !== null && !contents.isDestroyed()) contents.send(event, payload)
}

/** SECURITY: the sender is the one window, its main frame, on the screen's own address; checked before anything else. */
function isTrusted(
  { sender, senderFrame }: IpcMainInvokeEvent,
  window: WebContents | null,
): boolean {
  return (
    window !== null &&
    sender === window &&
    senderFrame !== null &&
    senderFrame === window.mainFrame &&
    isOwnAddress(senderFrame.url)
  )
}
