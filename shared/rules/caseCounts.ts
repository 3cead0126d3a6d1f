import { type Case, entriesOf } from '../case/entry.ts'
import type { CaseCounts } from '../patient/patientList.ts'
import { conflictsOf } from './conflicts.ts'
import { missingForMeeting } from './missing.ts'

/** Rises whenever a rule below counts otherwise than before, so that stored counts are made anew. */
export const COUNTS_VERSION = 3

/** What a list of patients shows of a case, by the same rules as its board. */
export function caseCounts(of: Case): CaseCounts {
  const sites = entriesOf(of, 'site')
  const certain = (certainty: 'confirmed' | 'suspected') =>
    sites.filter(({ body }) => body.certainty === certainty).length
  return {
    conflicts: conflictsOf(of).filter(({ settlement }) => settlement === null).length,
    missing: missingForMeeting(of).length,
    awaited: awaitedResults(of),
    confirmed: certain('confirmed'),
    suspected: certain('suspected'),
  }
}

/** Results, hybridisations of HER2, assessments, cultures and answers about the patient that are recorded as pending. */
function awaitedResults(of: Case): number {
  const results = entriesOf(of, 'specimen').flatMap(({ body }) => body.results)
  const assessments = entriesOf(of, 'assessment').map(({ body }) => body)
  const [context] = entriesOf(of, 'context')
  const answers = context === undefined ? [] : [context.body.germline]
  const pending = [...results, ...assessments, ...answers].filter(
    ({ missing }) => missing === 'pending',
  )
  const hybridisations = results.filter(
    ({ readings }) =>
      readings.some(({ ish }) => ish?.missing === 'pending') &&
      readings.every(({ ish }) => !ish?.result),
  )
  const cultures = entriesOf(of, 'skinNote').filter(({ body }) => body.culture === 'pending')
  return pending.length + hybridisations.length + cultures.length
}
