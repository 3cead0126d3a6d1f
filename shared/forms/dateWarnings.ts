import type { EntryBody } from '../case/entry.ts'
import type { Day } from '../dates/calendar.ts'
import { DATE_PROBLEM_TEXT, dateProblems } from '../dates/dateProblems.ts'
import { When } from '../dates/when.ts'
import type { PatientDetails } from '../patient/patient.ts'
import type { FieldError } from './codec.ts'

/** The members of a body that say when something was. */
const TIMES = new Set(['firstSeen', 'when', 'collected', 'started', 'dated'])

/** Dates that ask before they are saved: before birth, after death, in the future. The path leads to the statement. */
export function dateWarnings(
  body: EntryBody,
  { born, deceased }: Pick<PatientDetails, 'born' | 'deceased'>,
  today: Day,
): FieldError[] {
  const life = { born, deceased: deceased?.on ?? null, today }
  const found: FieldError[] = []
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [name, value] of Object.entries(node)) {
      const here = path === '' ? name : `${path}.${name}`
      const when = TIMES.has(name) ? When.safeParse(value) : null
      if (when?.success !== true) {
        visit(value, here)
        continue
      }
      for (const { kind, statement } of dateProblems(when.data, life))
        found.push({ path: `${here}.${statement}`, message: DATE_PROBLEM_TEXT[kind] })
    }
  }
  visit(body, '')
  return found
}
