import { EntryBody } from '../../shared/case/entry.ts'
import { toJson } from '../db/json.ts'
import type { Change } from '../db/queries/changes.ts'
import type { PlannedChange } from './casePlan.ts'
import { conflict, invalidInput } from './refusal.ts'
import type { OpenSession } from './session.ts'
import { keptPicture, picturesOf } from './storedPicture.ts'

type Step = Exclude<PlannedChange, { do: 'details' }>

/** Whether a change is about a photograph, which needs a right of its own. */
export function isAboutPhotograph(change: PlannedChange): change is Step {
  return change.do !== 'details' && (change.after ?? change.before)?.kind === 'photograph'
}

/**
 * Throws where a photograph names a picture that was not imported, would become another picture, or would be removed as
 * other entries are: its bytes go with it, so that is an act of its own.
 */
export function assertPhotographs(open: OpenSession, planned: readonly PlannedChange[]): void {
  for (const change of planned.filter(isAboutPhotograph)) {
    if (change.do === 'remove')
      throw conflict(
        'A photograph is removed by itself, because its picture goes with it and cannot be brought back. Nothing was changed; remove it where it is shown.',
      )
    const path = `changes[${change.at}].body.picture`
    const named = pictureIn(change.after)
    if (change.do === 'update') {
      if (toJson(named) === toJson(pictureIn(change.before))) continue
      throw invalidInput([{ path, message: 'stays what it is; add another photograph instead' }])
    }
    const kept = named === null ? null : keptPicture(picturesOf(open), named.attachment)
    if (kept === null || toJson(kept) !== toJson(named))
      throw invalidInput([{ path, message: 'must be a picture that was imported' }])
  }
}

/** Whether taking these changes back brings back no photograph whose picture has been deleted meanwhile. */
export function bringsBackKeptPictures(open: OpenSession, changes: readonly Change[]): boolean {
  return changes.every(({ kind, action, before }) => {
    if (kind !== 'photograph' || action !== 'remove') return true
    const body = EntryBody.safeParse(before)
    const picture = body.success ? pictureIn(body.data) : null
    return picture !== null && picturesOf(open).has(picture.attachment)
  })
}

function pictureIn(body: EntryBody) {
  return body.kind === 'photograph' ? body.picture : null
}
