/** Class names joined, leaving out what is not given. */
export function cx(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(name => typeof name === 'string' && name !== '').join(' ')
}
