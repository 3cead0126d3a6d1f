import { randomBytes } from 'node:crypto'
import { appendFileSync, chmodSync, renameSync, statSync } from 'node:fs'
import type { Clock } from './clock.ts'

/** Takes one line of the log. */
export type LogSink = (line: string) => void

export type Log = Readonly<{
  /** Puts a bug on record and returns the number under which it stands. */
  bug: (where: string, error: unknown) => string
}>

const LARGEST_LOG_BYTES = 2 * 1024 * 1024
const DEEPEST_CAUSE = 4

/**
 * SECURITY: a message may quote what was typed, so the log keeps the class, the code and the places in our own program,
 * and never the words of an error.
 */
export function createLog(sink: LogSink, clock: Pick<Clock, 'now'>): Log {
  return {
    bug: (where, error) => {
      const id = randomBytes(4).toString('hex')
      const record = { at: clock.now().toISOString(), id, where, error: redacted(error, 0) }
      try {
        sink(JSON.stringify(record))
      } catch {
        // A full disk must not turn one failure into two; the number still reaches the screen.
      }
      return id
    },
  }
}

type Redacted = Readonly<{
  class: string
  code: string | null
  frames: readonly string[]
  cause: Redacted | null
}>

function redacted(error: unknown, depth: number): Redacted {
  if (!(error instanceof Error))
    return { class: `thrown ${typeof error}`, code: null, frames: [], cause: null }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  return {
    class: error.constructor.name,
    code: code !== null && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : null,
    frames: framesOf(error),
    cause:
      error.cause === undefined || depth >= DEEPEST_CAUSE ? null : redacted(error.cause, depth + 1),
  }
}

/** Function and place of each frame. The text before the frames holds the message, so it is cut off first. */
function framesOf({ stack = '', message }: Error): string[] {
  const at = message === '' ? -1 : stack.indexOf(message)
  const frames = at < 0 ? stack : stack.slice(at + message.length)
  return frames.split('\n').flatMap(line => {
    const found = FRAME.exec(line)
    if (found === null) return []
    const [, name = '', file = '', place = ''] = found
    const known = inProgram(file)
    return known === null ? [] : [`${name === '' ? '' : `${name} `}${known}:${place}`]
  })
}

const FRAME =
  /^ {4}at (?:(?:async )?([\w.$<>#]+(?: \[as \w+\])?) \()?((?:file|node):[^\s()]*|[^\s()]+\.[cm]?[jt]s):(\d+:\d+)\)?$/

/** A path from the program's own folder on: the folders above it may name a person. Null for any other file. */
function inProgram(file: string): string | null {
  if (file.startsWith('node:')) return file
  return /(?:^|[\\/])((?:node_modules|electron|shared|tests|out)[\\/].*)$/.exec(file)?.[1] ?? null
}

/** Appends to a file, which is put aside as `.old` when it has grown large. */
export function fileSink(file: string): LogSink {
  return line => {
    try {
      if (statSync(file).size > LARGEST_LOG_BYTES) renameSync(file, `${file}.old`)
    } catch {
      // Not there yet.
    }
    appendFileSync(file, `${line}\n`, { mode: 0o600 })
    chmodSync(file, 0o600)
  }
}

export const stderrSink: LogSink = line => {
  process.stderr.write(`${line}\n`)
}
