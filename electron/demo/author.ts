import { SessionUser } from '../../shared/ipc/contract.ts'
import type { Session } from '../services/session.ts'

/** The same session, acting in another name: what a demo begins with is not its user's to undo. */
export function asAuthor(
  session: Session,
  author: Readonly<{ id: string; name: string }>,
): Session {
  return {
    ...session,
    need: right => {
      const open = session.need(right)
      return { ...open, user: SessionUser.parse({ ...open.user, ...author }) }
    },
  }
}
