import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { PreparedPicture, Rendition } from '../../electron/pictures/order.ts'
import { keepPicture, picturesOf } from '../../electron/services/storedPicture.ts'
import { boardOf } from '../../shared/board/boardOf.ts'
import { EntryId } from '../../shared/ids.ts'
import { RENDITION_SIZES } from '../../shared/ipc/photoContract.ts'
import { buildPhotograph } from '../support/builders.ts'
import { startTestApp, type TestApp } from '../support/workspace.ts'
import { type Bench, type BenchOptions, slowerRow } from './bench.ts'
import { caseFrom, patientIdOf, shuffledSeeds, workspaceOf } from './caseSource.ts'
import { interleave, type Sides } from './interleave.ts'
import { median } from './statistics.ts'

/** About what a telephone takes, and what is made of it. */
const ORIGINAL_BYTES = 400_000
const RENDITION_BYTES = { 96: 3000, 320: 16_000, 1600: 180_000 } as const
const MEMORY_RUNS = 5

const run = promisify(execFile)

type Copy = Readonly<{ root: string; folder: string; userName: string; passphrase: string }>

/** What photographs cost who does not look at them: opening a patient, and memory, in a workspace with and without. */
export const photographs: Bench = {
  name: 'photos',
  run: async options => {
    const patients = options.quick ? 50 : 500
    const [having, without] = [await copyOf(patients, options), await copyOf(patients, options)]
    try {
      await addPhotographs(having, patients, options)
      const sides = await openingSides(having, without, patients, options)
      const memory = await memorySides(having, without)
      const against = 'the same workspace without'
      return [
        slowerRow(
          { what: `open a patient: services and board, ${patients} photographs`, against, sides },
          { most: 1.1 },
        ),
        slowerRow(
          {
            what: `memory after opening 100 patients (MB, not ms), ${patients} photographs`,
            against,
            sides: memory,
          },
          { most: 1.1 },
        ),
      ]
    } finally {
      for (const { root } of [having, without]) rmSync(root, { recursive: true, force: true })
    }
  },
}

/** A copy of a synthetic workspace, which may be written into. */
async function copyOf(patients: number, options: BenchOptions): Promise<Copy> {
  const { folder, userName, passphrase } = await workspaceOf({ patients, entries: 60 }, options)
  const root = mkdtempSync(join(tmpdir(), 'metboard-bench-'))
  const copied = join(root, 'copy')
  cpSync(folder, copied, { recursive: true })
  return { root, folder: copied, userName, passphrase }
}

async function opened({ root, folder, userName, passphrase }: Copy): Promise<TestApp> {
  const app = startTestApp({ workspacesFolder: root })
  await app.get('workspace:unlock', { folder, userName, passphrase })
  return app
}

/** One photograph for each patient, of noise as long as real ones. */
async function addPhotographs(copy: Copy, patients: number, { say }: BenchOptions): Promise<void> {
  say(`adding ${patients} photographs`)
  const app = await opened(copy)
  const attachments = picturesOf(app.services.session.need('photograph'))
  for (let seed = 0; seed < patients; seed++) {
    const prepared = preparedNoise()
    const attachment = await keepPicture(attachments, prepared)
    const { mediaType, width, height, original } = prepared
    const picture = { attachment, mediaType, width, height, byteSize: original.length }
    const id = EntryId.parse(randomUUID())
    const changes = [{ do: 'create' as const, id, body: buildPhotograph({ picture }) }]
    await app.get('case:apply', { patientId: patientIdOf(seed), changes })
  }
  await app.get('workspace:lock', {})
}

function preparedNoise(): PreparedPicture {
  const renditions: Rendition[] = RENDITION_SIZES.map(size => ({
    bytes: randomBytes(RENDITION_BYTES[size]),
    width: size,
    height: Math.round(size * 0.75),
  }))
  return {
    original: randomBytes(ORIGINAL_BYTES),
    mediaType: 'image/jpeg',
    width: 4000,
    height: 3000,
    orientation: 1,
    takenOn: null,
    renditions,
  }
}

async function openingSides(
  having: Copy,
  without: Copy,
  patients: number,
  { quick }: BenchOptions,
): Promise<Sides> {
  const [ours, theirs] = [await opened(having), await opened(without)]
  const open = async (app: TestApp, seed: number) => {
    boardOf(await caseFrom(app, patientIdOf(seed)), { cutoff: '>=1', today: '2026-11-22' })
    return undefined
  }
  // The same patients on both sides: what is measured is the photographs, not the patients.
  const seeds = shuffledSeeds(patients, 1)
  const sides = await interleave(
    turn => open(ours, seeds(turn)),
    turn => open(theirs, seeds(turn)),
    quick ? { warmUp: 5, rounds: 10, perRound: 10 } : { warmUp: 20, rounds: 60, perRound: 20 },
  )
  for (const app of [ours, theirs]) await app.get('workspace:lock', {})
  return sides
}

/** Megabytes that a process of its own holds after opening a workspace and patients of it. */
async function megabytesOf(copy: Copy): Promise<number> {
  const script = join(import.meta.dirname, 'photographMemory.ts')
  const { stdout } = await run(process.execPath, ['--expose-gc', script, copy.root, copy.folder], {
    env: { ...process.env, METBOARD_USER: copy.userName, METBOARD_PASSPHRASE: copy.passphrase },
  })
  return Number(stdout)
}

async function memorySides(having: Copy, without: Copy): Promise<Sides> {
  const [ours, theirs, ratios]: [number[], number[], number[]] = [[], [], []]
  for (let each = 0; each < MEMORY_RUNS; each++) {
    ours.push(await megabytesOf(having))
    theirs.push(await megabytesOf(without))
    ratios.push(median(ours.slice(-1)) / median(theirs.slice(-1)))
  }
  return { ours, theirs, ratios }
}
