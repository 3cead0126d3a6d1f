import { boardOf } from '../../shared/board/boardOf.ts'
import { type Bench, slowerRow } from './bench.ts'
import {
  caseFrom,
  openServices,
  patientIdOf,
  scaleOf,
  shuffledSeeds,
  workspaceOf,
} from './caseSource.ts'
import { interleave } from './interleave.ts'

/** Opening a patient behind the screen: the question to the services, and the board from the answer. */
export const openPatient: Bench = {
  name: 'open',
  run: async options => {
    const { many, few, entries } = scaleOf(options.quick)
    const large = await openServices(await workspaceOf({ patients: many, entries }, options))
    const small = await openServices(await workspaceOf({ patients: few, entries }, options))
    const open = async (app: typeof large, seed: number) => {
      const of = await caseFrom(app, patientIdOf(seed))
      boardOf(of, { cutoff: '>=1', today: '2026-11-22' })
      return undefined
    }
    const [inLarge, inSmall] = [shuffledSeeds(many, 1), shuffledSeeds(few, 2)]
    const sides = await interleave(
      turn => open(large, inLarge(turn)),
      turn => open(small, inSmall(turn)),
      options.quick
        ? { warmUp: 5, rounds: 10, perRound: 10 }
        : { warmUp: 20, rounds: 60, perRound: 20 },
    )
    await large.get('workspace:lock', {})
    await small.get('workspace:lock', {})
    return [
      slowerRow(
        {
          what: `open a patient: services and board, ${many} patients, ${many * entries} entries`,
          against: `${few} patients`,
          sides,
        },
        { most: 1.2 },
      ),
    ]
  },
}
