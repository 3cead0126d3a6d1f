import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDispatch } from '../../electron/ipc/dispatch.ts'
import type {
  HostPort,
  LesionReportInput,
  LesionReportPort,
  PackPort,
  PdfPort,
  PicturePort,
  SummaryInput,
} from '../../electron/services/ports.ts'
import { createServices, type Services } from '../../electron/services/services.ts'
import { addUser } from '../../electron/vault/keyring.ts'
import { readKeyring, writeKeyring } from '../../electron/vault/keyringFile.ts'
import type { Role } from '../../shared/access/role.ts'
import type { Channel } from '../../shared/ipc/channels.ts'
import type { Input, Output, Reply } from '../../shared/ipc/contract.ts'
import { refuse } from '../../shared/result.ts'
import { type ManualClock, manualClock } from './clock.ts'

/** The least that the keyring takes: tests open many workspaces, and guess no passphrases. */
export const CHEAP_SCRYPT_N = 1024
export const PASSPHRASE = 'nine plain test horses'
export const USER = 'Dr Testa'

export type Emitted = Readonly<{ event: string; payload: unknown }>

/** The services over a temporary folder, asked as the screen asks them. */
export type TestApp = Readonly<{
  services: Services
  clock: ManualClock
  /** The raw answer to any question, well formed or not. */
  dispatch: ReturnType<typeof createDispatch>
  /** The answer to a well-formed question. */
  ask: <C extends Channel>(channel: C, input: Input<C>) => Promise<Reply<C>>
  /** The value of a question that must succeed. */
  get: <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C>>
  workspacesFolder: string
  /** The folder of the workspace that `openTestWorkspace` made. */
  folder: string
  events: Emitted[]
  log: string[]
  saved: { fileName: string; bytes: Uint8Array }[]
  rendered: SummaryInput[]
  /** The skin lesions that were to be reported on. */
  reported: LesionReportInput[]
  /** Each time that the camera was opened to the screen, or closed. */
  camera: boolean[]
  close: () => Promise<void>
}>

export type TestAppOptions = Readonly<{
  host?: Partial<HostPort>
  pdf?: PdfPort
  pack?: PackPort
  /** What reads pictures; nothing does when not given. */
  pictures?: PicturePort
  workspacesFolder?: string
  /** When the clock of the services stands; as ISO 8601. */
  now?: string
}>

/** A PDF of one page that says nothing: its bytes differ from one rendering to the next. */
function plainPdf(rendered: SummaryInput[]): PdfPort {
  return {
    render: (input, { onProgress }) => {
      rendered.push(input)
      onProgress(0.5)
      const bytes = new TextEncoder().encode(`%PDF-1.7 number ${rendered.length}`)
      return Promise.resolve({ bytes, pages: 1 })
    },
  }
}

/** The same for the report of a skin lesion. */
function plainReport(reported: LesionReportInput[]): LesionReportPort {
  return {
    render: input => {
      reported.push(input)
      const bytes = new TextEncoder().encode(`%PDF-1.7 report ${reported.length}`)
      return Promise.resolve({ bytes, pages: 1 })
    },
  }
}

/** Asks for every section and makes bytes that name only how many there were. */
function plainPack(): PackPort {
  return {
    render: async (head, sectionAt, { onProgress }) => {
      for (const at of head.sections.keys()) {
        await sectionAt(at)
        onProgress((at + 1) / head.sections.length)
      }
      const text = `%PDF-1.7 ${head.options.kind} of ${head.sections.length}`
      return { bytes: new TextEncoder().encode(text), pages: head.sections.length + 1 }
    },
  }
}

function noPictures(): PicturePort {
  return {
    prepare: () => Promise.resolve(refuse('failed')),
    upright: () => Promise.resolve(refuse('failed')),
  }
}

