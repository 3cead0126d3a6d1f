import { membersOf } from '../closedList.ts'

/** What is said of one finding. Not recorded is that nothing is said: three answers and none are four things. */
export const ANSWER_LABEL = {
  yes: 'yes',
  no: 'no',
  notAssessed: 'not assessed',
} as const
export const ANSWERS = membersOf(ANSWER_LABEL)
export type Answer = keyof typeof ANSWER_LABEL
