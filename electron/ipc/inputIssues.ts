import type { z } from 'zod'
import { CONTRACT } from '../../shared/ipc/contract.ts'
import type { InputIssue } from '../../shared/ipc/errors.ts'

const MOST_ISSUES = 20
const LONGEST_PATH = 200

type Issue = z.core.$ZodIssue

/** What the schemas found, as places and rules. SECURITY: neither a value nor a field name from outside is repeated. */
export function inputIssues(issues: readonly Issue[]): InputIssue[] {
  return issues.slice(0, MOST_ISSUES).map(issue => ({
    path: pathOf(issue.path),
    message: ruleOf(issue),
  }))
}

/** Each rule in our own words: the schema library's might one day quote what was typed. */
function ruleOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${article(issue.expected)}`
    case 'too_big':
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}`
    case 'too_small':
      return `must be at least ${issue.minimum}${unitOf(issue.origin)}`
    case 'invalid_format':
      return formatRule(issue.format)
    case 'unrecognized_keys':
      return 'has a field that is not known here'
    case 'invalid_value':
      return `must be one of: ${issue.values.map(String).join(', ')}`
    case 'invalid_union':
      return unionRule(issue)
    case 'custom':
      return issue.message
    default:
      return 'does not fit'
  }
}

/** A date of any precision is the one plain union of forms; the others are told apart by a field. */
function unionRule(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  if (issue.discriminator !== undefined) return 'is of no known kind'
  const isDate = issue.errors.flat().some(each => 'format' in each && each.format === 'date')
  return isDate ? 'must be a date that exists, such as 2022-05-03, 2022-05 or 2022' : 'does not fit'
}

function formatRule(format: string): string {
  switch (format) {
    case 'uuid':
      return 'must be an id'
    case 'date':
      return 'must be a day that exists, such as 2022-05-03'
    case 'datetime':
      return 'must be a date and time'
    default:
      return 'has the wrong form'
  }
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters'
  return origin === 'array' ? ' items' : ''
}

function article(expected: string): string {
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`
}

const FIELD_NAMES = fieldNames()

function pathOf(path: readonly PropertyKey[]): string {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`
    else {
      const name = typeof step === 'string' && FIELD_NAMES.has(step) ? step : '?'
      text += text === '' ? name : `.${name}`
    }
  }
  return text.slice(0, LONGEST_PATH)
}

/** Every field name of the contract: the only words that a path may repeat. */
function fieldNames(): ReadonlySet<string> {
  const names = new Set<string>()
  const seen = new Set<unknown>()
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || seen.has(node)) return
    seen.add(node)
    const { def } = ('_zod' in node ? node._zod : {}) as { def?: Record<string, unknown> }
    if (def === undefined) return
    const { shape, element, options, innerType, in: inner } = def
    if (typeof shape === 'object' && shape !== null)
      for (const [name, field] of Object.entries(shape)) {
        names.add(name)
        visit(field)
      }
    for (const child of [element, innerType, inner]) visit(child)
    if (Array.isArray(options)) for (const option of options) visit(option)
  }
  for (const { input } of Object.values(CONTRACT)) visit(input)
  return names
}
