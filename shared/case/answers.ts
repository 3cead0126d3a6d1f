import { z } from 'zod'
import { ANSWERS, type Answer as Member } from '../codes/skin/answers.ts'

/** Yes, no or not assessed; null is not recorded. */
export const Answer = z.enum(ANSWERS)
export type Answer = Member

/** What is said of each of a closed list of findings. One that is not there is not recorded. */
export function answersTo<const K extends string>(keys: readonly K[]) {
  return z.partialRecord(z.enum(keys), Answer)
}
export type Answers<K extends string> = Readonly<Partial<Record<K, Answer>>>

/** Any number of a closed list, each at most once. */
export function someOf<const K extends string>(members: readonly K[]) {
  return z
    .array(z.enum(members))
    .max(members.length)
    .refine(list => new Set(list).size === list.length, 'names one thing twice')
}
