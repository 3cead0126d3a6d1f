import { dirname } from 'node:path'
import { createRandom } from '../../electron/demo/synthetic/random.ts'
import { syntheticPatient } from '../../electron/demo/synthetic/syntheticCase.ts'
import type { Case } from '../../shared/case/entry.ts'
import type { PatientId } from '../../shared/ids.ts'
import { cachedWorkspace } from '../support/synthetic/cachedWorkspace.ts'
import { startTestApp, type TestApp } from '../support/workspace.ts'
import type { BenchOptions } from './bench.ts'

/** Sizes of the workspaces: those of the budgets, and smaller ones to see that a bench works. */
export function scaleOf(quick: boolean) {
  return quick
    ? { many: 500, few: 50, entries: 60, searched: 5000 }
    : { many: 10_000, few: 100, entries: 60, searched: 100_000 }
}

/** A synthetic workspace, told of when it has to be made first. */
export function workspaceOf(
  fill: Readonly<{ patients: number; entries: number }>,
  { say }: BenchOptions,
) {
  let isSaid = false
  return cachedWorkspace(fill, done => {
    if (!isSaid) say(`making ${fill.patients} synthetic patients, once`)
    isSaid = true
    if (done % 10_000 === 0) say(`${done} patients made`)
  })
}

/** The services over a synthetic workspace that is kept; `lock` closes it. */
export async function openServices(
  workspace: Awaited<ReturnType<typeof cachedWorkspace>>,
): Promise<TestApp> {
  const { folder, userName, passphrase } = workspace
  const app = startTestApp({ workspacesFolder: dirname(folder) })
  await app.get('workspace:unlock', { folder, userName, passphrase })
  return app
}

/** Seeds of the patients of a workspace in a random order, each once before any comes again. */
export function shuffledSeeds(patients: number, shuffle: number): (turn: number) => number {
  const order = createRandom(shuffle).some(
    Array.from({ length: patients }, (_, seed) => seed),
    patients,
  )
  return turn => order[turn % patients] ?? 0
}

export function patientIdOf(seed: number): PatientId {
  return syntheticPatient(seed).id
}

export async function caseFrom(app: TestApp, patientId: PatientId): Promise<Case> {
  return (await app.get('case:get', { patientId })).case
}
