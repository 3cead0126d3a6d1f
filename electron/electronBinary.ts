import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ok, type Result, refuse } from '../shared/result.ts'

const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))

/** Why no window can open on this machine whatever is installed; null when nothing speaks against it. */
export function whyNoWindow(): string | null {
  if (process.platform !== 'linux') return null
  const { DISPLAY: x11, WAYLAND_DISPLAY: wayland } = process.env
  if ((x11 ?? '') === '' && (wayland ?? '') === '') return 'there is no display'
  // SECURITY: as root Chromium runs only without its sandbox, and that is not switched off behind anyone's back.
  if (process.getuid?.() === 0) return 'Electron’s sandbox does not work as root'
  return null
}

/** The Electron program that is installed; null when its package has not fetched it yet. */
export function installedElectron(): string | null {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const file = override === undefined ? join(folder, 'path.txt') : null
  if (file !== null && !existsSync(file)) return null
  const name = file === null ? platformName() : readFileSync(file, 'utf8')
  const path = join(override ?? join(folder, 'dist'), name)
  return existsSync(path) ? path : null
}

/** The Electron program, fetched by its own package on the first run; otherwise why it is not there. */
export async function electronBinary(): Promise<Result<string, string>> {
  const installed = installedElectron()
  if (installed !== null) return ok(installed)
  if (!(await isReleasePageReachable()))
    return refuse('Electron is not installed and its release page is out of reach')
  process.stdout.write('Fetching Electron, once …\n')
  const isFetched = await new Promise<boolean>(resolve => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore' })
    child.once('error', () => resolve(false))
    child.once('close', code => resolve(code === 0))
  })
  const fetched = isFetched ? installedElectron() : null
  return fetched === null ? refuse('Electron could not be fetched') : ok(fetched)
}

function platformName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

/** A quick question before a download that would else keep an offline machine waiting for minutes. */
async function isReleasePageReachable(): Promise<boolean> {
  const {
    ELECTRON_MIRROR: mirror,
    npm_config_electron_mirror: npmMirror,
    ELECTRON_GET_USE_PROXY: proxy,
  } = process.env
  if (proxy !== undefined) return true
  const page = mirror ?? npmMirror ?? 'https://github.com/electron/electron/releases/'
  try {
    const { status } = await fetch(page, { method: 'HEAD', signal: AbortSignal.timeout(4_000) })
    return status < 500
  } catch {
    return false
  }
}
