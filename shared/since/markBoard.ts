import type { Board } from '../board/board.ts'
import type { Fact } from '../board/fact.ts'
import type { News } from './news.ts'

/** The same board, with the leading fact of everything that is new marked: for paper, where no screen draws the mark. */
export function markBoard(board: Board, { items, marked }: News): Board {
  const changed = new Set(items.flatMap(({ changes }) => changes.map(({ of }) => of)))
  const lead = <T extends Readonly<{ entry: string | null }>, K extends keyof T>(
    row: T,
    key: K,
  ): T =>
    row.entry !== null && (marked as ReadonlySet<string>).has(row.entry)
      ? { ...row, [key]: { ...row[key], isNew: true } }
      : row
  const said = (fact: Fact): Fact => (changed.has(fact.id) ? { ...fact, isNew: true } : fact)
  const { banner } = board
  return {
    ...board,
    banner: { ...banner, name: said(banner.name), allergies: said(banner.allergies) },
    question: said(board.question),
    context: board.context.map(({ label, fact }) => ({ label, fact: said(fact) })),
    sites: board.sites.map(row => lead(row, 'name')),
    specimens: board.specimens.map(row => lead(row, 'from')),
    systemic: board.systemic.map(row => lead(row, 'name')),
    local: board.local.map(row => lead(row, 'what')),
    imaging: board.imaging.map(row => lead(row, 'what')),
    assessments: board.assessments.map(row => lead(row, 'what')),
    lesions: board.lesions.map(row => lead(row, 'name')),
    skinNotes: board.skinNotes.map(row => lead(row, 'what')),
    conflicts: board.conflicts.map(row => lead(row, 'title')),
    documents: board.documents.map(row => lead(row, 'title')),
    meetings: board.meetings.map(row => {
      const { outcome } = row
      if (outcome === null) return row
      const all = (facts: readonly Fact[]) => facts.map(said)
      return {
        ...row,
        outcome: {
          ...outcome,
          decision: said(outcome.decision),
          recommendations: all(outcome.recommendations),
          actions: all(outcome.actions),
          addenda: all(outcome.addenda),
          agreed: all(outcome.agreed),
          delivered: all(outcome.delivered),
        },
      }
    }),
  }
}
