import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
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

/**
 * Serves the built screen's files, by a fixed list, with the strict content security policy; `onScript` is called after
 * each of its scripts has been handed over.
 */
export function serveScreen(session: Session, folder: string, onScript: () => void): void {
  const files = listRendererFiles(folder)
  session.protocol.handle(APP_SCHEME, async ({ url, method }) => {
    const found = method === 'GET' ? files.get(new URL(url).pathname) : undefined
    if (found === undefined) return new Response('no such file', { status: 404, headers: HEADERS })
    const response = new Response(await readFile(found.file), {
      headers: { ...HEADERS, 'content-type': found.contentType },
    })
    if (found.file.endsWith('.js')) setTimeout(onScript)
    return response
  })
}
