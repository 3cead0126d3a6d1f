import { readFile } from 'node:fs/promises'
import { type ProtocolResponse, protocol, type Session } from 'electron'
import { contentSecurityPolicy } from '../contentSecurityPolicy.ts'
import { listRendererFiles } from '../rendererFiles.ts'
import { APP_SCHEME } from './origin.ts'

/** Before Electron is ready: the screen's scheme is as good as https to Chromium, with an origin of its own. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

const HEADERS = {
  'content-security-policy': contentSecurityPolicy({ connect: "'none'" }),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** Serves the built screen's files, by a fixed list, with the strict content security policy. */
export function serveScreen(session: Session, folder: string): void {
  const files = listRendererFiles(folder)
  const answer = async (method: string, path: string): Promise<ProtocolResponse> => {
    const found = method === 'GET' ? files.get(path) : undefined
    if (found === undefined)
      return { statusCode: 404, headers: HEADERS, data: Buffer.from('no such file') }
    const data = await readFile(found.file)
    return { headers: { ...HEADERS, 'content-type': found.contentType }, data }
  }
  // `protocol.handle` answers with the Response of fetch, which takes Node as long to load as the page itself.
  session.protocol.registerBufferProtocol(APP_SCHEME, ({ method, url }, reply) => {
    answer(method, new URL(url).pathname).then(reply, () => reply({ error: FAILED }))
  })
}

/** Chromium's number of a request that failed. */
const FAILED = -2
