import type { Channel } from '../../shared/ipc/channels.ts'
import type { IpcError } from '../../shared/ipc/errors.ts'
import { RevisionConflict } from '../db/revisionConflict.ts'
import type { Log } from '../services/log.ts'
import { changedInBetween, Refusal } from '../services/refusal.ts'
import { asWorkspaceError, WorkspaceError } from '../vault/workspaceError.ts'

/** What the screen is told of a failure: expected ones as they are, a bug as a number in the log. */
export function toIpcError(error: unknown, channel: Channel, log: Log): IpcError {
  if (error instanceof Refusal) return error.error
  if (error instanceof RevisionConflict) return changedInBetween().error
  const known =
    error instanceof WorkspaceError || isFromSqlite(error) ? asWorkspaceError(error) : null
  if (known !== null) return ofWorkspace(known)
  const logId = log.bug(channel, error)
  return {
    kind: 'internal',
    message: `Something went wrong inside MetBoard. Everything saved before is kept; try again, and if it happens again report the number ${logId}.`,
    logId,
  }
}

function ofWorkspace({ code, message }: WorkspaceError): IpcError {
  // The contract counts these two among the refusals of an act, not among the states of a workspace.
  if (code === 'nameTaken' || code === 'lastUser') return { kind: 'conflict', message }
  return { kind: 'workspace', problem: code, message }
}

function isFromSqlite(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('SQLITE_')
  )
}
