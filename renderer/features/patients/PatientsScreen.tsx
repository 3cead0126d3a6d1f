import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { PatientId } from '../../../shared/ids.ts'
import type { PatientSummary } from '../../../shared/ipc/contract.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { useNotify } from '../../components/notices.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { Shortcut } from '../../components/Shortcut.tsx'
import { useKeys } from '../../components/shortcuts.ts'
import { caseKey } from '../board/useCase.ts'
import { sentenceOf } from '../session/session.ts'
import { NewPatientPanel } from './NewPatientPanel.tsx'
import { PatientList } from './PatientList.tsx'
import styles from './PatientsScreen.module.css'
import { PATIENTS_KEY, usePatientPage, useSettled } from './patients.ts'
import { nameOf } from './patientWords.ts'

type Props = Readonly<{
  onOpen: (id: PatientId) => void
  /** Told who is likely to be opened next. */
  onExpect: (ids: readonly PatientId[]) => void
}>

/** All patients of the workspace: find, create, open, archive. */
export function PatientsScreen({ onOpen, onExpect }: Props) {
  const client = useQueryClient()
  const notify = useNotify()
  const [text, setText] = useState('')
  const [archived, setArchived] = useState(false)
  const [selected, setSelected] = useState<PatientSummary | null>(null)
  const [isCreating, setIsCreating] = useState(false)
  const grid = useRef<HTMLDivElement>(null)
  const search = { query: useSettled(text), archived }
  const first = usePatientPage(search, 0)
  const total = first.data?.total ?? 0

  // Enter may come before the list has caught up with what was typed: it opens the first of that list, never of an older.
  const [awaited, setAwaited] = useState<string | null>(null)
  const isCurrent = search.query === text && first.data !== undefined && !first.isPlaceholderData
  const best = first.data?.patients[0]?.patient.id
  useEffect(() => {
    if (awaited === null || awaited !== text || !isCurrent) return
    setAwaited(null)
    if (best !== undefined) onOpen(best)
  }, [awaited, text, isCurrent, best, onOpen])

  // Whoever is selected, or else fits best what was typed, is who Enter opens.
  const isSearching = search.query.trim() !== ''
  const next = selected?.patient.id ?? (isSearching && isCurrent ? best : undefined)
  useEffect(() => onExpect(next === undefined ? [] : [next]), [next, onExpect])
  useEffect(() => () => onExpect([]), [onExpect])

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
  useKeys({ n: () => setIsCreating(true) }, !isCreating)

  const focusList = () => grid.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus()
  return (
    <main className={styles.screen}>
      <div className={styles.main}>
        <div className={styles.head}>
          <h1 className={styles.title}>Patients</h1>
          <label className={styles.search}>
            <span className="visually-hidden">Find patient</span>
            <input
              id="find-patient"
              type="search"
              value={text}
              placeholder="Name, number or date of birth"
              aria-keyshortcuts="Control+K"
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
            <Shortcut keys="Ctrl K" />
          </label>
          <SegmentedControl
            label="Which patients"
            value={archived ? 'archived' : 'current'}
            segments={[
              { value: 'current', label: 'Current' },
              { value: 'archived', label: 'Archived' },
            ]}
            onChange={which => {
              setSelected(null)
              setArchived(which === 'archived')
            }}
          />
          <span className={styles.count} role="status">
            {first.data === undefined ? '' : countWords(total, isSearching)}
          </span>
          <span className={styles.actions}>
            {selected !== null && (
              <>
                <Button onPress={() => onOpen(selected.patient.id)}>
                  Open <Shortcut keys="Enter" />
                </Button>
                <Button
                  look="plain"
                  onPress={() => archive.mutate({ patient: selected.patient, to: !archived })}
                >
                  {archived ? 'Take back from the archive' : 'Archive'}
                </Button>
              </>
            )}
            <Button look="primary" onPress={() => setIsCreating(true)} keyShortcuts="N">
              New patient
            </Button>
          </span>
        </div>
        {first.error !== null && (
          <p className={styles.problem} role="alert">
            {sentenceOf(first.error)}
          </p>
        )}
        {first.data !== undefined && total === 0 ? (
          <Nobody
            isSearching={isSearching}
            archived={archived}
            onCreate={() => setIsCreating(true)}
          />
        ) : (
          <PatientList
            ref={grid}
            search={search}
            total={total}
            selected={selected?.patient.id ?? null}
            onSelect={setSelected}
            onOpen={onOpen}
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

function countWords(total: number, isSearching: boolean): string {
  const people = total === 1 ? '1 patient' : `${total.toLocaleString('en-GB')} patients`
  return isSearching ? `${people} found` : people
}

function Nobody({
  isSearching,
  archived,
  onCreate,
}: {
  isSearching: boolean
  archived: boolean
  onCreate: () => void
}) {
  if (isSearching)
    return (
      <p className={styles.empty}>
        No {archived ? 'archived' : 'current'} patient fits. Names, numbers and dates of birth are
        searched, in any order.
      </p>
    )
  if (archived) return <p className={styles.empty}>No patient is archived.</p>
  return (
    <div className={styles.empty}>
      <p>No patient is recorded in this workspace.</p>
      <Button onPress={onCreate}>New patient</Button>
    </div>
  )
}
