import { dirname } from 'node:path'
import type { DemoPort, HostPort } from '../services/ports.ts'
import { createServices } from '../services/services.ts'
import { readDemoFile } from './demoCase.ts'

/**
 * The key to the demo, the same everywhere and printed in the README.
 * SECURITY: the demo holds a published case and nothing of a patient; no other workspace is ever made with it.
 */
export const DEMO_USER = 'Demo oncologist'
export const DEMO_PASSPHRASE = 'published case 2024'

/** A public passphrase needs no costly key: the demo opens at once. */
const DEMO_SCRYPT_N = 2 ** 14

/** Makes the demo workspace through the services themselves, from the case as written in `demoFile`. */
export function createDemoPort({
  demoFile,
  host,
}: Readonly<{ demoFile: string; host: HostPort }>): DemoPort {
  return {
    userName: DEMO_USER,
    passphrase: DEMO_PASSPHRASE,
    create: folder => createDemo(folder, demoFile, host),
  }
}

async function createDemo(folder: string, demoFile: string, host: HostPort): Promise<void> {
  const { patient, entries } = await readDemoFile(demoFile)
  const services = createServices({
    host,
    workspacesFolder: dirname(folder),
    pdf: { render: unavailable },
    demo: { create: unavailable, userName: DEMO_USER, passphrase: DEMO_PASSPHRASE },
    emit: () => undefined,
    scryptN: DEMO_SCRYPT_N,
  })
  await services.session.create(
    { folder, userName: DEMO_USER, role: 'oncologist', passphrase: DEMO_PASSPHRASE },
    { isDemo: true },
  )
  try {
    services.patients.create(patient)
    services.cases.apply({
      patientId: patient.id,
      changes: entries.map(({ id, body }) => ({ do: 'create', id, body })),
    })
  } finally {
    await services.session.lock()
  }
}

function unavailable(): Promise<never> {
  return Promise.reject(new Error('not while the demo is made'))
}
