/** Whether one list holds exactly what the other holds, each once, in any order. */
export function isReordering<T>(before: readonly T[], after: readonly T[]): boolean {
  const left = new Set(before)
  return after.length === before.length && after.every(each => left.delete(each)) && left.size === 0
}

/** The list with one of its members at another place, counted from 0; the others keep their order. */
export function moved<T>(list: readonly T[], member: T, to: number): T[] {
  const rest = list.filter(each => each !== member)
  if (rest.length === list.length) return [...list]
  const at = Math.min(Math.max(0, to), rest.length)
  return [...rest.slice(0, at), member, ...rest.slice(at)]
}
