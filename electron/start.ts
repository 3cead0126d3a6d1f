import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt, ROOT } from './build.ts'
import { electronBinary, whyNoWindow } from './electronBinary.ts'
import { serveLoopback } from './loopback/serve.ts'

const USAGE = `usage: npm start -- [--loopback] [--port N]
  --loopback  serve MetBoard for a browser on this machine instead of opening its window
  --port N    the loopback host's port; any free one unless given
  --dev       the window with live reload (npm run dev)
`

/** How soon an end of Electron counts as not having been able to start. */
const START_MS = 8_000

await main()

async function main(): Promise<void> {
  const options = readOptions()
  if (options === null) {
    process.stderr.write(USAGE)
    process.exitCode = 2
    return
  }
  if (options.dev) return runDevelopment()
  try {
    ensureBuilt()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
    return
  }
  const reason = options.loopback ? null : await openWindow()
  if (reason === 'opened') return
  if (reason !== null)
    process.stdout.write(
      `MetBoard cannot open its window here (${reason}), so it is served to a browser on this machine.\n`,
    )
  await serveLoopback(options.port)
}

function readOptions(): { dev: boolean; loopback: boolean; port: number } | null {
  try {
    const { values } = parseArgs({
      options: {
        dev: { type: 'boolean', default: false },
        loopback: { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
      },
    })
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : 65_536
    return port > 65_535 ? null : { dev: values.dev, loopback: values.loopback, port }
  } catch {
    return null
  }
}

/** Opens Electron and stays until its window is closed; otherwise the reason why it cannot, in a few words. */
async function openWindow(): Promise<'opened' | string> {
  const reason = whyNoWindow()
  if (reason !== null) return reason
  const binary = await electronBinary()
  if (!binary.ok) return binary.error
  const startedAt = performance.now()
  // A terminal inside another Electron program would make this one run as plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const child = spawn(binary.value, [ROOT], { env, stdio: ['ignore', 'inherit', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    if (said.length < 10_000) said += chunk.toString('utf8')
  })
  const stop = () => child.kill('SIGTERM')
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  const code = await new Promise<number | null>(resolve => {
    child.once('error', () => resolve(-1))
    child.once('close', resolve)
  })
  process.off('SIGINT', stop)
  process.off('SIGTERM', stop)
  if (code === 0 || child.signalCode === 'SIGTERM') return 'opened'
  if (performance.now() - startedAt < START_MS) return `Electron ended at once: ${lastWords(said)}`
  process.stderr.write(said)
  process.exitCode = 1
  return 'opened'
}

/** The line that says most: a fatal one, or the last. */
function lastWords(said: string): string {
  const lines = said
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const line =
    lines.find(one => /FATAL|error while loading/.test(one)) ?? lines.at(-1) ?? 'without a word'
  return line.replace(/^\[[^\]]*\]\s*/, '').slice(0, 200)
}

async function runDevelopment(): Promise<void> {
  const tool = join(
    dirname(createRequire(import.meta.url).resolve('electron-vite/package.json')),
    'bin/electron-vite.js',
  )
  const child = spawn(process.execPath, [tool, 'dev'], { cwd: ROOT, stdio: 'inherit' })
  process.exitCode = await new Promise<number>(resolve => {
    child.once('close', code => resolve(code ?? 1))
  })
}
