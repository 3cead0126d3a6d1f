import { ok } from '../result.ts'
import { LONGEST_LINE, LONGEST_TEXT } from '../text.ts'
import { type Codec, codec, wrong } from './codec.ts'

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** Why a text cannot be kept as typed, or null. */
export function textProblem(text: string, longest: number): string | null {
  if (text.length > longest) return `This is longer than ${longest} characters.`
  if (text.includes('\0')) return 'This contains a character that cannot be kept.'
  if (longest === LONGEST_LINE && /[\n\r]/.test(text)) return 'Write this on one line.'
  return null
}

function optional(longest: number): Codec<string | null, string> {
  return codec({
    blank: '',
    show: value => value ?? '',
    read(typed, _was, _context, path) {
      if (typed.trim() === '') return ok(null)
      const problem = textProblem(typed, longest)
      return problem === null ? ok(typed) : wrong(path, problem)
    },
    fits: isText,
  })
}

function needed(longest: number, message: string): Codec<string, string> {
  return codec({
    blank: '',
    show: value => value,
    read(typed, _was, _context, path) {
      if (typed.trim() === '') return wrong(path, message)
      const problem = textProblem(typed, longest)
      return problem === null ? ok(typed) : wrong(path, problem)
    },
    fits: isText,
  })
}

/** One line as typed; blank is "not recorded". */
export const optionalLine = optional(LONGEST_LINE)
/** Any number of lines as typed; blank is "not recorded". */
export const optionalProse = optional(LONGEST_TEXT)
export const neededLine = (message: string) => needed(LONGEST_LINE, message)
export const neededProse = (message: string) => needed(LONGEST_TEXT, message)

/** One of a closed list, or nothing chosen. */
export function optionalChoice<M extends string>(members: readonly M[]): Codec<M | null, M | ''> {
  const isMember = (value: unknown): value is M | '' =>
    value === '' || members.some(member => member === value)
  return codec({
    blank: '',
    show: value => value ?? '',
    read: typed => ok(typed === '' ? null : typed),
    fits: isMember,
  })
}

/** One of a closed list that holds its own neutral member, which a new form starts with. */
export function choiceFrom<M extends string>(members: readonly M[], neutral: M): Codec<M, M> {
  return codec({
    blank: neutral,
    show: value => value,
    read: typed => ok(typed),
    fits: (value: unknown): value is M => members.some(member => member === value),
  })
}

/** One of a closed list that a person must choose: there is no neutral member to start with. */
export function neededChoice<M extends string>(
  members: readonly M[],
  message: string,
): Codec<M, M | ''> {
  return codec({
    blank: '',
    show: value => value,
    read: (typed, _was, _context, path) => (typed === '' ? wrong(path, message) : ok(typed)),
    fits: (value: unknown): value is M | '' =>
      value === '' || members.some(member => member === value),
  })
}

/** A whole number within bounds, or nothing. */
export function optionalCount(low: number, high: number): Codec<number | null, string> {
  return codec({
    blank: '',
    show: value => (value === null ? '' : String(value)),
    read(typed, _was, _context, path) {
      const text = typed.trim()
      if (text === '') return ok(null)
      const n = /^\d{1,6}$/.test(text) ? Number(text) : null
      return n === null || n < low || n > high
        ? wrong(path, `Type a whole number from ${low} to ${high}.`)
        : ok(n)
    },
    fits: isText,
  })
}
