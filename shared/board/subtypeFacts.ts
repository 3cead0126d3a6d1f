import type { EntryId } from '../ids.ts'
import { surrogateSubtype } from '../receptors/subtype.ts'
import type { BoardSpecimen } from './board.ts'
import type { CaseIndex } from './caseIndex.ts'
import { derived } from './makeFact.ts'
import type { OrderedSpecimens } from './specimens.ts'

/** The surrogate subtype of a specimen with the criterion that fired, named as derived and as a surrogate. */
export function subtypeFacts(
  index: CaseIndex,
  ordered: OrderedSpecimens,
  id: EntryId,
  key: string,
): BoardSpecimen['subtype'] {
  const specimen = ordered.receptors.find(one => one.id === id)
  if (specimen === undefined) return null
  const subtype = surrogateSubtype(specimen, index.cutoff)
  const evidence = subtype.evidence === null ? '' : `; ${subtype.evidence}`
  const conditional = subtype.conditional.map(text => `; also ${text}`).join('')
  return {
    label: derived(`${key}.subtype`, subtype.label),
    criterion: derived(`${key}.subtype.criterion`, `${subtype.detail}${conditional}${evidence}`),
  }
}
