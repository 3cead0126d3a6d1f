/** Whether a value holds lists or objects inside each other more than `most` times; looks no deeper than that. */
export function isNestedBeyond(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false
  if (most === 0) return true
  return Object.values(value).some(part => isNestedBeyond(part, most - 1))
}
