import { spawn } from 'node:child_process'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { ROOT } from '../../electron/build.ts'
import { temporaryHome } from '../support/loopback.ts'
import { expect, test } from './fixtures.ts'

type Started = Readonly<{ out: string; err: string; code: number | null }>

/** Runs `npm start` on a machine without a display, until it serves or ends; then ends it as Ctrl-C does. */
async function start(args: readonly string[]): Promise<Started> {
  const { home, remove } = await temporaryHome()
  // The test runner's wish for colours would make Node warn on standard error.
  const { DISPLAY: _, WAYLAND_DISPLAY: __, NO_COLOR: ___, FORCE_COLOR: ____, ...env } = process.env
  const child = spawn(process.execPath, [join(ROOT, 'electron', 'start.ts'), ...args], {
    cwd: ROOT,
    env: { ...env, METBOARD_HOME: home },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8')
    if (out.includes('token=')) child.kill('SIGINT')
  })
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString('utf8')
  })
  const code = await new Promise<number | null>(resolve => {
    child.once('close', resolve)
  })
  await remove()
  return { out, err, code }
}

// Elsewhere there always is a display.
if (process.platform === 'linux')
  test('where no window can open, it says why in one line and prints the address of the loopback host', async () => {
    const { out, err, code } = await start([])
    expect(out).toMatch(
      /^MetBoard cannot open its window here \(there is no display\), so it is served [^\n]+\nOpen http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43} \([^\n]+\)\n$/,
    )
    expect([err, code]).toEqual(['', 0])
  })

test('the loopback host can be asked for, without a reason', async () => {
  const { out, code } = await start(['--loopback'])
  expect(out).toMatch(/^Open http:\/\/127\.0\.0\.1:\d+\//)
  expect(code).toBe(0)
})

test('a port that is taken is told in a sentence', async () => {
  const taken = createServer()
  await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as AddressInfo
  const { err, code } = await start(['--loopback', '--port', String(port)])
  taken.close()
  expect(err).toBe(`Port ${port} is in use. Give another one, or none for any free port.\n`)
  expect(code).toBe(1)
})

for (const args of [['--colour'], ['--port', 'x'], ['--port', '65536'], ['stray']])
  test(`“${args.join(' ')}” is not understood, and the usage says what is`, async () => {
    const { out, err, code } = await start(args)
    expect([out, code]).toEqual(['', 2])
    expect(err).toMatch(/^usage: npm start/)
  })
