import { join } from 'node:path'
import { app, type BrowserWindow, powerMonitor, session, shell, type WebContents } from 'electron'
import type { Application } from '../application.ts'
import { dataFolder } from '../dataFolder.ts'
import { connectBridge, sendEvent } from './bridge.ts'
import { chooseFolder, saveFile } from './dialogs.ts'
import { installMenu } from './menu.ts'
import { registerScheme, serveScreen } from './protocol.ts'
import { createSavedFiles } from './savedFiles.ts'
import { allowCamera, hardenProcess, hardenSession } from './security.ts'
import { openWindow, SCREEN_PARTITION } from './window.ts'

// The program as built, whether in its folder or in its archive: `out/main`, `out/preload`, `out/renderer`, `resources`.
const program = join(import.meta.dirname, '..', '..')
const data = dataFolder()

// Also the place of the single-instance lock: two MetBoards on different data may run side by side.
app.setPath('userData', data)
hardenProcess()
registerScheme()

let window: BrowserWindow | null = null

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  app.whenReady().then(start, fail)
} else {
  app.quit()
}

async function start(): Promise<void> {
  const screen = session.fromPartition(SCREEN_PARTITION)
  hardenSession(screen)
  hardenSession(session.defaultSession)

  // The services are read when the screen first asks, which it does before the rest of its own code runs.
  const contents = () => window?.webContents ?? null
  let services: Promise<Application> | null = null
  const application = () => {
    if (services !== null) return services
    services = createServices(contents)
    services.catch(fail)
    return services
  }
  const lock = () => void services?.then(ready => ready.lock())
  serveScreen(screen, join(program, 'out', 'renderer'))
  connectBridge(contents, async (channel, input) => (await application()).dispatch(channel, input))
  installMenu({ lock })
  closeCleanly(async () => (await services)?.close())

  window = openWindow({
    preload: join(program, 'out', 'preload', 'index.cjs'),
    stateFile: join(data, 'window.json'),
  })
  window.on('closed', () => {
    window = null
    app.quit()
  })
  // SECURITY: whoever finds the machine awake again has to unlock the workspace (FEATURES A2).
  powerMonitor.on('suspend', lock)
  powerMonitor.on('lock-screen', lock)
}

const savedFiles = createSavedFiles(shell)

async function createServices(contents: () => WebContents | null): Promise<Application> {
  const { createApplication } = await import('../application.ts')
  return createApplication({
    host: {
      kind: 'electron',
      version: app.getVersion(),
      canChooseFolder: true,
      canSaveFile: true,
      chooseFolder: async () => (window === null ? null : chooseFolder(window)),
      saveFile: async (name, bytes) => {
        const path = window === null ? null : await saveFile(window, name, bytes)
        if (path !== null) savedFiles.remember(name, path)
        return path !== null
      },
      allowCamera,
      showSaved: (name, bytes, how) => savedFiles.show(name, bytes, how),
    },
    dataFolder: data,
    resourcesFolder: join(program, 'resources'),
    fontFolder: app.isPackaged ? join(process.resourcesPath, 'fonts') : null,
    pdfWorkerUrl: new URL('./pdfWorker.js', import.meta.url),
    pictureWorkerUrl: new URL('./pictureWorker.js', import.meta.url),
    emit: (event, payload) => sendEvent(contents(), event, payload),
  })
}

/** Holds the end of the process until the database is closed. */
function closeCleanly(close: () => Promise<void>): void {
  app.on('will-quit', event => {
    event.preventDefault()
    close().then(
      () => setImmediate(() => app.exit(0)),
      () => setImmediate(() => app.exit(1)),
    )
  })
}

/** A start that fails ends the process: a window without its services would only look alive. */
function fail(): void {
  process.stderr.write('MetBoard could not start. Nothing was changed.\n')
  app.exit(1)
}
