import { z } from 'zod'
import { Line } from '../text.ts'

/** What a list of patients shows of each case besides who the patient is; derived from its entries. */
export const CaseCounts = z.strictObject({
  /** Conflicts that nobody has settled. */
  conflicts: z.int().min(0),
  /** Items that a meeting needs and the case lacks. */
  missing: z.int().min(0),
  /** Results that are recorded as pending. */
  awaited: z.int().min(0),
  confirmed: z.int().min(0),
  suspected: z.int().min(0),
})
export type CaseCounts = Readonly<z.infer<typeof CaseCounts>>

export const LIST_COLUMNS = [
  'name',
  'born',
  'sex',
  'hospital',
  'nhs',
  'confirmed',
  'suspected',
  'conflicts',
  'missing',
  'awaited',
  'created',
  'changed',
] as const
export type ListColumn = (typeof LIST_COLUMNS)[number]

export const ListSort = z.strictObject({ by: z.enum(LIST_COLUMNS), descending: z.boolean() })
export type ListSort = Readonly<z.infer<typeof ListSort>>

export const BY_NAME: ListSort = { by: 'name', descending: false }

/** Which patients a list holds; every wish that is true narrows it. */
export const ListFilter = z.strictObject({
  /** Changed on this many days up to and with today; null asks for no date. */
  changedDays: z.int().min(1).max(3660).nullable(),
  /** Has a conflict that is not settled. */
  conflicts: z.boolean(),
  /** Lacks something that a meeting needs. */
  missing: z.boolean(),
  /** Waits for a result. */
  awaited: z.boolean(),
  /** Has a suspected site and no confirmed one. */
  suspectedOnly: z.boolean(),
})
export type ListFilter = Readonly<z.infer<typeof ListFilter>>

export const NO_FILTER: ListFilter = {
  changedDays: null,
  conflicts: false,
  missing: false,
  awaited: false,
  suspectedOnly: false,
}

/** What a list is asked for, without the page. */
export const ListQuestion = z.strictObject({
  query: z.string().max(200),
  archived: z.boolean(),
  filter: ListFilter,
  sort: ListSort,
})
export type ListQuestion = Readonly<z.infer<typeof ListQuestion>>

/** A list that a user has named: what it asks for and the columns it shows. */
export const PatientView = z.strictObject({
  id: z.uuid(),
  name: Line.max(60),
  question: ListQuestion,
  columns: z.array(z.enum(LIST_COLUMNS)).min(1).max(LIST_COLUMNS.length),
})
export type PatientView = Readonly<z.infer<typeof PatientView>>

/** More than this nobody finds again. */
export const MOST_VIEWS = 50

export const PatientViews = z.strictObject({
  views: z.array(PatientView).max(MOST_VIEWS),
  /** The view with which the list begins; null begins with all patients. */
  first: z.uuid().nullable(),
})
export type PatientViews = Readonly<z.infer<typeof PatientViews>>
