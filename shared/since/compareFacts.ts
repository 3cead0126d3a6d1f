import type { DetailGroup } from '../board/details.ts'
import type { Fact } from '../board/fact.ts'

/** One thing that is said otherwise than before; `now` or `was` is null where nothing is, or was, said of it. */
export type FactChange = Readonly<{
  /** The fact's own id, the same in both. */
  id: string
  label: string
  was: Fact | null
  now: Fact | null
}>

/** What two states of one entry say differently, fact by fact, in the words of each; in the order of what is said now. */
export function compareFacts(
  was: readonly DetailGroup[],
  now: readonly DetailGroup[],
): FactChange[] {
  const before = labelledFacts(was)
  const after = labelledFacts(now)
  return [...new Set([...after.keys(), ...before.keys()])].flatMap(id => {
    const [old, current] = [before.get(id), after.get(id)]
    if (old?.fact.text === current?.fact.text) return []
    return [
      {
        id,
        label: (current ?? old)?.label ?? '',
        was: old?.fact ?? null,
        now: current?.fact ?? null,
      },
    ]
  })
}

function labelledFacts(
  groups: readonly DetailGroup[],
): Map<string, Readonly<{ label: string; fact: Fact }>> {
  return new Map(
    groups.flatMap(({ label, facts }) => facts.map(fact => [fact.id, { label, fact }] as const)),
  )
}
