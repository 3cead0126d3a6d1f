import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../electron/build.ts'

export type LoopbackProcess = Readonly<{
  /** The one-time address that it printed. */
  address: string
  /** Its `METBOARD_HOME`. */
  home: string
  /** Everything it has printed, for a test that failed. */
  output: () => string
  /** Starts a new process on the same data, as after a restart of the machine. */
  restart: () => Promise<LoopbackProcess>
  /** Ends it as Ctrl-C does, and whatever was started after it on the same data; gives the exit code. */
  stop: () => Promise<number | null>
  /** Ends it as a crash of the machine does: at once, with nothing put away. */
  kill: () => Promise<void>
}>

/** A fresh, empty data folder, and how to remove it. */
export async function temporaryHome(): Promise<{ home: string; remove: () => Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'metboard-home-'))
  return { home, remove: () => rm(home, { recursive: true, force: true, maxRetries: 5 }) }
}

/** Starts the real loopback host on a data folder, as `npm start -- --loopback` does once the screen is built. */
export async function startLoopback(home: string): Promise<LoopbackProcess> {
  const script = join(ROOT, 'tests', 'support', 'serveLoopback.ts')
  const child = spawn(process.execPath, [script], {
    cwd: ROOT,
    env: { ...process.env, METBOARD_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString('utf8')
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(output)
      if (found !== null) resolve(found[0])
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', reject)
    child.once('close', code => reject(new Error(`the loopback host ended (${code}): ${output}`)))
  })
  let successor: LoopbackProcess | null = null
  const stop = async () => {
    const code = await stopped(child, 'SIGINT')
    await successor?.stop()
    return code
  }
  return {
    address,
    home,
    output: () => output,
    stop,
    kill: async () => {
      await stopped(child, 'SIGKILL')
    },
    restart: async () => {
      await stop()
      successor = await startLoopback(home)
      return successor
    },
  }
}

function stopped(child: ChildProcess, signal: 'SIGINT' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise(resolve => {
    child.once('close', resolve)
    child.kill(signal)
  })
}
