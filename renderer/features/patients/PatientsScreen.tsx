import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PatientId } from '../../../shared/ids.ts'
import type { PatientSummary } from '../../../shared/ipc/contract.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { useNotify } from '../../components/notices.tsx'
import { Shortcut } from '../../components/Shortcut.tsx'
import { caseKey } from '../board/useCase.ts'
import { useCommands } from '../palette/CommandProvider.tsx'
import { sentenceOf } from '../session/session.ts'
import { FilterBar } from './FilterBar.tsx'
import { useListState } from './listState.tsx'
import { countWishes, type ListShown, USUAL_VIEWS } from './listViews.ts'
import { NewPatientPanel } from './NewPatientPanel.tsx'
import { PatientList } from './PatientList.tsx'
import styles from './PatientsScreen.module.css'
import { PATIENTS_KEY, usePatientPage, useSettled } from './patients.ts'
import { nameOf } from './patientWords.ts'

type Props = Readonly<{
  onOpen: (id: PatientId) => void
  /** Told who is likely to be opened next. */
  onExpect: (ids: readonly PatientId[]) => void
  /** Whether this user may create and archive patients; what forbids it otherwise. */
  forbidden: string | null
}>

/** All patients of the workspace: find, sort, filter, create, open, archive. */
export function PatientsScreen({ onOpen, onExpect, forbidden }: Props) {
  const client = useQueryClient()
  const notify = useNotify()
  const { shown, show, chooseView, position } = useListState()
  const { question } = shown
  const [text, setText] = useState(question.query)
  const [selected, setSelected] = useState<PatientSummary | null>(null)
  const [isCreating, setIsCreating] = useState(false)
  const [rows, setRows] = useState<Readonly<{ first: number; last: number }>>({ first: 0, last: 0 })
  const grid = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const settled = useSettled(text)
  // What was typed becomes a part of the list once the typing has settled; a chosen view puts its own text in the field.
  const stored = useRef(question.query)
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows what was typed, and nothing else
  useEffect(() => {
    if (settled === question.query || settled !== text) return
    stored.current = settled
    show({ ...shown, question: { ...question, query: settled } })
  }, [settled])
  useEffect(() => {
    if (question.query === stored.current) return
    stored.current = question.query
    setText(question.query)
  }, [question.query])

  const first = usePatientPage(question, 0)
  const total = first.data?.total ?? 0
  const { archived } = question

  // Enter may come before the list has caught up with what was typed: it opens the first of that list, never of an older.
  const [awaited, setAwaited] = useState<string | null>(null)
  const isCurrent = question.query === text && first.data !== undefined && !first.isPlaceholderData
  const best = first.data?.patients[0]?.patient.id
  useEffect(() => {
    if (awaited === null || awaited !== text || !isCurrent) return
    setAwaited(null)
    if (best !== undefined) onOpen(best)
  }, [awaited, text, isCurrent, best, onOpen])
  // Whoever is selected, or else fits best what was typed, is who Enter opens.
  const isSearching = question.query.trim() !== ''
  const next = selected?.patient.id ?? (isSearching && isCurrent ? best : undefined)
  useEffect(() => onExpect(next === undefined ? [] : [next]), [next, onExpect])
  useEffect(() => () => onExpect([]), [onExpect])
  // Whoever was selected in another list, perhaps while this one was still being looked for, stays so where this one has them.
  const selectedIn = useRef<typeof question | null>(null)
  useEffect(() => {
    if (first.data === undefined || first.isPlaceholderData || selectedIn.current === question)
      return
    selectedIn.current = question
    const { patients } = first.data
    setSelected(last => patients.find(({ patient }) => patient.id === last?.patient.id) ?? null)
  }, [question, first.data, first.isPlaceholderData])

  const select = useCallback(
    (patient: PatientSummary) => {
      position.selected = patient.patient.id
      // Until this list is there the rows are those of the one before.
      selectedIn.current = first.isPlaceholderData ? null : question
      setSelected(patient)
    },
    [position, question, first.isPlaceholderData],
  )
  const onView = useCallback((from: number, to: number) => setRows({ first: from, last: to }), [])

  const archive = useMutation({
    mutationFn: ({ patient, to }: { patient: PatientSummary['patient']; to: boolean }) =>
      api.invoke('patient:archive', { id: patient.id, revision: patient.revision, archived: to }),
    onSuccess: async (patient, { to }) => {
      setSelected(null)
      client.removeQueries({ queryKey: caseKey(patient.id) })
      await client.invalidateQueries({ queryKey: [PATIENTS_KEY] })
      notify({
        text: `${nameOf(patient)} ${to ? 'is archived' : 'is back in the list'}.`,
        tone: 'done',
        action: { label: 'Undo', onPress: () => archive.mutate({ patient, to: !to }) },
      })
    },
    onError: error => notify({ text: sentenceOf(error), tone: 'problem' }),
  })
  const archiveWord = archived ? 'Take back from the archive' : 'Archive'
  const archiveSelected = () =>
    selected !== null && archive.mutate({ patient: selected.patient, to: !archived })
  const create = () => setIsCreating(true)
  useCommands({
    'patients.search': { run: () => input.current?.select() },
    'patients.new': { run: create, unavailable: forbidden },
    'patients.archive': {
      run: archiveSelected,
      title:
        selected === null ? 'Archive a patient' : `${archiveWord}: ${nameOf(selected.patient)}`,
      unavailable: forbidden ?? (selected === null ? 'Select a patient of the list first.' : null),
    },
  })

  const focusList = () => grid.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus()
  const everyone = () => {
    const [all] = USUAL_VIEWS
    if (all !== undefined) chooseView(all)
  }
  return (
    <main className={styles.screen}>
      <div className={styles.main}>
        <div className={styles.head}>
          <h1 className={styles.title}>Patients</h1>
          <label className={styles.search}>
            <span className="visually-hidden">Find patient</span>
            <input
              ref={input}
              type="search"
              value={text}
              placeholder="Name, number or date of birth"
              aria-keyshortcuts="Control+F"
              spellCheck={false}
              autoComplete="off"
              onChange={event => {
                setText(event.target.value)
                setSelected(null)
                setAwaited(null)
              }}
              onKeyDown={event => {
                if (event.key === 'ArrowDown') {
                  event.preventDefault()
                  focusList()
                } else if (event.key === 'Enter' && selected !== null) onOpen(selected.patient.id)
                else if (event.key === 'Enter') setAwaited(text)
                else if (event.key === 'Escape') setText('')
              }}
            />
            <Shortcut keys="Ctrl F" />
          </label>
          <span className={styles.count} role="status">
            {first.data === undefined ? '' : countWords(first.data, isSearching)}
          </span>
          {total > 0 && (
            <span className={styles.rows} aria-hidden="true">
              rows {rows.first.toLocaleString('en-GB')}–{rows.last.toLocaleString('en-GB')}
            </span>
          )}
          <span className={styles.actions}>
            {selected !== null && (
              <>
                <Button onPress={() => onOpen(selected.patient.id)}>
                  Open <Shortcut keys="Enter" />
                </Button>
                {forbidden === null && (
                  <Button look="plain" onPress={archiveSelected}>
                    {archiveWord}
                  </Button>
                )}
              </>
            )}
            {forbidden === null && (
              <Button look="primary" onPress={create} keyShortcuts="N">
                New patient
              </Button>
            )}
          </span>
        </div>
        <FilterBar />
        {first.error !== null && (
          <p className={styles.problem} role="alert">
            {sentenceOf(first.error)}
          </p>
        )}
        {first.data !== undefined && total === 0 ? (
          <Nobody
            question={question}
            onCreate={forbidden === null ? create : null}
            onEveryone={everyone}
            onClear={() => {
              setText('')
              show({ ...shown, question: { ...question, query: '' } })
            }}
          />
        ) : (
          <PatientList
            ref={grid}
            question={question}
            columns={shown.columns}
            total={total}
            selected={selected?.patient.id ?? position.selected}
            onSelect={select}
            onOpen={onOpen}
            onSort={sort => show({ ...shown, question: { ...question, sort } })}
            onView={onView}
          />
        )}
      </div>
      {isCreating && (
        <NewPatientPanel
          onClose={() => setIsCreating(false)}
          onCreated={id => {
            void client.invalidateQueries({ queryKey: [PATIENTS_KEY] })
            onOpen(id)
          }}
          onOpen={onOpen}
        />
      )}
    </main>
  )
}

