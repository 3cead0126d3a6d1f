import { app, BrowserWindow, nativeTheme } from 'electron'
import { screenOrigin } from './origin.ts'
import { readWindowState, rememberWindowState } from './windowState.ts'

/** Opens the one window; it shows itself as soon as there is something to see. */
export function openWindow({
  preload,
  stateFile,
}: {
  preload: string
  stateFile: string
}): BrowserWindow {
  const state = readWindowState(stateFile)
  const window = new BrowserWindow({
    width: 1920,
    height: 1080,
    ...(state === null ? {} : { x: state.x, y: state.y, width: state.width, height: state.height }),
    minWidth: 800,
    minHeight: 600,
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
    if (state?.maximized === true) window.maximize()
    window.show()
  })
  window.on('page-title-updated', event => event.preventDefault())
  void window.loadURL(`${screenOrigin()}/`)
  return window
}

/** A session in memory: no cache, cookie or storage of the screen reaches the disk. */
export const SCREEN_PARTITION = 'screen'
