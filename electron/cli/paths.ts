import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { CliRefusal } from './command.ts'

/** A path as the person meant it: `npm run` changes the folder and remembers where it was called. */
export function pathOf(given: string): string {
  const { INIT_CWD: calledIn, npm_lifecycle_event: script } = process.env
  return resolve(script === 'cli' && calledIn !== undefined ? calledIn : process.cwd(), given)
}

/** The text of a small file; a refusal that names the option, not the path, where it cannot be read. */
export function readText(option: string, given: string): string {
  try {
    return readFileSync(pathOf(given), 'utf8')
  } catch {
    throw new CliRefusal(`The file of --${option} cannot be read.`)
  }
}
