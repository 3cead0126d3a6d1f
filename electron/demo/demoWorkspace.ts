import { dirname, join } from 'node:path'
import { refuse } from '../../shared/result.ts'
import { createCases } from '../services/cases.ts'
import { SYSTEM_CLOCK } from '../services/clock.ts'
import type { DemoPort } from '../services/ports.ts'
import { createServices } from '../services/services.ts'
import { asAuthor } from './author.ts'
import { readDemoFile } from './demoCase.ts'

/** The demo holds one published case, so that its passphrase can be known to everybody. */
export const DEMO_USER = 'Demo'
export const DEMO_PASSPHRASE = 'a published case'

export const DEMO_SCRYPT_N = 2 ** 14

/** Where the published case is written down, below the folder of the program's resources. */
export function demoFileIn(resourcesFolder: string): string {
  return join(resourcesFolder, 'demo', 'wu-2024.json')
}

/** Makes the demo for the services of a host. */
export function createDemoPort(resourcesFolder: string): DemoPort {
  const [userName, passphrase] = [DEMO_USER, DEMO_PASSPHRASE]
  return {
    userName,
    passphrase,
    create: folder =>
      createDemoWorkspace({ folder, userName, passphrase, file: demoFileIn(resourcesFolder) }),
  }
}

/**
 * Creates a workspace that holds the published case, entered through the services as a person would, and leaves it closed.
 * Throws what the services refuse with.
 */
export async function createDemoWorkspace({
  folder,
  userName,
  passphrase,
  file,
}: Readonly<{
  folder: string
  userName: string
  passphrase: string
  file: string
}>): Promise<void> {
  const { patient, entries } = await readDemoFile(file)
  const { session, patients } = createServices({
    host: NOBODY,
    workspacesFolder: dirname(folder),
    pdf: { render: () => Promise.reject(new Error('the demo prints nothing')) },
    lesionReport: { render: () => Promise.reject(new Error('the demo prints nothing')) },
    pack: { render: () => Promise.reject(new Error('the demo prints nothing')) },
    pictures: {
      prepare: () => Promise.resolve(refuse('failed')),
      upright: () => Promise.resolve(refuse('failed')),
    },
    demo: { userName, passphrase, create: () => Promise.reject(new Error('not inside a demo')) },
    emit: () => undefined,
    // A passphrase that everybody knows is not worth a costly key.
    ...(passphrase === DEMO_PASSPHRASE ? { scryptN: DEMO_SCRYPT_N } : {}),
  })
  try {
    const role = 'oncologist'
    await session.create({ folder, userName, role, passphrase }, { isDemo: true })
    patients.create(patient)
    createCases(asAuthor(session, AUTHOR), SYSTEM_CLOCK).apply({
      patientId: patient.id,
      changes: entries.map(({ id, body }) => ({ do: 'create', id, body })),
    })
  } finally {
    await session.lock()
  }
}

/** Who entered the demo, by the history: not its user, who could otherwise undo the whole case at a stroke. */
const AUTHOR = { id: '00000000-0000-4000-8000-000000000001', name: 'Published case' }

/** No host: making a demo asks and shows nothing. */
export const NOBODY = {
  kind: 'loopback',
  version: '',
  canChooseFolder: false,
  canSaveFile: false,
  chooseFolder: async () => null,
  saveFile: async () => false,
  allowCamera: () => undefined,
  showSaved: async () => 'notSaved' as const,
} as const
