/** The members of a closed list whose words are known, in the order in which they are written. */
export function membersOf<const L extends Readonly<Record<string, string>>>(
  labels: L,
): readonly (keyof L & string)[] {
  return Object.keys(labels)
}
