import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { type Case, EntryBody } from '../../shared/case/entry.ts'
import { EntryId, PatientId } from '../../shared/ids.ts'
import { PatientDetails } from '../../shared/patient/patient.ts'
import { resolveSymbols } from './symbols.ts'

const DemoFile = z.strictObject({
  patient: z.strictObject({ id: PatientId, details: PatientDetails }),
  entries: z.array(z.strictObject({ id: EntryId, body: EntryBody })),
})
export type DemoFile = Readonly<z.infer<typeof DemoFile>>

/** The published case as written in `resources/demo/`: what the paper states, and nothing else. */
export async function readDemoFile(path: string): Promise<DemoFile> {
  return DemoFile.parse(resolveSymbols(JSON.parse(await readFile(path, 'utf8'))))
}

/** The published case in memory, as a workspace would hold it after its first import. */
export async function demoCase(path: string): Promise<Case> {
  const file = await readDemoFile(path)
  return {
    patient: {
      id: file.patient.id,
      revision: 1,
      archived: false,
      details: file.patient.details,
    },
    entries: file.entries.map(entry => ({ ...entry, revision: 1 })),
  }
}
