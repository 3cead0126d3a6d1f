/** Everything that can stop a workspace from being opened, written or changed. */
export const WORKSPACE_ERROR_CODES = [
  'wrongPassphrase',
  'wrongRecoveryKey',
  'unknownUser',
  'weakPassphrase',
  'nameTaken',
  'lastUser',
  'damaged',
  'foreign',
  'newer',
  'readOnly',
  'inUse',
  'missing',
  'notEmpty',
  'diskFull',
  'noPermission',
  'migrationFailed',
] as const
export type WorkspaceErrorCode = (typeof WORKSPACE_ERROR_CODES)[number]

/** What happened, what was kept, what to do: a sentence or two for a person, never patient data. */
const SENTENCES: Record<WorkspaceErrorCode, string> = {
  wrongPassphrase: 'The passphrase is not right. Nothing was changed; try again.',
  wrongRecoveryKey:
    'The recovery key does not fit this workspace. Nothing was changed; check it letter by letter.',
  unknownUser:
    'This workspace has no user of that name. Nothing was changed; check the spelling or ask an administrator.',
  weakPassphrase: 'The passphrase is too short. Nothing was changed; use at least 10 characters.',
  nameTaken: 'A user of that name exists already. Nothing was changed; choose another name.',
  lastUser:
    'The last user who can manage this workspace cannot be removed. Nothing was changed; add another administrator first.',
  damaged:
    'The workspace is damaged or cannot be read from its disk. Its files were left exactly as they are; open a backup, or ask for help before anything else is tried.',
  foreign:
    'This folder is not a MetBoard workspace. Nothing in it was touched; choose another folder.',
  newer:
    'This workspace was made by a newer release of MetBoard. Nothing was changed; open it with that release or a later one.',
  readOnly:
    'The workspace is write-protected. Nothing was changed; remove the write protection of its folder and files, then open it again.',
  inUse:
    'The workspace is open in another window or on another computer. Nothing was changed; close it there, then try again.',
  missing:
    'The workspace folder is not there. If it lies on a network or removable drive, connect the drive, then try again.',
  notEmpty:
    'The folder is not empty. Nothing in it was touched; choose an empty or a new folder for a new workspace.',
  diskFull:
    'The disk is full. Everything saved before is intact, the last change was not saved; free some space, then save it again.',
  noPermission:
    'This computer account may not read or write the workspace folder. Nothing was changed; ask whoever manages the folder for access.',
  migrationFailed:
    'The workspace could not be brought to the form this release needs. It was left as it was; go on with the release used before, or ask for help.',
}

/** An expected failure of a workspace; `message` is the sentence to show. */
export class WorkspaceError extends Error {
  readonly code: WorkspaceErrorCode
  /** Name of the backup made before, inside the workspace's `backups` folder. */
  readonly backup: string | null

  constructor(
    code: WorkspaceErrorCode,
    { cause, backup = null }: { cause?: unknown; backup?: string | null } = {},
  ) {
    const sentence = SENTENCES[code]
    super(backup === null ? sentence : `${sentence} A backup made before is kept: ${backup}.`, {
      cause,
    })
    this.name = 'WorkspaceError'
    this.code = code
    this.backup = backup
  }
}

const FILE_ERRORS: ReadonlyMap<string, WorkspaceErrorCode> = new Map([
  ['ENOENT', 'missing'],
  ['ENOTDIR', 'missing'],
  ['EACCES', 'noPermission'],
  ['EPERM', 'noPermission'],
  ['EROFS', 'readOnly'],
  ['ENOSPC', 'diskFull'],
  ['EDQUOT', 'diskFull'],
  ['EBUSY', 'inUse'],
  ['EIO', 'damaged'],
])

/** Longest prefix first: extended codes before the primary code they refine. */
const SQLITE_ERRORS: readonly (readonly [prefix: string, code: WorkspaceErrorCode])[] = [
  ['SQLITE_IOERR_SHMSIZE', 'diskFull'],
  ['SQLITE_IOERR_LOCK', 'inUse'],
  ['SQLITE_IOERR', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_BUSY', 'inUse'],
  ['SQLITE_LOCKED', 'inUse'],
  ['SQLITE_FULL', 'diskFull'],
  ['SQLITE_READONLY', 'readOnly'],
  ['SQLITE_CANTOPEN', 'noPermission'],
  ['SQLITE_PERM', 'noPermission'],
  ['SQLITE_AUTH', 'noPermission'],
]

/** The workspace error behind a failure of SQLite or the file system; null if it is neither. */
export function asWorkspaceError(error: unknown): WorkspaceError | null {
  if (error instanceof WorkspaceError) return error
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  const { code } = error
  const found =
    FILE_ERRORS.get(code) ?? SQLITE_ERRORS.find(([prefix]) => code.startsWith(prefix))?.[1]
  return found === undefined ? null : new WorkspaceError(found, { cause: error })
}

/** Runs `work` and throws its expected failures as WorkspaceError, anything else as it is. */
export function withWorkspaceErrors<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asWorkspaceError(error) ?? error
  }
}
