import { join } from 'node:path'
import { type Application, createApplication } from '../../../electron/application.ts'
import type { Channel } from '../../../shared/ipc/channels.ts'
import type { Input, Output, Reply } from '../../../shared/ipc/contract.ts'

export const PASSPHRASE = 'nine plain test horses'
export const USER = 'Dr Testa'

/** The whole application over a data folder, with its own workers and its own log. */
export function wholeApplication(dataFolder: string): Application {
  const source = (file: string) => new URL(`../../../electron/${file}`, import.meta.url)
  return createApplication({
    host: {
      kind: 'loopback',
      version: '0.0.0-test',
      canChooseFolder: false,
      canSaveFile: false,
      chooseFolder: async () => null,
      saveFile: async () => false,
      allowCamera: () => {},
      showSaved: async () => 'notSaved',
    },
    dataFolder,
    resourcesFolder: join(import.meta.dirname, '../../../resources'),
    fontFolder: null,
    pdfWorkerUrl: source('pdf/worker.ts'),
    pictureWorkerUrl: source('pictures/worker.ts'),
    emit: () => undefined,
  })
}

export type Asking = Readonly<{
  ask: <C extends Channel>(channel: C, input: Input<C>) => Promise<Reply<C>>
  get: <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C>>
}>

/** Questions to an application; `get` throws where one is refused. */
export function askingOf({ dispatch }: Application): Asking {
  const ask = <C extends Channel>(channel: C, input: Input<C>) =>
    dispatch(channel, input) as Promise<Reply<C>>
  return {
    ask,
    get: async (channel, input) => {
      const reply = await ask(channel, input)
      if (!reply.ok) throw new Error(`${channel} was refused: ${JSON.stringify(reply.error)}`)
      return reply.value
    },
  }
}
