import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get as httpGet } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LARGEST_BODY_BYTES } from '../../../electron/loopback/body.ts'
import { type LoopbackServer, startLoopbackServer } from '../../../electron/loopback/server.ts'
import { listRendererFiles } from '../../../electron/rendererFiles.ts'
import { decodeWire, encodeWire, WIRE_TYPE } from '../../../shared/ipc/wire.ts'
import { request } from './request.ts'

const PAGE = '<!doctype html><title>screen</title>'
const SECRET_FILE = 'not part of the screen'

let folder: string
let server: LoopbackServer
let asked: Array<{ channel: string; input: unknown }>
let takeovers: number

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'metboard-loopback-'))
  await mkdir(join(folder, 'screen', 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.json'), SECRET_FILE)
  await writeFile(join(folder, 'screen', 'index.html'), PAGE)
  await writeFile(join(folder, 'screen', 'assets', 'main.js'), 'export {}')
  await writeFile(join(folder, 'screen', 'assets', 'main.js.map'), SECRET_FILE)
  asked = []
  takeovers = 0
  server = await startLoopbackServer({
    dispatch: async (channel, input) => {
      asked.push({ channel, input })
      return { ok: true, value: { bytes: Buffer.from([1, 2, 255]) } }
    },
    files: listRendererFiles(join(folder, 'screen')),
    port: 0,
    onTakeover: async () => {
      takeovers += 1
    },
  })
})

afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

/** Opens the printed address as a browser does, and gives the cookie that it gets. */
async function signIn(): Promise<string> {
  const { pathname, search } = new URL(server.newAddress())
  const { headers } = await request(server.port, { path: pathname + search })
  return String(headers['set-cookie']).split(';')[0] ?? ''
}

function ask(
  cookie: string,
  headers: Record<string, string> = {},
  body: string | Uint8Array = '{}',
  path = '/api/session:state',
) {
  return request(server.port, {
    method: 'POST',
    path,
    headers: {
      origin: `http://127.0.0.1:${server.port}`,
      'content-type': 'application/json',
      cookie,
      ...headers,
    },
    body,
  })
}

describe('the one-time address', () => {
  test('is exchanged for a cookie that scripts and other sites cannot use, and leaves the address bar', async () => {
    const { pathname, search } = new URL(server.newAddress())
    const answer = await request(server.port, { path: pathname + search })
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/')
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^metboard-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    )
  })

  test('opens once: a second use is refused with a page that says so', async () => {
    const { pathname, search } = new URL(server.newAddress())
    await request(server.port, { path: pathname + search })
    const second = await request(server.port, { path: pathname + search })
    expect(second.status).toBe(403)
    expect(second.headers['set-cookie']).toBeUndefined()
    expect(second.text).toContain('This address was used already')
  })

  test('is refused when guessed, and stays good for its owner', async () => {
    const address = new URL(server.newAddress())
    const guessed = await request(server.port, { path: `/?token=${'A'.repeat(43)}` })
    expect(guessed.status).toBe(403)
    const own = await request(server.port, { path: address.pathname + address.search })
    expect(own.status).toBe(303)
  })

  test('ends the session before it, after locking what was open', async () => {
    const first = await signIn()
    const second = await signIn()
    expect(takeovers).toBe(2)
    expect((await ask(first)).status).toBe(401)
    expect((await ask(second)).status).toBe(200)
  })
})

describe('a browser without the session', () => {
  test('gets neither page, file, event nor answer', async () => {
    await signIn()
    const paths = ['/', '/assets/main.js', '/api/events']
    const answers = await Promise.all(paths.map(path => request(server.port, { path })))
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401])
    expect((await ask('')).status).toBe(401)
    expect(asked).toEqual([])
  })

  test('is refused with a foreign cookie, two cookies, and the cookie under another name', async () => {
    const cookie = await signIn()
    const [name = '', value = ''] = cookie.split('=')
    for (const tried of [
      `${name}=${'A'.repeat(43)}`,
      `${cookie}; ${cookie}`,
      `metboard=${value}`,
      `${name}=`,
    ])
      expect((await ask(tried)).status, tried.slice(0, 12)).toBe(401)
    expect(asked).toEqual([])
  })
})

