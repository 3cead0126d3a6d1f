import type { BoardConflict } from './board.ts'
import type { CaseIndex } from './caseIndex.ts'
import { absent, reported } from './makeFact.ts'

/** Every conflict with all its statements and their sources, settled ones with the reason. */
export function boardConflicts(index: CaseIndex): BoardConflict[] {
  return index.conflicts.map(conflict => {
    const key = `conflict.${conflict.label}`
    return {
      entry: conflict.entry,
      label: conflict.label,
      title: reported(`${key}.title`, conflict.title),
      statements: conflict.statements.map((statement, i) => ({
        short: reported(`${key}.${i}.short`, statement.short),
        text: reported(`${key}.${i}.text`, statement.text),
        source:
          statement.source === null
            ? absent(`${key}.${i}.source`, 'notRecorded', 'source')
            : reported(`${key}.${i}.source`, index.sourceText(statement.source)),
      })),
      settled: settledFact(key, conflict),
      about: conflict.about,
    }
  })
}

function settledFact(key: string, { settlement, statements }: CaseIndex['conflicts'][number]) {
  if (settlement === null) return null
  const holds = settlement.holds === null ? null : statements[settlement.holds]
  const what =
    holds === undefined || holds === null ? 'no single statement holds' : `“${holds.short}” holds`
  return reported(`${key}.settled`, `settled: ${what}; ${settlement.reason} (${settlement.by})`)
}
