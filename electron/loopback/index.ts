import { createApplication } from '../application.ts'
import { RENDERER_FOLDER, RESOURCES_FOLDER, VERSION } from '../build.ts'
import { dataFolder } from '../dataFolder.ts'
import { listRendererFiles } from '../rendererFiles.ts'
import { type LoopbackServer, startLoopbackServer } from './server.ts'

export type LoopbackHost = Readonly<{
  port: number
  newAddress: () => string
  /** Locks, closes the database, ends every connection. */
  close: () => Promise<void>
}>

/** The whole application behind a server for one browser on this machine; the screen has to be built before. */
export async function startLoopbackHost(options: { port: number }): Promise<LoopbackHost> {
  const data = dataFolder()
  let server: LoopbackServer | null = null
  const application = createApplication({
    host: {
      kind: 'loopback',
      version: VERSION,
      // A browser has no dialog for a folder of this machine, and saves what it is given itself.
      canChooseFolder: false,
      canSaveFile: false,
      chooseFolder: async () => null,
      saveFile: async () => false,
      // The browser asks the person itself, each time.
      allowCamera: () => {},
      showSaved: async () => 'notSaved',
    },
    dataFolder: data,
    resourcesFolder: RESOURCES_FOLDER,
    fontFolder: null,
    pdfWorkerUrl: new URL('../pdf/worker.ts', import.meta.url),
    pictureWorkerUrl: new URL('../pictures/worker.ts', import.meta.url),
    emit: (event, payload) => server?.emit(event, payload),
  })
  const started = await startLoopbackServer({
    dispatch: application.dispatch,
    files: listRendererFiles(RENDERER_FOLDER),
    port: options.port,
    onTakeover: () => application.lock(),
  })
  server = started
  return {
    port: started.port,
    newAddress: started.newAddress,
    async close() {
      await started.close()
      await application.close()
    },
  }
}
