import type { Change } from '../db/queries/changes.ts'

/** What an act on a list did, in a few words for the undo button; without a patient's data. */
export function describeListAct(changes: readonly Change[]): string {
  const items = changes.filter(({ entity }) => entity === 'listItem')
  const deferred = items.some(
    ({ after, before }) => stateOf(after) === 'deferred' && stateOf(before) !== 'deferred',
  )
  if (deferred) return 'defer a case'
  const added = items.filter(({ action }) => action === 'create').length
  if (added > 0) return `add ${added === 1 ? 'a patient' : `${added} patients`} to the list`
  if (items.some(({ action }) => action === 'remove')) return 'take a patient off the list'
  if (items.length > 0) return 'change a case of the list'
  if (changes.some(({ kind }) => kind === 'order')) return 'change the order of the list'
  return 'change the meeting'
}

function stateOf(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('state' in body)) return null
  const { state } = body
  return typeof state === 'object' && state !== null && 'state' in state ? state.state : null
}
