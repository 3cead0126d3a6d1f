import { randomUUID } from 'node:crypto'
import { openWorkspace, type Workspace } from '../db/open.ts'
import { appendChange } from '../db/queries/changes.ts'
import { listUsers, setPassphrase, type WorkspaceUser } from '../vault/keyring.ts'
import { readKeyring, writeKeyring } from '../vault/keyringFile.ts'
import { passphraseProblem } from '../vault/passphrase.ts'
import { WorkspaceError } from '../vault/workspaceError.ts'

export type Recovery = Readonly<{
  folder: string
  recoveryKey: string
  userName: string
  newPassphrase: string
  scryptN: number | null
  /** ISO date and time, for the history. */
  at: string
}>

/**
 * Opens a workspace with its recovery key and gives one of its users a new passphrase, who is then at it. The database
 * is opened first, so that nothing changes unless the key fits and nobody else has it open.
 */
export async function recoverWorkspace(recovery: Recovery): Promise<Workspace> {
  const { folder, recoveryKey, userName, newPassphrase, scryptN, at } = recovery
  if (passphraseProblem(newPassphrase) !== null) throw new WorkspaceError('weakPassphrase')
  const workspace = await openWorkspace(folder, { recoveryKey })
  try {
    const keyring = readKeyring(workspace.folder)
    const user = listUsers(keyring).find(each => foldUserName(each.name) === foldUserName(userName))
    if (user === undefined) throw new WorkspaceError('unknownUser')
    const { databaseKey } = workspace
    const renewed =
      scryptN === null
        ? await setPassphrase(keyring, databaseKey, user.id, newPassphrase)
        : await setPassphrase(keyring, databaseKey, user.id, newPassphrase, scryptN)
    writeKeyring(workspace.folder, renewed)
    recordRecovery(workspace, user, at)
    return Object.freeze({ ...workspace, user })
  } catch (error) {
    workspace.close()
    throw error
  }
}

function foldUserName(name: string): string {
  return name.trim().normalize('NFC').toLocaleLowerCase('en')
}

function recordRecovery({ db, workspaceId }: Workspace, user: WorkspaceUser, at: string): void {
  appendChange(db, {
    at,
    userId: user.id,
    userName: user.name,
    patientId: null,
    entity: 'workspace',
    entityId: workspaceId,
    kind: 'workspace',
    action: 'update',
    before: null,
    after: { passphraseRenewedWithRecoveryKeyFor: user.id },
    act: randomUUID(),
    undoes: null,
  })
}
