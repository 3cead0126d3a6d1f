import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Channel } from '../../shared/ipc/channels.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { createApplication } from '../application.ts'
import { RESOURCES_FOLDER, VERSION } from '../build.ts'
import { stderrSink } from '../services/log.ts'
import { listUsers } from '../vault/keyring.ts'
import { readKeyring } from '../vault/keyringFile.ts'
import { CliRefusal, textOf, UsageError, type Values } from './command.ts'
import { pathOf, readText } from './paths.ts'

/** The options of every command that opens a workspace. */
export const WORKSPACE_OPTIONS = {
  workspace: { type: 'string' },
  user: { type: 'string' },
  'passphrase-file': { type: 'string' },
} as const

/** Asks the services as the screen does; throws their refusal as a sentence. */
export type Ask = <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C>>

/** The passphrase of `--passphrase-file` or `METBOARD_PASSPHRASE`; null when there is neither. */
export function passphraseOf(values: Values): string | null {
  const file = textOf(values, 'passphrase-file')
  // One line; the end of a text file is not part of the passphrase.
  if (file !== null) return readText('passphrase-file', file).replace(/\r?\n$/, '')
  const { METBOARD_PASSPHRASE: named } = process.env
  return named === undefined || named === '' ? null : named
}

/** Opens the workspace that the options name, hands it over, and closes it whatever happens. */
export async function inWorkspace(
  values: Values,
  work: (ask: Ask) => Promise<void>,
): Promise<void> {
  const given = textOf(values, 'workspace')
  if (given === null) throw new UsageError('--workspace is needed.')
  const passphrase = passphraseOf(values)
  if (passphrase === null)
    throw new UsageError('A passphrase is needed: --passphrase-file, or METBOARD_PASSPHRASE.')
  const folder = pathOf(given)
  const userName = textOf(values, 'user') ?? onlyUserOf(folder)
  // The window lists the workspaces that a person opened; one that a script opens is not to appear there.
  const scratch = await mkdtemp(join(tmpdir(), 'metboard-cli-'))
  const application = createApplication({
    host: {
      kind: 'loopback',
      version: VERSION,
      canChooseFolder: false,
      canSaveFile: false,
      chooseFolder: async () => null,
      saveFile: async () => false,
      allowCamera: () => {},
      showSaved: async () => 'notSaved',
    },
    dataFolder: scratch,
    resourcesFolder: RESOURCES_FOLDER,
    fontFolder: null,
    pdfWorkerUrl: PDF_WORKER_URL,
    pictureWorkerUrl: PICTURE_WORKER_URL,
    emit: () => undefined,
    logSink: stderrSink,
  })
  const ask: Ask = async (channel, input) => {
    const reply = await application.dispatch(channel, input)
    if (!reply.ok) throw new CliRefusal(reply.error.message)
    // The dispatch has parsed it by the contract of this channel.
    return reply.value as Output<typeof channel>
  }
  try {
    await ask('workspace:unlock', { folder, userName, passphrase })
    await work(ask)
  } finally {
    await application.close()
    await rm(scratch, { recursive: true, force: true })
  }
}

const PICTURE_WORKER_URL = new URL('../pictures/worker.ts', import.meta.url)
export const PDF_WORKER_URL = new URL('../pdf/worker.ts', import.meta.url)

/** The case of the patient with an id or a number; refuses when there is none or more than one. */
export async function caseOf(ask: Ask, patient: string): Promise<Output<'case:get'>['case']> {
  return (await openCaseOf(ask, patient)).case
}

/** The same with its meetings. */
export async function openCaseOf(ask: Ask, patient: string): Promise<Output<'case:get'>> {
  const patientId = z.uuid().safeParse(patient).success
    ? patient
    : await idByNumber(ask, patient.replaceAll(/\s/g, ''))
  await ask('case:opened', { patientId })
  return ask('case:get', { patientId })
}

async function idByNumber(ask: Ask, number: string): Promise<string> {
  const found = await Promise.all(
    [false, true].map(archived =>
      ask('patient:list', { query: number.slice(0, 200), archived, limit: 500, offset: 0 }),
    ),
  )
  const having = found
    .flatMap(({ patients }) => patients)
    .filter(({ patient }) =>
      patient.details.identifiers.some(({ value }) => value.replaceAll(/\s/g, '') === number),
    )
  const [only] = having
  if (only === undefined) throw new CliRefusal('No patient of this workspace has this number.')
  if (having.length > 1)
    throw new CliRefusal('Several patients have this number; give the id of one instead.')
  return only.patient.id
}

function onlyUserOf(folder: string): string {
  const names = usersOf(folder)
  const [only] = names
  if (only === undefined || names.length > 1)
    throw new CliRefusal('The workspace has several users; say which with --user.')
  return only
}

function usersOf(folder: string): string[] {
  try {
    return listUsers(readKeyring(folder)).map(({ name }) => name)
  } catch (error) {
    // A workspace error is a sentence for a person.
    throw new CliRefusal(
      error instanceof Error && error.name === 'WorkspaceError'
        ? error.message
        : 'The workspace cannot be read.',
    )
  }
}
