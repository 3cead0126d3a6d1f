import { missingForMeeting } from '../rules/missing.ts'
import type { BoardMissing } from './board.ts'
import type { CaseIndex } from './caseIndex.ts'
import { absent } from './makeFact.ts'

/** What the minimum data set of a meeting lacks, by name, and where it can be filled in. */
export function missingOf(index: CaseIndex): BoardMissing[] {
  return missingForMeeting(index.of).map(({ id, label, goTo }) => ({
    id,
    fact: { ...absent(`missing.${id}`), text: label },
    goTo,
  }))
}
