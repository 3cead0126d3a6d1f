import { indexCase } from '../board/caseIndex.ts'
import { chronology } from '../board/chronology.ts'
import { type Case, entriesOf } from '../case/entry.ts'
import type { Systemic } from '../case/treatment.ts'
import type { EntryId } from '../ids.ts'
import { type LineSuggestion, lineTreatmentOf, suggestLine } from '../rules/lineSuggestion.ts'

/**
 * The suggested line of a treatment as its form says it, among the treatments of its case in the order in which they began.
 * That one came after another counts as recorded only where their dates say so, or where its start counts from the other.
 */
export function suggestLineFor(of: Case, id: EntryId, body: Systemic): LineSuggestion | null {
  const others = of.entries.filter(entry => entry.id !== id)
  const withIt: Case = { ...of, entries: [...others, { id, revision: 1, body }] }
  const time = chronology(indexCase(withIt, '>=1'))
  const axes = [time.places('surgery'), time.places('calendar')]
  /** Whether an event certainly lies before another one, on some axis. */
  const isBefore = (a: EntryId, b: EntryId) =>
    axes.some(places => {
      const end = places[`${a}:start`]?.high ?? null
      const start = places[`${b}:start`]?.low ?? null
      return end !== null && start !== null && end <= start
    })
  const ordered = entriesOf(withIt, 'systemic').toSorted((a, b) => time.order(a.id, b.id))
  const progressions = entriesOf(withIt, 'assessment').filter(
    ({ body: assessment }) =>
      assessment.type === 'response' && assessment.value?.trim().toUpperCase() === 'PD',
  )
  const treatments = ordered.map((entry, index) => {
    const previous = ordered[index - 1]
    if (previous === undefined)
      return lineTreatmentOf(entry, { orderRecorded: true, progressionBefore: false })
    const countsFromIt = entry.body.started.some(
      statement =>
        statement.kind === 'relative' &&
        statement.anchor.entry === previous.id &&
        statement.offset.type !== 'before',
    )
    return lineTreatmentOf(entry, {
      orderRecorded: countsFromIt || isBefore(previous.id, entry.id),
      progressionBefore: progressions.some(
        progression => isBefore(previous.id, progression.id) && isBefore(progression.id, entry.id),
      ),
    })
  })
  return suggestLine(treatments, id)
}