type Answer = Readonly<{ total: number; isCut: boolean; uncounted: number }>

function countWords({ total, isCut, uncounted }: Answer, isSearching: boolean): string {
  const number = total.toLocaleString('en-GB')
  const people = total === 1 ? '1 patient' : `${number} patients`
  const found = isCut
    ? `the first ${number} of more who fit: type more to see the others`
    : isSearching
      ? `${people} found`
      : people
  return uncounted === 0
    ? found
    : `${found} · conflicts and missing items of ${uncounted.toLocaleString('en-GB')} still being counted`
}

type NobodyProps = Readonly<{
  question: ListShown['question']
  onCreate: (() => void) | null
  onEveryone: () => void
  onClear: () => void
}>

/** Says why the list is empty, and what to do. */
function Nobody({ question, onCreate, onEveryone, onClear }: NobodyProps) {
  const { query, archived, filter } = question
  const which = archived ? 'archived' : 'current'
  if (query.trim() !== '')
    return (
      <div className={styles.empty}>
        <p>
          No {which} patient fits{countWishes(filter) > 0 ? ' this search and these filters' : ''}.
          Names, numbers and dates of birth are searched, in any order.
        </p>
        <Button onPress={onClear}>Clear the search</Button>
        <Button look="plain" onPress={onEveryone}>
          Show all patients
        </Button>
      </div>
    )
  if (countWishes(filter) > 0)
    return (
      <div className={styles.empty}>
        <p>No {which} patient passes all of these filters.</p>
        <Button onPress={onEveryone}>Show all patients</Button>
      </div>
    )
  if (archived)
    return (
      <div className={styles.empty}>
        <p>No patient is archived.</p>
        <Button onPress={onEveryone}>Show all patients</Button>
      </div>
    )
  return (
    <div className={styles.empty}>
      <p>No patient is recorded in this workspace.</p>
      {onCreate !== null && <Button onPress={onCreate}>New patient</Button>}
    </div>
  )
}
