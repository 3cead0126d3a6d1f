/** The value below which a share `q` (0 to 1) of the values lies, between neighbours in proportion. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const place = (sorted.length - 1) * q
  const low = sorted[Math.floor(place)]
  const high = sorted[Math.ceil(place)]
  if (low === undefined || high === undefined) throw new RangeError('no values')
  return low + (high - low) * (place - Math.floor(place))
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

export type Spread = Readonly<{ median: number; p5: number; p95: number }>

export function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), p5: quantile(values, 0.05), p95: quantile(values, 0.95) }
}
