/** Ends a `switch` over a closed list: adding a member makes the compiler point here. */
export function assertNever(value: never): never {
  throw new Error(`unexpected member of a closed list: ${typeof value}`)
}
