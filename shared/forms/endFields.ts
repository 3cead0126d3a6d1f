import type { End } from '../case/common.ts'
import type { Codec } from './codec.ts'
import { type WhenTyped, when } from './dateFields.ts'
import { fields } from './groups.ts'
import { choiceFrom } from './textFields.ts'

export const END_STATUSES = ['ended', 'ongoing', 'notRecorded'] as const
export type EndTyped = Readonly<{ status: (typeof END_STATUSES)[number]; when: WhenTyped }>

/** How a course ended. */
export const end: Codec<End, EndTyped> = fields({
  status: choiceFrom(END_STATUSES, 'notRecorded'),
  when,
})
