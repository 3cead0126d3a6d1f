import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { PatientId } from '../../../shared/ids.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { PatientViews } from '../../../shared/patient/patientList.ts'
import { api } from '../../api/client.ts'
import { EVERYONE, type ListShown, type NamedList, namedOf, USUAL_VIEWS } from './listViews.ts'
import { PATIENTS_KEY, VIEWS_KEY, VIEWS_QUERY } from './patients.ts'

const NO_VIEWS: PatientViews = { views: [], first: null }

/** Where a person is in the list: kept while a board is open, and forgotten with the lock. */
type Position = { selected: PatientId | null; index: number; scrollTop: number }

type State = Readonly<{
  shown: ListShown
  show: (shown: ListShown) => void
  /** The view that was chosen last; what is shown may differ from it since. */
  view: NamedList
  chooseView: (view: NamedList) => void
  position: Position
}>

const ListContext = createContext<State | null>(null)
const [ALL] = USUAL_VIEWS

/** Keeps the list of patients as it was left, for the list itself and for going from case to case. */
export function ListProvider({ children }: { children: ReactNode }) {
  const [shown, show] = useState<ListShown>(EVERYONE)
  const [view, setView] = useState<NamedList>(ALL ?? { id: 'all', name: '', shown: EVERYONE })
  const [position] = useState<Position>(() => ({ selected: null, index: 0, scrollTop: 0 }))
  const isTouched = useRef(false)
  const { data } = useViews()
  useEffect(() => {
    const first = data?.views.find(each => each.id === data.first)
    if (first === undefined || isTouched.current) return
    isTouched.current = true
    setView(namedOf(first))
    show(namedOf(first).shown)
  }, [data])
  const state = useMemo(
    () => ({
      shown,
      show: (next: ListShown) => {
        isTouched.current = true
        Object.assign(position, { selected: null, index: 0, scrollTop: 0 })
        show(next)
      },
      view,
      chooseView: (next: NamedList) => {
        isTouched.current = true
        Object.assign(position, { selected: null, index: 0, scrollTop: 0 })
        setView(next)
        show(next.shown)
      },
      position,
    }),
    [shown, view, position],
  )
  return <ListContext value={state}>{children}</ListContext>
}

export function useListState(): State {
  const state = useContext(ListContext)
  if (state === null) throw new Error('the list of patients stands outside its provider')
  return state
}

function useViews() {
  return useQuery(VIEWS_QUERY)
}

/** The views of this user, and how to change them; each answers with all of them. */
export function useOwnViews() {
  const client = useQueryClient()
  const { data } = useViews()
  const onSuccess = (views: PatientViews) => client.setQueryData(VIEWS_KEY, views)
  return {
    ...(data ?? NO_VIEWS),
    put: useMutation({
      mutationFn: (view: Input<'view:put'>) => api.invoke('view:put', view),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (id: string) => api.invoke('view:delete', { id }),
      onSuccess,
    }),
    chooseFirst: useMutation({
      mutationFn: (id: string | null) => api.invoke('view:first', { id }),
      onSuccess,
    }),
  }
}

/** The cases of the list as it stands, in its order. */
export type CaseOrder = Readonly<{
  ids: readonly PatientId[]
  /** The name of the view that they are of. */
  view: string
  /** The order is still being read, so that no answer here is final. */
  isPending: boolean
  /** Why the order could not be read; null when it was. */
  error: Error | null
  /** There are more cases than are given here. */
  isCut: boolean
  /** The place of a case, from 0; null where it is not in the list. */
  placeOf: (id: PatientId) => number | null
  /** The case after one, or before it; null at the ends and for a case that is not in the list. */
  after: (id: PatientId) => PatientId | null
  before: (id: PatientId) => PatientId | null
}>

const NO_IDS: readonly PatientId[] = []

/**
 * The order in which cases follow one another: that of the list of patients as it was left. It is asked for only where it
 * is wanted: ten thousand ids would hold up the first list.
 */
export function useCaseOrder(isWanted = true): CaseOrder {
  const { shown, view } = useListState()
  const { data, error, isFetching } = useQuery({
    queryKey: [PATIENTS_KEY, 'order', shown.question],
    queryFn: () => api.invoke('patient:order', shown.question),
    enabled: isWanted,
  })
  const ids = data?.ids ?? NO_IDS
  return useMemo(
    () =>
      caseOrder(ids, {
        view: view.name,
        isPending: isFetching,
        error,
        isCut: data?.isCut ?? false,
      }),
    [ids, data, error, isFetching, view],
  )
}

/** An order of cases, for going from one to the next. */
export function caseOrder(
  ids: readonly PatientId[],
  rest: Pick<CaseOrder, 'view' | 'isPending' | 'error' | 'isCut'>,
): CaseOrder {
  const places = new Map(ids.map((id, place) => [id, place]))
  const step = (id: PatientId, by: number) => {
    const place = places.get(id)
    return place === undefined ? null : (ids[place + by] ?? null)
  }
  return {
    ...rest,
    ids,
    placeOf: id => places.get(id) ?? null,
    after: id => step(id, 1),
    before: id => step(id, -1),
  }
}
