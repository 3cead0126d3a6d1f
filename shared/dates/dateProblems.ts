import { type Day, dayNumber, intervalOf } from './calendar.ts'
import { calendarBounds } from './formatDate.ts'
import type { PartialDate, When } from './when.ts'

export const DATE_PROBLEMS = ['beforeBirth', 'afterDeath', 'inFuture'] as const
/** What is odd about one statement, by its index. It asks; it does not block. */
export type DateProblem = Readonly<{ kind: (typeof DATE_PROBLEMS)[number]; statement: number }>

export const DATE_PROBLEM_TEXT = {
  beforeBirth: 'This lies before the date of birth. Is it right?',
  afterDeath: 'This lies after the date of death. Is it right?',
  inFuture: 'This lies in the future. Is it right?',
} as const satisfies Record<DateProblem['kind'], string>

/** The dates that certainly lie before birth, after death or in the future; one that only may, does not ask. */
export function dateProblems(
  when: When,
  life: Readonly<{ born: PartialDate | null; deceased: PartialDate | null; today: Day }>,
): DateProblem[] {
  const birth = life.born === null ? null : dayNumber(intervalOf(life.born).first)
  const death = life.deceased === null ? null : dayNumber(intervalOf(life.deceased).last)
  const today = dayNumber(life.today)
  return when.flatMap((statement, index) => {
    const bounds = calendarBounds(statement)
    if (bounds === null) return []
    const { first, last } = bounds
    const problems: DateProblem[] = []
    if (birth !== null && last !== null && last < birth)
      problems.push({ kind: 'beforeBirth', statement: index })
    if (death !== null && first !== null && first > death)
      problems.push({ kind: 'afterDeath', statement: index })
    if (first !== null && first > today) problems.push({ kind: 'inFuture', statement: index })
    return problems
  })
}
