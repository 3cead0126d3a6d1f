import { setImmediate } from 'node:timers/promises'
import { median } from './statistics.ts'

/** Does the thing once and gives the milliseconds that it took, or nothing to be timed from outside. */
export type Work = (turn: number) => number | undefined | Promise<number | undefined>

export type Sides = Readonly<{
  /** Milliseconds of every repetition. */
  ours: readonly number[]
  theirs: readonly number[]
  /** Ours to theirs, one for each round. */
  ratios: readonly number[]
}>

export type Repetitions = Readonly<{
  /** Rounds that are not counted. */
  warmUp: number
  rounds: number
  /** Repetitions of each side within a round; the round's ratio is that of their medians. */
  perRound: number
}>

/** Runs both sides in turn (A B A B …), so that whatever else the machine does meets both alike. */
export async function interleave(
  ours: Work,
  theirs: Work,
  { warmUp, rounds, perRound }: Repetitions,
): Promise<Sides> {
  const all = { ours: [] as number[], theirs: [] as number[], ratios: [] as number[] }
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const of = { ours: [] as number[], theirs: [] as number[] }
    for (let repetition = 0; repetition < perRound; repetition += 1) {
      const turn = round * perRound + repetition
      of.ours.push(await timed(ours, turn))
      of.theirs.push(await timed(theirs, turn))
    }
    if (round < warmUp) continue
    all.ours.push(...of.ours)
    all.theirs.push(...of.theirs)
    all.ratios.push(median(of.ours) / median(of.theirs))
  }
  return all
}

/** Runs one side alone. */
export async function repeat(work: Work, { warmUp, rounds }: Omit<Repetitions, 'perRound'>) {
  const times: number[] = []
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const time = await timed(work, round)
    if (round >= warmUp) times.push(time)
  }
  return times
}

async function timed(work: Work, turn: number): Promise<number> {
  // What the last repetition left to do is not charged to this one.
  await setImmediate()
  const start = performance.now()
  const own = await work(turn)
  return own ?? performance.now() - start
}
