import type { Output } from '../../shared/ipc/contract.ts'
import { CHECKS, verifyWorkspace } from '../db/verify.ts'
import type { Session } from './session.ts'

/** What each check found where it found nothing wrong. */
const SOUND = {
  integrity: 'The database file is whole.',
  references: 'Every record refers to records that are there.',
  schema: 'The database has the schema of this release.',
  keyring: 'The keyring can be read and belongs to this workspace.',
  history: 'The history of changes is complete and unaltered.',
  entries: 'Every entry is what the history says of it.',
  patients: 'Every patient is what the history says.',
  search: 'The search index fits the patients.',
  photographs: 'Every photograph has its picture, whole, and there is no other.',
  meetings: 'Every meeting and every list is what the history says.',
  outcomes: 'Every signed outcome is as it was signed, and guarded; every other is as recorded.',
} as const satisfies Record<(typeof CHECKS)[number], string>

export type Verification = ReturnType<typeof createVerification>

/** Reads the whole open workspace and says of each check whether it holds. */
export function createVerification(session: Session, imported: () => ReadonlySet<string>) {
  return {
    run: (): Output<'workspace:verify'> => {
      const faults = new Map(
        verifyWorkspace(session.need('read').workspace, imported()).map(each => [each.check, each]),
      )
      return {
        findings: CHECKS.map(check => {
          const fault = faults.get(check)
          const message = fault === undefined ? SOUND[check] : `${fault.message} (${fault.count})`
          return { check, ok: fault === undefined, message }
        }),
      }
    },
  }
}
