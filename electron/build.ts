import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/** The repository's root, from which everything is run. */
export const ROOT = dirname(import.meta.dirname)
export const RENDERER_FOLDER = join(ROOT, 'out', 'renderer')
export const RESOURCES_FOLDER = join(ROOT, 'resources')
export const VERSION = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))).version

const OUTPUTS = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const SOURCES = ['electron', 'shared', 'renderer', 'electron.vite.config.ts', 'package-lock.json']

/** Builds the main process, the preload and the screen if a source is newer than what was built; throws what failed. */
export function ensureBuilt(): void {
  if (isBuilt()) return
  const tool = join(
    dirname(createRequire(import.meta.url).resolve('electron-vite/package.json')),
    'bin/electron-vite.js',
  )
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [tool, 'build', '--logLevel', 'warn'],
    { cwd: ROOT, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`)
}

function isBuilt(): boolean {
  const outputs = OUTPUTS.map(file => join(ROOT, file))
  if (!outputs.every(existsSync)) return false
  const oldest = Math.min(...outputs.map(file => statSync(file).mtimeMs))
  return SOURCES.every(source => newest(join(ROOT, source)) < oldest)
}

/** The last change of a file, or of anything inside a folder, in milliseconds. */
function newest(path: string): number {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return Math.max(mtimeMs, ...readdirSync(path).map(name => newest(join(path, name))))
}
