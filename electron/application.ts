import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { EventName } from '../shared/ipc/channels.ts'
import { workspacesFolder } from './dataFolder.ts'
import { createDemoPort } from './demo/demoWorkspace.ts'
import { createDispatch, type Dispatch } from './ipc/dispatch.ts'
import { createLesionReportPort } from './lesionReportPort.ts'
import { createPackPort } from './packPort.ts'
import { createSummaryPort } from './paperPort.ts'
import { createPdfEngine } from './pdf/pdfService.ts'
import { createPictureEngine } from './pictures/pictureService.ts'
import { fileSink, type LogSink } from './services/log.ts'
import type { HostPort } from './services/ports.ts'
import { createServices, type Services } from './services/services.ts'

export type ApplicationOptions = Readonly<{
  host: HostPort
  /** Workspaces and the log of bugs lie below it. */
  dataFolder: string
  /** The program's own read-only data, such as the demo case. */
  resourcesFolder: string
  /** The fonts of an installed MetBoard; null takes them from the installed packages. */
  fontFolder: string | null
  /** The PDF worker, bundled or as source. */
  pdfWorkerUrl: URL
  /** The worker that reads pictures, bundled or as source. */
  pictureWorkerUrl: URL
  /** Takes what the services tell the screen. */
  emit: (event: EventName, payload: unknown) => void
  /** Takes the log of bugs; a file in the data folder when not given. */
  logSink?: LogSink
}>

export type Application = Readonly<{
  /** Answers a question of the contract; never throws. */
  dispatch: Dispatch
  /** Closes the open workspace, if one is open, once the screen has kept what is typed. */
  lock: () => Promise<void>
  /** Locks, and stops the workers. */
  close: () => Promise<void>
}>

/** The first summary is asked for some time after a workspace is opened; its list of patients comes first. */
const WARM_UP_AFTER_MS = 3000

/** How long the screen has to keep what is typed before the workspace is locked all the same. */
const LOCKING_MS = 600

/** Waits until the workspace is closed, or for so long. */
async function closedWithin(services: Services, ms: number): Promise<void> {
  const end = Date.now() + ms
  while (services.session.state().state === 'open' && Date.now() < end)
    await new Promise<void>(resolve => {
      setTimeout(resolve, 20)
    })
}

/** MetBoard itself, for whichever host runs it: services, contract, PDF engine and demo put together. */
export function createApplication(options: ApplicationOptions): Application {
  const { host, dataFolder, resourcesFolder, fontFolder, pdfWorkerUrl, emit } = options
  // SECURITY: what lies below belongs to this computer account alone.
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const engine = createPdfEngine({ workerUrl: pdfWorkerUrl, fontFolder })
  const pictures = createPictureEngine({ workerUrl: options.pictureWorkerUrl })
  let warmUp: ReturnType<typeof setTimeout> | undefined
  const services = createServices({
    host,
    workspacesFolder: workspacesFolder(dataFolder),
    pdf: createSummaryPort(engine),
    lesionReport: createLesionReportPort(engine),
    pack: createPackPort(engine),
    pictures,
    demo: createDemoPort(resourcesFolder),
    emit: (event, payload) => {
      emit(event, payload)
      // Fonts and code of the PDF are read ahead, yet not while a workspace is being opened.
      if (event !== 'session:changed') return
      clearTimeout(warmUp)
      warmUp = setTimeout(() => void engine.warmUp().catch(() => undefined), WARM_UP_AFTER_MS)
      warmUp.unref()
    },
    logSink: options.logSink ?? fileSink(join(dataFolder, 'metboard.log')),
  })
  return {
    dispatch: createDispatch(services),
    async lock() {
      if (services.session.state().state === 'closed') return
      emit('session:locking', {})
      await closedWithin(services, LOCKING_MS)
      await services.session.lock()
    },
    async close() {
      clearTimeout(warmUp)
      try {
        await services.session.lock()
      } finally {
        await Promise.all([engine.close(), pictures.close()])
      }
    },
  }
}
