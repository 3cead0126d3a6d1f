import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import type { DatabaseKey } from './databaseKey.ts'
import { passphraseProblem } from './passphrase.ts'
import { parseRecoveryKey, printRecoveryKey, randomRecoverySecret } from './recoveryKey.ts'
import { WorkspaceError } from './workspaceError.ts'
import {
  keyOfPassphrase,
  keyOfRecoverySecret,
  newSalt,
  ScryptCost,
  scryptCost,
  unwrapKey,
  WrappedKey,
  wrapKey,
} from './wrapping.ts'

export const USER_ROLES = [
  'oncologist',
  'dermatologist',
  'coordinator',
  'administrator',
  'readOnly',
] as const
export type UserRole = (typeof USER_ROLES)[number]

const UserName = z.string().trim().min(1).max(100)

const KeyringUser = z.strictObject({
  id: z.uuid(),
  name: UserName,
  role: z.enum(USER_ROLES),
  cost: ScryptCost,
  wrapped: WrappedKey,
})
type KeyringUser = z.infer<typeof KeyringUser>

export const KEYRING_VERSION = 1

/** Who can open a workspace: the database key wrapped once for each user and for the recovery key. */
export const Keyring = z.strictObject({
  format: z.literal('metboard-keyring'),
  version: z.literal(KEYRING_VERSION),
  workspaceId: z.uuid(),
  users: z.array(KeyringUser).min(1),
  recovery: WrappedKey,
  /** HMAC under a key derived from the database key: nobody without it can give himself a role. */
  seal: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Keyring = Readonly<z.infer<typeof Keyring>>

/** A user as the rest of the application sees one. */
export type WorkspaceUser = Readonly<{ id: string; name: string; role: UserRole }>

/** Who acts when a workspace was opened with its recovery key. */
export const RECOVERY_USER: WorkspaceUser = {
  id: 'recovery',
  name: 'Recovery key',
  role: 'administrator',
}

export type NewUser = Readonly<{
  name: string
  role: UserRole
  passphrase: string
  /** Cost of scrypt; the product's own when not given. */
  scryptN?: number
}>

export type Unlocked = Readonly<{ databaseKey: DatabaseKey; user: WorkspaceUser }>

type Contents = Omit<Keyring, 'seal'>

function bindingOf(workspaceId: string, owner: string): string {
  return JSON.stringify(['metboard-keyring', KEYRING_VERSION, workspaceId, owner])
}

function sealOf(
  { format, version, workspaceId, users, recovery }: Contents,
  key: DatabaseKey,
): Buffer {
  const text = JSON.stringify([
    format,
    version,
    workspaceId,
    users.map(user => [user.id, user.name, user.role, user.cost, user.wrapped]),
    recovery,
  ])
  return createHmac('sha256', key.derive('metboard keyring seal')).update(text).digest()
}

function seal(contents: Contents, key: DatabaseKey): Keyring {
  // Parsed before it is sealed, so that the order of its fields is that of the schema.
  const parsed = Keyring.parse({ ...contents, seal: '0'.repeat(64) })
  return { ...parsed, seal: sealOf(parsed, key).toString('hex') }
}

/** Throws `damaged` unless this keyring was written by someone who had the database key. */
function assertSealed(keyring: Keyring, key: DatabaseKey): void {
  if (!timingSafeEqual(sealOf(keyring, key), Buffer.from(keyring.seal, 'hex'))) {
    throw new WorkspaceError('damaged')
  }
}

function foldName(name: string): string {
  return name.trim().normalize('NFC').toLocaleLowerCase('en')
}

function toUser({ id, name, role }: KeyringUser): WorkspaceUser {
  return { id, name, role }
}

async function wrapForUser(
  workspaceId: string,
  key: DatabaseKey,
  id: string,
  { name, role, passphrase, scryptN }: NewUser,
): Promise<KeyringUser> {
  if (passphraseProblem(passphrase) !== null) throw new WorkspaceError('weakPassphrase')
  const cost = scryptCost(scryptN)
  const salt = newSalt()
  const wrappingKey = await keyOfPassphrase(passphrase, salt, cost)
  const wrapped = wrapKey(key, wrappingKey, salt, bindingOf(workspaceId, id))
  return { id, name: UserName.parse(name), role, cost, wrapped }
}

function wrapForRecovery(workspaceId: string, key: DatabaseKey, secret: Buffer): WrappedKey {
  const salt = newSalt()
  const binding = bindingOf(workspaceId, RECOVERY_USER.id)
  return wrapKey(key, keyOfRecoverySecret(secret, salt), salt, binding)
}

/** A keyring for a new workspace with its first user; the recovery key is in no file and shown once. */
export async function createKeyring(
  workspaceId: string,
  key: DatabaseKey,
  firstUser: NewUser,
): Promise<{ keyring: Keyring; user: WorkspaceUser; recoveryKey: string }> {
  const secret = randomRecoverySecret()
  const user = await wrapForUser(workspaceId, key, randomUUID(), firstUser)
  const keyring = seal(
    {
      format: 'metboard-keyring',
      version: KEYRING_VERSION,
      workspaceId,
      users: [user],
      recovery: wrapForRecovery(workspaceId, key, secret),
    },
    key,
  )
  return { keyring, user: toUser(user), recoveryKey: printRecoveryKey(secret) }
}

/** The users a keyring knows, in the order in which they were added. */
export function listUsers(keyring: Keyring): WorkspaceUser[] {
  return keyring.users.map(toUser)
}

function findUser(keyring: Keyring, who: UserChoice): KeyringUser {
  const user = keyring.users.find(each =>
    'userId' in who ? each.id === who.userId : foldName(each.name) === foldName(who.userName),
  )
  if (user === undefined) throw new WorkspaceError('unknownUser')
  return user
}

export type UserChoice = Readonly<{ userId: string }> | Readonly<{ userName: string }>

/** Opens a keyring for one of its users; throws unknownUser, wrongPassphrase or damaged. */
export async function unlockWithPassphrase(
  keyring: Keyring,
  who: UserChoice,
  passphrase: string,
): Promise<Unlocked> {
  const user = findUser(keyring, who)
  const salt = Buffer.from(user.wrapped.salt, 'base64')
  const wrappingKey = await keyOfPassphrase(passphrase, salt, user.cost)
  const databaseKey = unwrapKey(user.wrapped, wrappingKey, bindingOf(keyring.workspaceId, user.id))
  if (databaseKey === null) throw new WorkspaceError('wrongPassphrase')
  assertSealed(keyring, databaseKey)
  return { databaseKey, user: toUser(user) }
}

/** Opens a keyring with the printed recovery key; throws wrongRecoveryKey or damaged. */
export function unlockWithRecoveryKey(keyring: Keyring, recoveryKey: string): Unlocked {
  const secret = parseRecoveryKey(recoveryKey)
  if (secret === null) throw new WorkspaceError('wrongRecoveryKey')
  const { recovery, workspaceId } = keyring
  const wrappingKey = keyOfRecoverySecret(secret, Buffer.from(recovery.salt, 'base64'))
  const databaseKey = unwrapKey(recovery, wrappingKey, bindingOf(workspaceId, RECOVERY_USER.id))
  if (databaseKey === null) throw new WorkspaceError('wrongRecoveryKey')
  assertSealed(keyring, databaseKey)
  return { databaseKey, user: RECOVERY_USER }
}

/** The keyring with one more user; throws nameTaken or weakPassphrase. */
export async function addUser(
  keyring: Keyring,
  key: DatabaseKey,
  newUser: NewUser,
): Promise<{ keyring: Keyring; user: WorkspaceUser }> {
  assertSealed(keyring, key)
  if (keyring.users.some(each => foldName(each.name) === foldName(newUser.name))) {
    throw new WorkspaceError('nameTaken')
  }
  const user = await wrapForUser(keyring.workspaceId, key, randomUUID(), newUser)
  const users = [...keyring.users, user]
  return { keyring: seal({ ...keyring, users }, key), user: toUser(user) }
}

/** The keyring with a new passphrase for a user, by someone who holds the database key. */
export async function setPassphrase(
  keyring: Keyring,
  key: DatabaseKey,
  userId: string,
  passphrase: string,
  scryptN?: number,
): Promise<Keyring> {
  assertSealed(keyring, key)
  const old = findUser(keyring, { userId })
  const { name, role } = old
  const request =
    scryptN === undefined ? { name, role, passphrase } : { name, role, passphrase, scryptN }
  const renewed = await wrapForUser(keyring.workspaceId, key, userId, request)
  const users = keyring.users.map(each => (each.id === userId ? renewed : each))
  return seal({ ...keyring, users }, key)
}

/** The keyring with a user's own passphrase changed; throws wrongPassphrase for the old one. */
export async function changePassphrase(
  keyring: Keyring,
  userId: string,
  oldPassphrase: string,
  newPassphrase: string,
  scryptN?: number,
): Promise<Keyring> {
  const { databaseKey } = await unlockWithPassphrase(keyring, { userId }, oldPassphrase)
  try {
    return await setPassphrase(keyring, databaseKey, userId, newPassphrase, scryptN)
  } finally {
    databaseKey.destroy()
  }
}

/**
 * The keyring without a user; throws lastUser when nobody would be left to manage the workspace.
 * SECURITY: a copy of the old keyring still opens with that user's passphrase; copies must be guarded.
 */
export function removeUser(keyring: Keyring, key: DatabaseKey, userId: string): Keyring {
  assertSealed(keyring, key)
  const leaving = findUser(keyring, { userId })
  const users = keyring.users.filter(each => each.id !== userId)
  const wasLastAdministrator =
    leaving.role === 'administrator' && !users.some(each => each.role === 'administrator')
  if (users.length === 0 || wasLastAdministrator) throw new WorkspaceError('lastUser')
  return seal({ ...keyring, users }, key)
}

/** The keyring with a new recovery key, shown once; the old one stops working. */
export function renewRecoveryKey(
  keyring: Keyring,
  key: DatabaseKey,
): { keyring: Keyring; recoveryKey: string } {
  assertSealed(keyring, key)
  const secret = randomRecoverySecret()
  const recovery = wrapForRecovery(keyring.workspaceId, key, secret)
  return { keyring: seal({ ...keyring, recovery }, key), recoveryKey: printRecoveryKey(secret) }
}