describe('Host and Origin', () => {
  test('a foreign Host is refused before anything else', async () => {
    const cookie = await signIn()
    for (const host of [
      'evil.example',
      `evil.example:${server.port}`,
      '127.0.0.1',
      `[::1]:${server.port}`,
    ]) {
      const answer = await request(server.port, { headers: { host, cookie } })
      expect(answer.status, host).toBe(421)
    }
  })

  test('the host answers to localhost as well, whose pages are then their own origin', async () => {
    const cookie = await signIn()
    const host = `localhost:${server.port}`
    expect((await ask(cookie, { host, origin: `http://${host}` })).status).toBe(200)
    expect((await ask(cookie, { host })).status).toBe(403)
  })

  test('a question from another site, from none, and from a sandboxed frame is refused', async () => {
    const cookie = await signIn()
    for (const origin of [
      'http://evil.example',
      'null',
      `https://127.0.0.1:${server.port}`,
      'http://127.0.0.1:1',
    ])
      expect((await ask(cookie, { origin })).status, origin).toBe(403)
    const without = await request(server.port, {
      method: 'POST',
      path: '/api/session:state',
      headers: { 'content-type': 'application/json', cookie },
      body: '{}',
    })
    expect(without.status).toBe(403)
    expect((await ask(cookie, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect(asked).toEqual([])
  })

  test('nobody else is ever allowed by CORS', async () => {
    const cookie = await signIn()
    const preflight = await request(server.port, {
      method: 'OPTIONS',
      path: '/api/session:state',
      headers: { origin: 'http://evil.example', 'access-control-request-method': 'POST', cookie },
    })
    expect(preflight.status).toBe(405)
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined()
    expect((await ask(cookie)).headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('files', () => {
  test('are served from the list of the built screen, never kept by the browser', async () => {
    const cookie = await signIn()
    const page = await request(server.port, { headers: { cookie } })
    expect(page.text).toBe(PAGE)
    expect(page.headers['cache-control']).toBe('no-store')
    const script = await request(server.port, { path: '/assets/main.js', headers: { cookie } })
    expect([script.status, script.headers['content-type']]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ])
  })

  test('no path reaches a file outside that list', async () => {
    const cookie = await signIn()
    for (const path of [
      '/../secret.json',
      '/..%2fsecret.json',
      '/%2e%2e/secret.json',
      '/assets/..%5c..%5c..%5csecret.json',
      '/assets/../../secret.json',
      '//secret.json',
      `${folder}/secret.json`,
      '/assets/main.js.map',
      '/assets/',
      '/__proto__',
      '/index.html%00.js',
    ]) {
      const answer = await request(server.port, { path, headers: { cookie } })
      expect([400, 404], path).toContain(answer.status)
      expect(answer.text).not.toContain(SECRET_FILE)
    }
  })

  test('every answer carries the strict policies, refusals too', async () => {
    for (const path of ['/', '/?token=wrong', '/api/session:state']) {
      const { headers } = await request(server.port, { path })
      expect(headers['content-security-policy']).toContain(
        "default-src 'none'; script-src 'self'; style-src 'self'",
      )
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['content-security-policy']).not.toContain('unsafe')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['cross-origin-opener-policy']).toBe('same-origin')
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    }
  })
})

describe('questions', () => {
  test('reach the services with their input, and bytes go and come as they are', async () => {
    const cookie = await signIn()
    const type = { 'content-type': WIRE_TYPE }
    const answer = await ask(cookie, type, encodeWire({ a: new Uint8Array([0, 255]) }))
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe(WIRE_TYPE)
    expect(decodeWire(answer.bytes)).toEqual({
      ok: true,
      value: { bytes: new Uint8Array([1, 2, 255]) },
    })
    expect(asked).toEqual([{ channel: 'session:state', input: { a: new Uint8Array([0, 255]) } }])
  })

  test('of another method, channel, type or shape are refused', async () => {
    const cookie = await signIn()
    const get = await request(server.port, { path: '/api/session:state', headers: { cookie } })
    expect(get.status).toBe(405)
    const put = await request(server.port, { method: 'PUT', path: '/', headers: { cookie } })
    expect(put.status).toBe(405)
    expect((await ask(cookie, {}, '{}', '/api/db:call')).status).toBe(404)
    expect((await ask(cookie, {}, '{}', '/api/__proto__')).status).toBe(404)
    expect((await ask(cookie, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await ask(cookie, {}, '{"a":')).status).toBe(400)
    expect((await ask(cookie, {}, new Uint8Array([34, 0xff, 34]))).status).toBe(400)
    expect((await ask(cookie, {}, new Uint8Array([0, 1, 2]))).status).toBe(400)
    expect((await ask(cookie, {}, '['.repeat(5_000_000))).status).toBe(400)
    expect(
      (await ask(cookie, {}, '[[1]]'.replace('1', `${'['.repeat(100_000)}${']'.repeat(100_000)}`)))
        .status,
    ).toBe(400)
    expect(asked).toEqual([])
  })

  test('larger than the limit are refused, whether they say so or not', async () => {
    const cookie = await signIn()
    const said = await request(server.port, {
      method: 'POST',
      path: '/api/session:state',
      headers: {
        origin: `http://127.0.0.1:${server.port}`,
        'content-type': 'application/json',
        'content-length': String(LARGEST_BODY_BYTES + 1),
        cookie,
      },
      body: '{}',
    })
    expect(said.status).toBe(413)
    const unsaid = await ask(
      cookie,
      { 'transfer-encoding': 'chunked' },
      `"${'x'.repeat(LARGEST_BODY_BYTES)}"`,
    ).catch(() => ({ status: 413 }))
    expect(unsaid.status).toBe(413)
    expect(asked).toEqual([])
  })
})

test('events reach the session’s stream, and not a stream that another site opens', async () => {
  const cookie = await signIn()
  const foreign = await request(server.port, {
    path: '/api/events',
    headers: { cookie, 'sec-fetch-site': 'same-site' },
  })
  expect(foreign.status).toBe(403)
  const line = await new Promise<string>((resolve, reject) => {
    const sent = httpGet(
      { host: '127.0.0.1', port: server.port, path: '/api/events', headers: { cookie } },
      response => {
        expect(response.headers['content-type']).toContain('text/event-stream')
        server.emit('summary:progress', { job: 'a', done: 0.5 })
        let text = ''
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString('utf8')
          if (text.includes('data: ')) {
            resolve(text)
            sent.destroy()
          }
        })
        response.on('error', () => undefined)
      },
    )
    sent.on('error', reject)
  })
  expect(line).toContain('event: summary:progress\ndata: {"job":"a","done":0.5}\n\n')
})
