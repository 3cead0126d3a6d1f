import {
  BY_NAME,
  type ListColumn,
  type ListFilter,
  type ListQuestion,
  NO_FILTER,
  type PatientView,
} from '../../../shared/patient/patientList.ts'

/** What a list shows: whom, in which order, and which columns. */
export type ListShown = Readonly<{ question: ListQuestion; columns: readonly ListColumn[] }>

export const USUAL_COLUMNS: readonly ListColumn[] = [
  'name',
  'born',
  'hospital',
  'nhs',
  'confirmed',
  'suspected',
  'conflicts',
  'missing',
  'awaited',
  'changed',
]

const NEWEST_FIRST = { by: 'changed', descending: true } as const

function usual(
  part: Partial<Omit<ListQuestion, 'filter'>> & Readonly<{ filter?: Partial<ListFilter> }>,
): ListShown {
  const { filter, ...rest } = part
  return {
    question: {
      query: '',
      archived: false,
      sort: BY_NAME,
      ...rest,
      filter: { ...NO_FILTER, ...filter },
    },
    columns: USUAL_COLUMNS,
  }
}

export const EVERYONE: ListShown = usual({})

export type NamedList = Readonly<{ id: string; name: string; shown: ListShown }>

/** The views that everybody has. */
export const USUAL_VIEWS: readonly NamedList[] = [
  { id: 'all', name: 'All patients', shown: EVERYONE },
  {
    id: 'week',
    name: 'Changed in the last 7 days',
    shown: usual({ filter: { changedDays: 7 }, sort: NEWEST_FIRST }),
  },
  {
    id: 'conflicts',
    name: 'With open conflicts',
    shown: usual({
      filter: { conflicts: true },
      sort: { by: 'conflicts', descending: true },
    }),
  },
  { id: 'awaited', name: 'Awaiting results', shown: usual({ filter: { awaited: true } }) },
  {
    id: 'suspected',
    name: 'Suspected sites only',
    shown: usual({ filter: { suspectedOnly: true } }),
  },
  { id: 'archived', name: 'Archived', shown: usual({ archived: true }) },
]

export function namedOf({ id, name, question, columns }: PatientView): NamedList {
  return { id, name, shown: { question, columns } }
}

/** Whether two lists show the same. */
export function isSameShown(a: ListShown, b: ListShown): boolean {
  const plain = ({ question, columns }: ListShown) => {
    const { query, archived, filter, sort } = question
    const { changedDays, conflicts, missing, awaited, suspectedOnly } = filter
    return JSON.stringify([
      [query.trim(), archived, changedDays, conflicts, missing, awaited, suspectedOnly],
      [sort.by, sort.descending],
      columns,
    ])
  }
  return plain(a) === plain(b)
}

/** How many wishes narrow a list besides the text. */
export function countWishes({ changedDays, ...flags }: ListFilter): number {
  return Object.values(flags).filter(Boolean).length + (changedDays === null ? 0 : 1)
}
