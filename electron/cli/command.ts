import type { ParseArgsOptionsConfig } from 'node:util'

/** What was given on the command line, by option name. */
export type Values = Readonly<Record<string, string | boolean | undefined>>

export type Command = Readonly<{
  name: string
  /** One line each way of calling it. */
  usage: readonly string[]
  options: ParseArgsOptionsConfig
  run: (values: Values) => Promise<void>
}>

/** The command was called in a way that it does not understand: exit code 2, with the usage. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The command was understood and refused: exit code 1, with this sentence. SECURITY: never patient data. */
export class CliRefusal extends Error {
  override readonly name = 'CliRefusal'
}

/** The text of an option, or null where it was not given. */
export function textOf(values: Values, name: string): string | null {
  const value = values[name]
  if (typeof value !== 'string') return null
  if (value === '') throw new UsageError(`--${name} is empty.`)
  return value
}

/** One of a closed list, or its first member where the option was not given. */
export function choiceOf<T extends string>(
  values: Values,
  name: string,
  choices: readonly [T, ...T[]],
): T {
  const text = textOf(values, name)
  if (text === null) return choices[0]
  const found = choices.find(choice => choice === text)
  if (found === undefined) throw new UsageError(`--${name} is one of ${choices.join(', ')}.`)
  return found
}
