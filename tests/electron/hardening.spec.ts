import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from './fixtures.ts'

test('the window opens on the program’s own screen', async ({ window }) => {
  expect(window.url()).toBe('app://metboard/')
  expect(await window.title()).toBe('MetBoard')
  await expect(window.locator('#root')).not.toBeEmpty()
})

test('the page is sandboxed, in a world of its own, and has no Node', async ({ app, window }) => {
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    // Not in the published types; Electron's own account of what holds for this page.
    const last = (
      contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
    ).getLastWebPreferences()
    const { sandbox, contextIsolation, nodeIntegration, webviewTag } = last
    return { sandbox, contextIsolation, nodeIntegration, webviewTag }
  })
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
  })
  const seen = await window.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      name => name in globalThis,
    ),
  )
  expect(seen).toEqual([])
})

test('the bridge offers the two functions, and knows no channel beside the contract’s', async ({
  window,
}) => {
  const outcome = await window.evaluate(async () => {
    const { api } = globalThis as unknown as {
      api: { invoke: (...given: unknown[]) => Promise<unknown>; on: (...given: unknown[]) => void }
    }
    const refused = async (work: () => unknown) => {
      try {
        await work()
        return false
      } catch {
        return true
      }
    }
    return {
      keys: Object.keys(api).sort(),
      unknownChannel: await refused(() => api.invoke('db:call', {})),
      unknownEvent: await refused(() => api.on('ELECTRON_ANY', () => undefined)),
      state: await api.invoke('session:state', {}),
    }
  })
  expect(outcome).toMatchObject({
    keys: ['invoke', 'on'],
    unknownChannel: true,
    unknownEvent: true,
    state: { ok: true, value: { state: 'closed' } },
  })
})

test('leaving the screen is refused, by script, link and frame', async ({ window }) => {
  for (const address of [
    'https://example.org/',
    'file:///etc/passwd',
    'app://other/',
    'data:text/html,x',
  ]) {
    await window.evaluate(target => {
      const link = document.createElement('a')
      link.href = target
      document.body.append(link)
      link.click()
      link.remove()
    }, address)
    await window.evaluate(target => {
      try {
        location.href = target
      } catch {
        // Refused by Chromium itself.
      }
    }, address)
    expect(await window.evaluate(() => location.href), address).toBe('app://metboard/')
  }
  const frames = await window.evaluate(async () => {
    const frame = document.createElement('iframe')
    frame.src = 'https://example.org/'
    const loaded = new Promise(resolve => {
      frame.onload = resolve
      frame.onerror = resolve
    })
    document.body.append(frame)
    await loaded
    try {
      return frame.contentDocument === null ? 'opaque' : frame.contentDocument.body.textContent
    } finally {
      frame.remove()
    }
  })
  expect(['opaque', '']).toContain(frames)
})

test('a second window is refused', async ({ app, window }) => {
  const opened = await window.evaluate(() => globalThis.open('https://example.org/') !== null)
  const own = await window.evaluate(() => globalThis.open('app://metboard/') !== null)
  expect([opened, own]).toEqual([false, false])
  expect(app.windows()).toHaveLength(1)
})

