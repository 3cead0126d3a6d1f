import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path'
import { z } from 'zod'
import { hasRight, type Right } from '../../shared/access/role.ts'
import { UserId } from '../../shared/ids.ts'
import type { Output, Parsed, SessionUser } from '../../shared/ipc/contract.ts'
import type { WritableDb } from '../db/connection.ts'
import { createWorkspace } from '../db/create.ts'
import { openWorkspace, type Workspace } from '../db/open.ts'
import { getSetting, putSetting } from '../db/queries/settings.ts'
import { WorkspaceError } from '../vault/workspaceError.ts'
import type { Clock } from './clock.ts'
import { demoFolderIn, listKnownWorkspaces, rememberWorkspace } from './knownWorkspaces.ts'
import type { Log } from './log.ts'
import type { DemoPort, Emit } from './ports.ts'
import { recoverWorkspace } from './recovery.ts'
import { conflict, forbidden, invalidInput, locked, workspaceProblem } from './refusal.ts'
import { createThrottle } from './throttle.ts'

type State = Output<'session:state'>

/** An unlocked workspace and who is at it. */
export type OpenSession = Readonly<{ workspace: Workspace; user: SessionUser; demo: boolean }>

export type SessionOptions = Readonly<{
  workspacesFolder: string
  demo: DemoPort
  clock: Clock
  emit: Emit
  log: Log
  /** Cost of scrypt for new passphrases; the product's own when null. */
  scryptN: number | null
}>

const IDLE_MINUTES = 10
const LONGEST_USER_NAME = 100
/** Disks take names of 255 bytes and systems paths of 4096; what is built in a folder needs some of that. */
const LONGEST_NAME_BYTES = 220
const LONGEST_PATH_BYTES = 3500
const DEMO_SETTING = 'demo'
const IDLE_SETTING = 'idleMinutes'
const IdleMinutes = z.int().min(1).max(240).catch(IDLE_MINUTES)

export type Session = ReturnType<typeof createSession>

