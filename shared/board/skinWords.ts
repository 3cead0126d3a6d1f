import type { Answers } from '../case/answers.ts'
import { ANSWER_LABEL, type Answer } from '../codes/skin/answers.ts'
import { formatQuantity } from '../values/formatQuantity.ts'
import type { Quantity } from '../values/quantity.ts'
import type { Fact } from './fact.ts'
import { absent, quote, reported, uncapitalised } from './makeFact.ts'

/** "Firm nodules, plaques"; null for none. */
export function namesOf<M extends string>(
  members: readonly M[],
  label: Readonly<Record<M, string>>,
): string | null {
  if (members.length === 0) return null
  const [first, ...rest] = members.map(member => label[member])
  return [first, ...rest.map(name => uncapitalised(name ?? ''))].join(', ')
}

/** A list of members and the words beside it: "Non-stick, charcoal; “Brand X”". */
export function withWords(names: string | null, words: string | null): string | null {
  const parts = [names, words === null ? null : quote(words)].filter(part => part !== null)
  return parts.length === 0 ? null : parts.join('; ')
}

/** "low dose: not assessed" and its words; null where nothing is recorded. */
export function answerText(what: string, answer: Answer | null, words: string | null = null) {
  if (answer === null && words === null) return null
  const said = withWords(answer === null ? null : ANSWER_LABEL[answer], words)
  return `${what}: ${said}`
}

export function quantityText(what: string, quantity: Quantity | null): string | null {
  return quantity === null ? null : `${what} ${formatQuantity(quantity)}`
}

/** Facts of texts under their names; what is not recorded is left out. */
export function factsFrom(
  key: string,
  texts: readonly (readonly [name: string, text: string | null])[],
): Fact[] {
  return texts.flatMap(([name, text]) => (text === null ? [] : [reported(`${key}.${name}`, text)]))
}

const GIVEN = [
  { answer: 'yes', name: 'yes' },
  { answer: 'no', name: 'no' },
  { answer: 'notAssessed', name: 'notAssessed' },
] as const

/**
 * What was answered of a list of findings: those there, those not there and those not assessed, each in one fact. What
 * nothing is recorded of is in none of them.
 */
export function answeredFacts<K extends string>(
  key: string,
  answers: Answers<K>,
  { order, label, lead }: AnsweredWords<K>,
): Fact[] {
  return GIVEN.flatMap(({ answer, name }) => {
    const names = namesOf(
      order.filter(member => answers[member] === answer),
      label,
    )
    if (names === null) return []
    const id = `${key}.${name}`
    if (answer === 'notAssessed') return [{ ...absent(id), text: `not assessed: ${named(names)}` }]
    return [
      reported(
        id,
        answer === 'yes' && lead.yes === '' ? names : `${lead[answer]}: ${named(names)}`,
      ),
    ]
  })
}

/** After a colon a name stands in small letters, as it does inside a list. */
function named(names: string): string {
  return uncapitalised(names)
}

export type AnsweredWords<K extends string> = Readonly<{
  order: readonly K[]
  label: Readonly<Record<K, string>>
  /** What stands before those that are there, and before those that are not. */
  lead: Readonly<{ yes: string; no: string }>
}>
