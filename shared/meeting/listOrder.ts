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

/**
 * Who has another place among those that both lists hold: the fewest that must have been moved to turn one order into the
 * other. Who only shifted because others came, went or moved is not among them.
 */
export function movedMembers<T>(before: readonly T[], after: readonly T[]): Set<T> {
  const places = new Map(before.map((member, place) => [member, place]))
  const common = after.filter(member => places.has(member))
  const ranks = common.map(member => places.get(member) ?? 0)
  // The longest row of members that kept their order: the best that ends at each, and whom it follows.
  const lengths: number[] = []
  const previous: number[] = []
  let end = -1
  ranks.forEach((rank, at) => {
    let [length, follows] = [1, -1]
    for (let earlier = 0; earlier < at; earlier += 1) {
      const candidate = (lengths[earlier] ?? 0) + 1
      if ((ranks[earlier] ?? 0) < rank && candidate > length)
        [length, follows] = [candidate, earlier]
    }
    lengths.push(length)
    previous.push(follows)
    if (end === -1 || length > (lengths[end] ?? 0)) end = at
  })
  const moving = new Set(common)
  for (let at = end; at !== -1; at = previous[at] ?? -1) {
    const member = common[at]
    if (member !== undefined) moving.delete(member)
  }
  return moving
}