test('nothing reaches the network, not even this machine', async ({ app, window }) => {
  let reached = 0
  const server = createServer((_request, response) => {
    reached += 1
    response.setHeader('access-control-allow-origin', '*')
    response.end('reached')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  try {
    const outcomes = await window.evaluate(async target => {
      const outcome = (work: Promise<unknown>) =>
        work.then(
          () => 'reached',
          () => 'refused',
        )
      const image = new Image()
      const loaded = new Promise((resolve, reject) => {
        image.onload = resolve
        image.onerror = reject
      })
      image.src = target
      return [
        await outcome(fetch(target)),
        await outcome(loaded),
        navigator.sendBeacon(target) ? 'sent' : 'refused',
      ]
    }, address)
    expect(outcomes.slice(0, 2)).toEqual(['refused', 'refused'])
    // Past the page's policy: the session itself lets nothing through either.
    const fromMain = await app.evaluate(async ({ session }, target) => {
      const tried = [session.fromPartition('screen'), session.defaultSession].map(each =>
        each.fetch(target).then(
          () => 'reached',
          () => 'refused',
        ),
      )
      return Promise.all(tried)
    }, address)
    expect(fromMain).toEqual(['refused', 'refused'])
    expect(reached).toBe(0)
  } finally {
    server.close()
  }
})

test('the content security policy allows no inline script, no inline style and no eval', async ({
  window,
}) => {
  const outcome = await window.evaluate(async () => {
    const marks = globalThis as unknown as Record<string, unknown>
    const script = document.createElement('script')
    script.textContent = 'globalThis.ranInline = true'
    document.head.append(script)
    const style = document.createElement('style')
    style.textContent = '#probe { width: 7px }'
    const probe = document.createElement('div')
    probe.id = 'probe'
    document.body.append(style, probe)
    // In a task of its own: what the test itself evaluates is exempt from the policy.
    const evaluated = await new Promise(resolve => {
      setTimeout(() => {
        try {
          resolve(new Function('return true')())
        } catch {
          resolve(false)
        }
      })
    })
    const width = getComputedStyle(probe).width
    for (const each of [script, style, probe]) each.remove()
    return { ranInline: 'ranInline' in marks, evaluated, styled: width === '7px' }
  })
  expect(outcome).toEqual({ ranInline: false, evaluated: false, styled: false })
})

test('every permission is denied but that of the screen to fill the monitor', async ({
  window,
}) => {
  const outcome = await window.evaluate(async () => {
    const denied = (work: Promise<unknown>) =>
      work.then(
        () => 'granted',
        () => 'denied',
      )
    return {
      camera: await denied(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await denied(navigator.mediaDevices.getDisplayMedia()),
      place: await denied(
        new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
      notification: await Notification.requestPermission(),
      clipboard: await denied(navigator.clipboard.readText()),
    }
  })
  expect(outcome).toEqual({
    camera: 'denied',
    screen: 'denied',
    place: 'denied',
    notification: 'denied',
    clipboard: 'denied',
  })
  const isFull = () => window.evaluate(() => document.fullscreenElement !== null)
  await window.evaluate(() => void document.documentElement.requestFullscreen())
  await expect.poll(isFull).toBe(true)
  await window.evaluate(() => void document.exitFullscreen())
  await expect.poll(isFull).toBe(false)
})

test('the window’s menu zooms nothing: the screen has sizes of its own under those keys', async ({
  app,
  window,
}) => {
  await expect(window.locator('#root')).not.toBeEmpty()
  const roles = await app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? [])
      .flatMap(({ submenu }) => submenu?.items ?? [])
      .flatMap(({ role }) => (typeof role === 'string' ? [role.toLowerCase()] : [])),
  )
  expect(roles).toContain('togglefullscreen')
  expect(roles.filter(role => role.includes('zoom') && role !== 'zoom')).toEqual([])
})

test('a question from a frame or from another window is refused', async ({ app, window }) => {
  await expect(window.locator('#root')).toBeAttached()
  const replies = await app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    type Handler = (
      event: unknown,
      input: unknown,
    ) => Promise<{ ok: boolean; error?: { kind: string } }>
    // The registered handler itself, so that it can be asked in the name of another sender.
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })
      ._invokeHandlers
    const ask = handlers.get('session:state')
    const own = BrowserWindow.getAllWindows()[0]?.webContents
    if (ask === undefined || own === undefined) throw new Error('no handler or window')
    const other = new BrowserWindow({ show: false })
    const kinds = await Promise.all(
      [
        { sender: own, senderFrame: own.mainFrame },
        { sender: own, senderFrame: { url: 'app://metboard/' } },
        { sender: own, senderFrame: null },
        { sender: other.webContents, senderFrame: other.webContents.mainFrame },
      ].map(async event => {
        const reply = await ask(event, {})
        return reply.ok ? 'answered' : reply.error?.kind
      }),
    )
    other.destroy()
    return kinds
  })
  expect(replies).toEqual(['answered', 'forbidden', 'forbidden', 'forbidden'])
})

test('no page of the window keeps anything on disk', async ({ app, window }) => {
  await expect(window.locator('#root')).toBeAttached()
  const stored = await app.evaluate(({ session }) =>
    session.fromPartition('screen').getStoragePath(),
  )
  expect(stored).toBeNull()
})
