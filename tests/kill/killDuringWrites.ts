/**
 * Kills a process that enters cases through the services a hundred times at a random moment and looks whether every change
 * that it had acknowledged is in the workspace: `npm run test:kill`, or with another number of kills.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { createWorkspace } from '../../electron/db/create.ts'
import { openWorkspace, type Workspace } from '../../electron/db/open.ts'
import { changesOfAct } from '../../electron/db/queries/changes.ts'
import { getEntry } from '../../electron/db/queries/entries.ts'
import { verifyWorkspace } from '../../electron/db/verify.ts'
import { noteOf } from './noteOf.ts'

const kills = Number(process.argv[2] ?? 100)
const WRITER = join(import.meta.dirname, 'writeUntilKilled.ts')
const Note = z.looseObject({ note: z.string() })
const credentials = { userName: 'Writer', passphrase: 'kept whatever happens' } as const
/** A kill falls somewhere in this time after the first acknowledgement, or into the start itself. */
const WRITING_MS = 250
/** Starting and opening take about this long. */
const STARTING_MS = 1200
/** Every so many kills the whole workspace is verified, and at the end. */
const VERIFY_EVERY = 10

/** Runs the writer, kills it, and returns the acts that it had acknowledged in full lines. */
function writeAndKill(folder: string, round: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WRITER, folder, String(round)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        METBOARD_PASSPHRASE: credentials.passphrase,
        // A hundred starts read the same program: what one has compiled, the next one takes.
        NODE_COMPILE_CACHE: join(folder, '..', 'compiled'),
      },
    })
    let output = ''
    let isKilled = false
    const kill = () => {
      isKilled = true
      child.kill('SIGKILL')
    }
    // One in ten is killed before or while it opens the workspace, or soon after.
    let timer = round % 10 === 9 ? setTimeout(kill, Math.random() * STARTING_MS) : undefined
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      timer ??= setTimeout(kill, Math.random() * WRITING_MS)
    })
    child.once('close', code => {
      clearTimeout(timer)
      if (isKilled) resolve(output.split('\n').slice(0, -1))
      else reject(new Error(`the writer ended by itself with ${code}`))
    })
  })
}

/** The acknowledged acts of a round that the workspace does not hold word for word, in the history and in the data. */
function lostActs({ db }: Workspace, acts: readonly string[], round: number): string[] {
  const isLost = (line: string) => {
    const [act = '', id = '', revision = '', n = ''] = line.split(' ')
    const [change] = changesOfAct(db, act)
    const entry = getEntry(db, id)
    const isKept =
      change !== undefined &&
      change.entityId === id &&
      Note.parse(change.after).note === noteOf(String(round), Number(n)) &&
      entry !== null &&
      entry.revision >= Number(revision)
    return !isKept
  }
  return acts.filter(isLost)
}

const folder = join(mkdtempSync(join(tmpdir(), 'metboard-kill-')), 'board')
let acknowledged = 0
let lost = 0
let findings = 0
try {
  const first = { ...credentials, role: 'coordinator', scryptN: 1024 } as const
  const { workspace: created } = await createWorkspace(folder, first)
  created.close()
  for (let round = 1; round <= kills; round++) {
    const acts = await writeAndKill(folder, round)
    acknowledged += acts.length
    const workspace = await openWorkspace(folder, credentials)
    lost += lostActs(workspace, acts, round).length
    if (round % VERIFY_EVERY === 0 || round === kills) {
      const found = verifyWorkspace(workspace)
      findings += found.length
      for (const { check, count, message } of found) {
        process.stderr.write(`after kill ${round}: ${check} (${count}): ${message}\n`)
      }
    }
    workspace.close()
  }
} finally {
  rmSync(join(folder, '..'), { recursive: true, force: true })
}
process.stdout.write(`${kills} kills, ${acknowledged} acknowledged changes, ${lost} lost\n`)
if (lost > 0 || findings > 0 || acknowledged === 0) process.exitCode = 1
