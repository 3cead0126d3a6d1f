import { syntheticCase } from '../../electron/demo/synthetic/syntheticCase.ts'
import { boardOf } from '../../shared/board/boardOf.ts'
import { CUTOFFS } from '../../shared/receptors/cutoffId.ts'
import { absoluteRow, type Bench } from './bench.ts'
import { repeat } from './interleave.ts'

/** Switching the cut-off computes the board anew and asks the services nothing. */
export const cutoff: Bench = {
  name: 'cutoff',
  run: async ({ quick }) => {
    const rows = []
    for (const entries of [60, 500]) {
      const of = syntheticCase(1, { entries })
      const times = await repeat(
        turn => {
          const next = CUTOFFS[turn % CUTOFFS.length] ?? '>=1'
          boardOf(of, { cutoff: next, today: '2026-11-22' })
          return undefined
        },
        { warmUp: 50, rounds: quick ? 50 : 300 },
      )
      rows.push(absoluteRow(`switch the cut-off: board of ${entries} entries`, times, null))
    }
    return rows
  },
}
