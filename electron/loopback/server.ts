import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CHANNELS, type Channel, type EventName } from '../../shared/ipc/channels.ts'
import { decodeWire, encodeWire, WIRE_TYPE } from '../../shared/ipc/wire.ts'
import type { RendererFile } from '../rendererFiles.ts'
import { createAccess } from './access.ts'
import { readBody } from './body.ts'
import { createEventStreams } from './events.ts'
import { SECURITY_HEADERS } from './headers.ts'
import { isNestedBeyond } from './nesting.ts'
import { NO_ACCESS_PAGE, USED_ADDRESS_PAGE } from './pages.ts'

// SECURITY: what the services take is nested a dozen deep; the rest is made to exhaust whoever walks through it.
const MOST_NESTED = 64

export type LoopbackServer = Readonly<{
  port: number
  /** An address that opens MetBoard once; whoever uses it takes the session over, and earlier ones are void. */
  newAddress: () => string
  emit: (event: EventName, payload: unknown) => void
  close: () => Promise<void>
}>

export type LoopbackOptions = Readonly<{
  /** The services: answers every question, a malformed one with a refusal. */
  dispatch: (channel: Channel, input: unknown) => Promise<unknown>
  files: ReadonlyMap<string, RendererFile>
  /** 0 takes any free port. */
  port: number
  /** Called before a browser takes the session over, so that nothing open passes from one person to another. */
  onTakeover: () => Promise<void>
}>

const channels: ReadonlySet<string> = new Set(CHANNELS)
const isChannel = (name: string): name is Channel => channels.has(name)

/** Serves the screen and the services to one browser on this machine. */
export async function startLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const streams = createEventStreams()
  let port = 0
  const access = createAccess(() => port)
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      // SECURITY: what went wrong is never told over the wire.
      if (response.headersSent) response.destroy()
      else end(response, 500, 'text/plain', 'internal error')
    })
  })
  server.headersTimeout = 10_000
  server.requestTimeout = 60_000

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    const origins = [`http://127.0.0.1:${port}`, `http://localhost:${port}`]
    const host = request.headers.host ?? ''
    // SECURITY: against DNS rebinding; a foreign name that resolves to this machine is not this host.
    if (!origins.includes(`http://${host}`)) return end(response, 421, 'text/plain', 'wrong host')
    const url = new URL(request.url ?? '/', `http://${host}`)
    // SECURITY: `//name` and whole addresses in the request line must not move the request elsewhere.
    if (url.host !== host) return end(response, 400, 'text/plain', 'bad address')
    const path = url.pathname
    if (path.startsWith('/api/') && path !== '/api/events')
      return question(path.slice(5), request, response)
    if (request.method !== 'GET')
      return end(response, 405, 'text/plain', 'only GET', { allow: 'GET' })
    const token = path === '/' ? url.searchParams.get('token') : null
    if (token !== null) return exchange(token, response)
    if (!access.isAllowed(request.headers.cookie))
      return end(response, 401, 'text/html', NO_ACCESS_PAGE)
    if (path === '/api/events') {
      // SECURITY: no other site may listen, cookie or not.
      if (isFromElsewhere(request)) return end(response, 403, 'text/plain', 'wrong origin')
      return streams.open(response)
    }
    return asset(path, response)
  }

  async function exchange(token: string, response: ServerResponse): Promise<void> {
    const secret = access.exchange(token)
    if (secret === null) return end(response, 403, 'text/html', USED_ADDRESS_PAGE)
    streams.disconnectAll()
    await options.onTakeover()
    end(response, 303, 'text/plain', '', { location: '/', 'set-cookie': access.cookie(secret) })
  }

  async function question(
    name: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (request.method !== 'POST')
      return end(response, 405, 'text/plain', 'only POST', { allow: 'POST' })
    // SECURITY: another site's page in this browser can neither ask nor change anything.
    if (request.headers.origin !== `http://${request.headers.host}` || isFromElsewhere(request))
      return end(response, 403, 'text/plain', 'wrong origin')
    if (!access.isAllowed(request.headers.cookie))
      return end(response, 401, 'text/plain', 'not open here')
    if (!isChannel(name)) return end(response, 404, 'text/plain', 'no such channel')
    // SECURITY: neither is a type that a form of another site can send without asking first.
    if (!/^application\/(octet-stream|json)(;|$)/.test(request.headers['content-type'] ?? ''))
      return end(response, 415, 'text/plain', 'only messages')
    const body = await readBody(request)
    if (body === null) return end(response, 413, 'text/plain', 'too large', { connection: 'close' })
    let input: unknown
    try {
      input = decodeWire(body)
      if (isNestedBeyond(input, MOST_NESTED)) throw new SyntaxError('nested too deep')
    } catch {
      return end(response, 400, 'text/plain', 'no message')
    }
    const reply = await options.dispatch(name, input)
    end(response, 200, WIRE_TYPE, encodeWire(reply))
  }

  async function asset(path: string, response: ServerResponse): Promise<void> {
    const found = options.files.get(path)
    if (found === undefined) return end(response, 404, 'text/plain', 'no such file')
    end(response, 200, found.contentType, await readFile(found.file))
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // SECURITY: this machine only; the host is never reachable from a network.
    server.listen({ host: '127.0.0.1', port: options.port, exclusive: true }, resolve)
  })
  port = (server.address() as AddressInfo).port
  return {
    port,
    newAddress: () => `http://127.0.0.1:${port}/?token=${access.issueToken()}`,
    emit: (event, payload) => streams.send(event, payload),
    close: () =>
      new Promise(resolve => {
        streams.disconnectAll()
        streams.stop()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Whether a browser says that another site caused the request; absent in clients that do not say. */
function isFromElsewhere({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  return site !== undefined && site !== 'same-origin'
}

function end(
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type':
      contentType.includes(';') || !contentType.startsWith('text/')
        ? contentType
        : `${contentType}; charset=utf-8`,
    ...headers,
  })
  response.end(body)
}
