import { CALL_WORD, type Call, possibleText } from './callKind.ts'
import { callIn, type SpecimenReceptors } from './compare.ts'
import { CUTOFFS, type CutoffId } from './cutoffId.ts'

/** The calls that would read otherwise under another rule, specimens of one call together. */
export type CallsUnder = Readonly<{
  cutoff: CutoffId
  groups: readonly Readonly<{ labels: readonly string[]; word: string }>[]
  /** "A negative, C undecidable"; empty where nothing differs. */
  text: string
}>

/**
 * For the switch of the rule: under the rule in force the calls of every specimen that another rule would change; under
 * each other rule the calls that differ from the rule in force.
 */
export function callsUnderEachRule(
  specimens: readonly SpecimenReceptors[],
  marker: string,
  inForce: CutoffId,
): CallsUnder[] {
  const same = (s: SpecimenReceptors, cutoff: CutoffId) =>
    callIn(s, marker, cutoff).possible.join() === callIn(s, marker, inForce).possible.join()
  return CUTOFFS.map(cutoff => {
    const differing = specimens.filter(s =>
      cutoff === inForce ? CUTOFFS.some(other => !same(s, other)) : !same(s, cutoff),
    )
    const labelled = differing.map(s => ({
      label: s.label,
      word: shortWord(callIn(s, marker, cutoff)),
    }))
    const groups = [...new Set(labelled.map(({ word }) => word))].map(word => ({
      labels: labelled.filter(one => one.word === word).map(({ label }) => label),
      word,
    }))
    const text = groups.map(({ labels, word }) => `${labels.join(', ')} ${word}`).join(', ')
    return { cutoff, groups, text }
  })
}

function shortWord(call: Call): string {
  return call.kind === 'undecidable'
    ? possibleText(call.possible, '').replace(/ \(\)$/, '')
    : CALL_WORD[call.kind]
}
