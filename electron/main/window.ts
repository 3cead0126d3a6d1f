import { app, BrowserWindow, nativeTheme } from 'electron'
import { screenOrigin } from './origin.ts'
import { LEAST_SIZE } from './windowPlace.ts'
import { rememberWindowState, windowPlace } from './windowState.ts'

/** Opens the one window; it shows itself as soon as there is something to see. */
export function openWindow({
  preload,
  stateFile,
}: {
  preload: string
  stateFile: string
}): BrowserWindow {
  const { maximized, ...bounds } = windowPlace(stateFile)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    show: false,
    title: 'MetBoard',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181b' : '#ffffff',
    webPreferences: {
      preload,
      // SECURITY: the page has no Node, runs sandboxed, and shares no world with the preload.
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      plugins: false,
      navigateOnDragDrop: false,
      // SECURITY: what is typed goes to no spell checker.
      spellcheck: false,
      // SECURITY: an installed MetBoard has no inspector.
      devTools: !app.isPackaged,
      // SECURITY: what a page keeps would lie on disk in the clear; the services keep drafts, encrypted.
      partition: SCREEN_PARTITION,
    },
  })
  rememberWindowState(window, stateFile)
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
  })
  window.on('page-title-updated', event => event.preventDefault())
  void window.loadURL(`${screenOrigin()}/`)
  return window
}

/** A session in memory: no cache, cookie or storage of the screen reaches the disk. */
export const SCREEN_PARTITION = 'screen'