/** The services over a temporary folder, with no workspace open. */
export function startTestApp(options: TestAppOptions = {}): TestApp {
  const workspacesFolder = options.workspacesFolder ?? mkdtempSync(join(tmpdir(), 'metboard-test-'))
  const clock = manualClock(options.now)
  const events: Emitted[] = []
  const log: string[] = []
  const saved: { fileName: string; bytes: Uint8Array }[] = []
  const rendered: SummaryInput[] = []
  const reported: LesionReportInput[] = []
  const camera: boolean[] = []
  const host: HostPort = {
    kind: 'loopback',
    version: '0.0.0-test',
    canChooseFolder: false,
    canSaveFile: true,
    chooseFolder: () => Promise.resolve(null),
    saveFile: (fileName, bytes) => {
      saved.push({ fileName, bytes })
      return Promise.resolve(true)
    },
    allowCamera: isAllowed => camera.push(isAllowed),
    showSaved: (fileName, bytes) =>
      Promise.resolve(
        saved.some(one => one.fileName === fileName && Buffer.from(one.bytes).equals(bytes))
          ? 'shown'
          : 'notSaved',
      ),
    ...options.host,
  }
  const services = createServices({
    host,
    workspacesFolder,
    clock,
    pdf: options.pdf ?? plainPdf(rendered),
    lesionReport: plainReport(reported),
    pack: options.pack ?? plainPack(),
    pictures: options.pictures ?? noPictures(),
    demo: {
      userName: 'Demo',
      passphrase: 'public demo passphrase',
      create: async folder => {
        const maker = startTestApp({ workspacesFolder })
        const input = { folder, userName: 'Demo', passphrase: 'public demo passphrase' }
        await maker.get('workspace:create', { ...input, role: 'oncologist' })
        await maker.get('workspace:lock', {})
      },
    },
    emit: (event, payload) => events.push({ event, payload }),
    logSink: line => log.push(line),
    scryptN: CHEAP_SCRYPT_N,
  })
  const dispatch = createDispatch(services)
  const ask = <C extends Channel>(channel: C, input: Input<C>) =>
    dispatch(channel, input) as Promise<Reply<C>>
  return {
    services,
    clock,
    dispatch,
    ask,
    get: async (channel, input) => {
      const reply = await ask(channel, input)
      if (!reply.ok) throw new Error(`${channel} was refused: ${JSON.stringify(reply.error)}`)
      return reply.value
    },
    workspacesFolder,
    folder: join(workspacesFolder, 'Test board'),
    events,
    log,
    saved,
    rendered,
    reported,
    camera,
    close: async () => {
      await services.session.lock()
      rmSync(workspacesFolder, { recursive: true, force: true })
    },
  }
}

/** The services over a temporary folder, with a new workspace open for one user. */
export async function openTestWorkspace(
  options: TestAppOptions & Readonly<{ role?: Role }> = {},
): Promise<TestApp & { recoveryKey: string }> {
  const app = startTestApp(options)
  const { recoveryKey } = await app.get('workspace:create', {
    folder: app.folder,
    userName: USER,
    role: options.role ?? 'oncologist',
    passphrase: PASSPHRASE,
  })
  return { ...app, recoveryKey }
}

/** Gives the open workspace one more user, with the same passphrase as the first. */
export async function addTestUser(app: TestApp, name: string, role: Role): Promise<void> {
  const { folder, databaseKey } = app.services.session.need('read').workspace
  const user = { name, role, passphrase: PASSPHRASE, scryptN: CHEAP_SCRYPT_N }
  const { keyring } = await addUser(readKeyring(folder), databaseKey, user)
  writeKeyring(folder, keyring)
}

/** Locks the workspace and opens it for another of its users. */
export async function switchUser(app: TestApp, userName: string): Promise<void> {
  await app.get('workspace:lock', {})
  await app.get('workspace:unlock', { folder: app.folder, userName, passphrase: PASSPHRASE })
}

/** Every row of every table of the open workspace, for comparing before with after. */
export function dumpTables(app: TestApp): Record<string, unknown[]> {
  const { db } = app.services.session.need('read').workspace
  const names = db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'patient_search_%'
       ORDER BY name`,
    )
    .all()
  return Object.fromEntries(
    names.map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]),
  )
}

/** Every file below a folder with its bytes, for comparing before with after. */
export function dumpFolder(folder: string): Record<string, string> {
  const files: Record<string, string> = {}
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name)
    if (statSync(file).isFile()) files[name] = readFileSync(file, 'base64')
  }
  return files
}
