import type { Answers } from '../case/answers.ts'
import { ANSWERS, type Answer } from '../codes/skin/answers.ts'
import { ok } from '../result.ts'
import { type Codec, codec } from './codec.ts'

/** Several of a closed list, in the order of the list. */
export function someChoices<M extends string>(members: readonly M[]): Codec<M[], readonly M[]> {
  return codec<M[], readonly M[]>({
    blank: [],
    show: value => value,
    read: typed => ok(members.filter(member => typed.includes(member))),
    fits: (value: unknown): value is readonly M[] =>
      Array.isArray(value) && value.every(each => members.some(member => member === each)),
  })
}

/** An answer to each of a closed list; blank is not recorded. */
export type AnswersTyped<K extends string> = { readonly [P in K]: Answer | '' }

/** An answer to each finding of a closed list. What is left blank is not stored. */
export function answersField<K extends string>(
  keys: readonly K[],
): Codec<Answers<K>, AnswersTyped<K>> {
  // Built from every key: TypeScript does not follow that through Object.fromEntries.
  const collect = (of: (key: K) => Answer | '') =>
    Object.fromEntries(keys.map(key => [key, of(key)])) as AnswersTyped<K>
  const isAnswer = (value: unknown) => value === '' || ANSWERS.some(answer => answer === value)
  return codec<Answers<K>, AnswersTyped<K>>({
    blank: collect(() => ''),
    show: value => collect(key => value[key] ?? ''),
    read: typed =>
      ok(
        Object.fromEntries(
          keys.flatMap(key => (typed[key] === '' ? [] : [[key, typed[key]]])),
        ) as Answers<K>,
      ),
    fits: (value: unknown): value is AnswersTyped<K> =>
      typeof value === 'object' &&
      value !== null &&
      Object.keys(value).length === keys.length &&
      keys.every(key => isAnswer((value as Record<string, unknown>)[key])),
  })
}
