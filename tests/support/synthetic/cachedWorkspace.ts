import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../../electron/build.ts'
import { workspacesFolder } from '../../../electron/dataFolder.ts'
import { createWorkspace } from '../../../electron/db/create.ts'
import { CHEAP_SCRYPT_N } from '../workspace.ts'
import { type Fill, fillWorkspace } from './fillWorkspace.ts'

/** A data folder (`METBOARD_HOME`) with one closed workspace in it. */
export type CachedWorkspace = Readonly<{
  home: string
  folder: string
  userName: string
  passphrase: string
}>

const CACHE = join(ROOT, 'node_modules', '.cache', 'metboard-synthetic')
/** Whatever decides what is written into the files. */
const SOURCES = [
  'tests/support/synthetic',
  'electron/demo/synthetic',
  'electron/db/migrations',
  'electron/db/queries',
  'electron/vault',
  'shared/case',
  'shared/patient',
]
const NAME = 'Synthetic cases'
const USER = { userName: 'Dr Synthetic', passphrase: 'nothing but invented cases' } as const
/** Written last: a folder without it was left by a run that did not end. */
const COMPLETE = 'complete'

/**
 * The workspace with these synthetic patients, made on the first call and kept until its makers change. Each call gives
 * the same folder, so whoever writes into it spoils it for the next: open it to read.
 */
export async function cachedWorkspace(
  fill: Fill,
  onProgress: (patients: number) => void = () => undefined,
): Promise<CachedWorkspace> {
  const kind = `${fill.patients}x${fill.entries}`
  const home = join(CACHE, `${kind}-${hashOfSources()}`)
  const folder = join(workspacesFolder(home), NAME)
  if (!existsSync(join(home, COMPLETE))) {
    mkdirSync(CACHE, { recursive: true })
    for (const old of readdirSync(CACHE).filter(name => name.startsWith(`${kind}-`)))
      rmSync(join(CACHE, old), { recursive: true, force: true })
    const building = `${home}.${process.pid}`
    const { workspace } = await createWorkspace(join(workspacesFolder(building), NAME), {
      ...USER,
      role: 'oncologist',
      scryptN: CHEAP_SCRYPT_N,
    })
    try {
      fillWorkspace(workspace, fill, onProgress)
    } finally {
      workspace.close()
    }
    writeFileSync(join(building, COMPLETE), '')
    renameSync(building, home)
  }
  return { home, folder, ...USER }
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const source of SOURCES)
    for (const name of readdirSync(join(ROOT, source), {
      recursive: true,
      encoding: 'utf8',
    }).sort())
      if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(ROOT, source, name)))
  return hash.digest('hex').slice(0, 12)
}