/** Opens, locks and guards the one workspace that is open at a time. */
export function createSession(options: SessionOptions) {
  const { workspacesFolder, demo, clock, emit, log, scryptN } = options
  const throttle = createThrottle(clock)
  const opening: (() => void)[] = []
  const closing: ((db: WritableDb) => void)[] = []
  let open: (OpenSession & { idleMinutes: number }) | null = null
  let lastTouch = 0
  let cancelIdle = () => {}
  let queue: Promise<unknown> = Promise.resolve()

  function state(): State {
    if (open === null) return { state: 'closed', known: listKnownWorkspaces(workspacesFolder) }
    const { workspace, user, idleMinutes } = open
    const { workspaceId: id, folder } = workspace
    return {
      state: 'open',
      workspace: { id, name: basename(folder), folder, demo: open.demo },
      user,
      idleMinutes,
    }
  }

  /** One opening or closing after the other: two at once would leave a workspace open that nobody sees. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work, work)
    queue = turn.catch(() => {})
    return turn
  }

  function begin(workspace: Workspace, { name, role, id }: Workspace['user']): State {
    const { db, folder } = workspace
    const isDemo =
      getSetting(db, DEMO_SETTING) === true || folder === resolve(demoFolderIn(workspacesFolder))
    const user = { id: UserId.parse(id), name, role }
    const idleMinutes = IdleMinutes.parse(getSetting(db, IDLE_SETTING))
    open = { workspace, user, demo: isDemo, idleMinutes }
    try {
      rememberWorkspace(workspacesFolder, folder)
    } catch (error) {
      // The workspace is open and whole; only the list of places could not be written.
      log.bug('known workspaces', error)
    }
    startIdleTime(idleMinutes)
    for (const begun of opening) begun()
    const now = state()
    emit('session:changed', now)
    return now
  }

  function end(): void {
    if (open === null) return
    const { workspace } = open
    open = null
    cancelIdle()
    for (const close of closing) close(workspace.db)
    try {
      workspace.close()
    } finally {
      emit('session:changed', state())
    }
  }

  function lockWhenIdle(): void {
    if (open === null) return
    const left = lastTouch + open.idleMinutes * 60_000 - clock.now().getTime()
    if (left > 0) {
      cancelIdle = clock.after(left, lockWhenIdle)
      return
    }
    try {
      end()
    } catch (error) {
      log.bug('idle lock', error)
    }
  }

  /** Puts off the lock on idle; too late once the time has passed, even if the machine slept through it. */
  function touch(): void {
    if (open === null) return
    if (isIdle()) lockWhenIdle()
    else startIdleTime(open.idleMinutes)
  }

  function startIdleTime(minutes: number): void {
    lastTouch = clock.now().getTime()
    cancelIdle()
    cancelIdle = clock.after(minutes * 60_000, lockWhenIdle)
  }

  function isIdle(): boolean {
    return open !== null && clock.now().getTime() - lastTouch >= open.idleMinutes * 60_000
  }

  /** The open workspace, if the user's role grants the right; throws locked or forbidden. */
  function need(right: Right): OpenSession {
    if (isIdle()) lockWhenIdle()
    if (open === null) throw locked()
    if (!hasRight(open.user.role, right)) throw forbidden()
    return open
  }

  async function guarded(folder: string, work: () => Promise<Workspace>): Promise<Workspace> {
    throttle.check(folder)
    try {
      const workspace = await work()
      throttle.right(folder)
      return workspace
    } catch (error) {
      const code = error instanceof WorkspaceError ? error.code : null
      if (code === 'wrongPassphrase' || code === 'wrongRecoveryKey') throttle.wrong(folder)
      throw withPathProblem(error)
    }
  }

  function assertClosed(): void {
    if (open !== null)
      throw conflict(
        'A workspace is open. Nothing was changed; lock it first, then open or create another.',
      )
  }

  return {
    state,
    need,
    touch,

    /** The database, for work that no user asked for; null while nothing is open. */
    openDb: (): WritableDb | null => (open === null || isIdle() ? null : open.workspace.db),

    /** Calls back after each opening. */
    onOpen: (callback: () => void): void => {
      opening.push(callback)
    },

    /** Calls back before each lock, with the database while it is still open, so that nothing readable stays in memory. */
    onClose: (callback: (db: WritableDb) => void): void => {
      closing.push(callback)
    },

    create: (
      input: Parsed<'workspace:create'>,
      { isDemo = false }: { isDemo?: boolean } = {},
    ): Promise<Output<'workspace:create'>> =>
      inTurn(async () => {
        assertClosed()
        const folder = wholePath(input.folder)
        assertUserName(input.userName)
        const { userName, role, passphrase } = input
        const first = { userName, role, passphrase, ...(scryptN === null ? {} : { scryptN }) }
        const { workspace, recoveryKey } = await createWorkspace(folder, first).catch(error => {
          throw withPathProblem(error)
        })
        if (isDemo) putSetting(workspace.db, DEMO_SETTING, true)
        return { recoveryKey, session: begin(workspace, workspace.user) }
      }),

    unlock: ({ folder, userName, passphrase }: Parsed<'workspace:unlock'>): Promise<State> =>
      inTurn(async () => {
        assertClosed()
        const path = wholePath(folder)
        const workspace = await guarded(path, () => openWorkspace(path, { userName, passphrase }))
        return begin(workspace, workspace.user)
      }),

    /** Opens with the recovery key and gives one user a new passphrase. */
    recover: (input: Parsed<'workspace:recover'>): Promise<State> =>
      inTurn(async () => {
        assertClosed()
        const folder = wholePath(input.folder)
        const workspace = await guarded(folder, () =>
          recoverWorkspace({ ...input, folder, scryptN, at: clock.now().toISOString() }),
        )
        return begin(workspace, workspace.user)
      }),

    /** Opens the demo, which is made first where it is not there yet: whole or not at all. */
    openDemo: (): Promise<State> =>
      inTurn(async () => {
        assertClosed()
        const folder = resolve(demoFolderIn(workspacesFolder))
        if (!existsSync(folder)) await makeDemo(folder, demo)
        const { userName, passphrase } = demo
        const workspace = await openWorkspace(folder, { userName, passphrase })
        return begin(workspace, workspace.user)
      }),

    lock: (): Promise<State> =>
      inTurn(async () => {
        end()
        return state()
      }),
  }
}

async function makeDemo(folder: string, demo: DemoPort): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true })
  const building = join(
    dirname(folder),
    `.${basename(folder)}.${randomBytes(6).toString('hex')}.demo`,
  )
  try {
    await demo.create(building)
    renameSync(building, folder)
  } finally {
    rmSync(building, { recursive: true, force: true })
  }
}

/** A relative path would mean another folder in each host. */
function wholePath(folder: string): string {
  const problem = pathProblem(folder)
  if (problem !== null) throw invalidInput([{ path: 'folder', message: problem }])
  return resolve(folder)
}

function pathProblem(folder: string): string | null {
  if (!isAbsolute(folder) || folder.includes('\0')) return 'must be the full path of a folder'
  const names = resolve(folder).split(sep)
  const isTooLong =
    Buffer.byteLength(folder) > LONGEST_PATH_BYTES ||
    names.some(name => Buffer.byteLength(name) > LONGEST_NAME_BYTES)
  return isTooLong ? 'is longer than a path may be' : null
}

function assertUserName(name: string): void {
  if (name.trim().length > LONGEST_USER_NAME)
    throw invalidInput([
      { path: 'userName', message: `must be at most ${LONGEST_USER_NAME} characters` },
    ])
}

/** A path that no disk can have is told as a missing folder. */
function withPathProblem(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'ENAMETOOLONG' || code === 'ELOOP' || code === 'EINVAL'
    ? workspaceProblem(
        'missing',
        'No folder can have this path. Nothing was changed; choose another folder.',
      )
    : error
}
