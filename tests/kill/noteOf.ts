/** The note of the n-th act of a round: its own words, between some and some thousand letters long. */
export function noteOf(round: string, n: number): string {
  return `round ${round}, act ${n} ${'t'.repeat((n * 37) % 3000)}`
}
