import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { PatientId } from '../../../shared/ids.ts'
import type { MeetingList } from '../../../shared/meeting/meetingList.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { useEarlyEnter } from '../../components/useEarlyEnter.ts'
import { SidePanel } from '../board/SidePanel.tsx'
import { IdentityText } from '../patients/IdentityText.tsx'
import { useSettled } from '../patients/patients.ts'
import { nameOf } from '../patients/patientWords.ts'
import { sentenceOf } from '../session/session.ts'
import styles from './AddCases.module.css'

const MOST = 30

type Props = Readonly<{
  list: MeetingList
  onAdd: (patientIds: PatientId[]) => Promise<unknown>
  onClose: () => void
}>

/** Finds patients and puts them at the end of the list; Enter adds the first who fits, and the field is ready for the next. */
export function AddCases({ list, onAdd, onClose }: Props) {
  const [text, setText] = useState('')
  const [said, setSaid] = useState('')
  const query = useSettled(text).trim()
  const input = useRef<HTMLInputElement>(null)
  const found = useQuery({
    queryKey: ['patients', 'adding', query],
    queryFn: () => api.invoke('patient:list', { query, archived: false, limit: MOST, offset: 0 }),
    placeholderData: keepPreviousData,
  })
  const listed = new Map(list.rows.map(({ item }) => [item.patientId, item.position]))
  const patients = found.data?.patients ?? []
  const best = patients.find(({ patient }) => !listed.has(patient.id))
  const isCurrent = query === text.trim() && !found.isPlaceholderData
  const add = async (patientId: PatientId, name: string) => {
    setText('')
    input.current?.focus()
    const after = await onAdd([patientId])
    if (after !== null) setSaid(`${name} is on the list.`)
  }
  const addBest = useEarlyEnter(text, isCurrent, () => {
    if (best !== undefined) void add(best.patient.id, nameOf(best.patient))
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    addBest()
  }
  return (
    <SidePanel title="Add cases to the list" onClose={onClose}>
      <label className={styles.search}>
        <span className={styles.label}>Name, number or date of birth</span>
        <input
          ref={input}
          type="search"
          value={text}
          // biome-ignore lint/a11y/noAutofocus: the panel was opened to type here
          autoFocus
          spellCheck={false}
          autoComplete="off"
          onChange={event => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <p className={styles.said} role="status">
        {said}
      </p>
      {found.error !== null && (
        <p className={styles.problem} role="alert">
          {sentenceOf(found.error)}
        </p>
      )}
      {patients.length === 0 && found.data !== undefined && (
        <p className={styles.quiet}>No current patient fits.</p>
      )}
      <ul className={styles.found}>
        {patients.map(({ patient }) => {
          const place = listed.get(patient.id)
          return (
            <li key={patient.id} className={styles.patient}>
              <span className={styles.who}>
                <strong>{nameOf(patient)}</strong>
                <span className={styles.quiet}>
                  <IdentityText patient={patient} />
                </span>
              </span>
              {place === undefined ? (
                <Button
                  size="small"
                  label={`Add ${nameOf(patient)}`}
                  onPress={() => void add(patient.id, nameOf(patient))}
                >
                  Add
                </Button>
              ) : (
                <span className={styles.quiet}>no. {place}</span>
              )}
            </li>
          )
        })}
      </ul>
    </SidePanel>
  )
}
