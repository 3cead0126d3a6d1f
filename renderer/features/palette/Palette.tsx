import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import type { PatientId } from '../../../shared/ids.ts'
import { api } from '../../api/client.ts'
import { Shortcut } from '../../components/Shortcut.tsx'
import { keyWords } from '../../components/shortcuts.ts'
import { useEarlyEnter } from '../../components/useEarlyEnter.ts'
import { useSettled } from '../patients/patients.ts'
import { identityOf, nameOf } from '../patients/patientWords.ts'
import { useStandings } from './CommandProvider.tsx'
import { type CommandId, infoOf } from './catalogue.ts'
import styles from './Palette.module.css'
import { type Choice, choicesFor, type Found } from './paletteChoices.ts'

const MOST_PATIENTS = 8

type Props = Readonly<{
  /** What stands in the field at first; ">" asks for commands alone. */
  begin: string
  onClose: () => void
  onPatient: (id: PatientId) => void
}>

/** One field that finds patients, what can be done here, and what is on the board. */
export function Palette({ begin, onClose, onPatient }: Props) {
  const [text, setText] = useState(begin)
  const [refusal, setRefusal] = useState<string | null>(null)
  const query = useSettled(text)
  const isForCommands = text.startsWith('>')
  const wanted = isForCommands ? '' : query.trim()
  const found = useQuery({
    queryKey: ['patients', 'palette', wanted],
    queryFn: () =>
      api.invoke('patient:list', {
        query: wanted,
        archived: false,
        limit: MOST_PATIENTS,
        offset: 0,
      }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  })
  const recent = useQuery({
    queryKey: ['recent'],
    queryFn: () => api.invoke('recent:list', {}),
    staleTime: 0,
  })
  const remember = useMutation({
    mutationFn: (command: CommandId) => api.invoke('recent:add', { patient: null, command }),
  })
  const standings = useStandings()
  const patients: Found = wanted === '' ? [] : (found.data?.patients ?? []).map(toFound)
  const sections = choicesFor(text, {
    ...standings(),
    patients,
    recentPatients: (recent.data?.patients ?? []).map(toFound),
    recentCommands: recent.data?.commands ?? [],
  })
  const all = sections.flatMap(({ choices }) => choices)

  function take(choice: Choice): void {
    if (choice.what === 'command' && choice.unavailable !== null) {
      setRefusal(`${choice.title}: ${choice.unavailable}`)
      return
    }
    onClose()
    if (choice.what === 'patient') onPatient(choice.patient)
    else if (choice.what === 'destination') choice.go()
    else {
      remember.mutate(choice.id)
      // After the palette has given the focus back, so that what the command opens can take it.
      setTimeout(choice.run)
    }
  }

  const isCurrent =
    query === text && (wanted === '' || (found.data !== undefined && !found.isPlaceholderData))
  const [best] = all
  const takeBest = useEarlyEnter(text, isCurrent, () => best !== undefined && take(best))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    if (event.target.getAttribute('aria-activedescendant')) return
    event.preventDefault()
    takeBest()
  }

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={isOpen => {
        if (!isOpen) onClose()
      }}
      className={styles.overlay ?? ''}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label="Find a patient, a command or an entry">
          <Autocomplete
            inputValue={text}
            onInputChange={next => {
              setText(next)
              setRefusal(null)
            }}
          >
            <SearchField
              className={styles.field ?? ''}
              aria-label="Find a patient, a command or an entry"
              autoFocus
              onKeyDown={event => {
                // Escape closes at once; it is not needed to empty the field first.
                if (event.key === 'Escape') onClose()
                else event.continuePropagation()
              }}
            >
              <Input
                className={styles.input ?? ''}
                role="combobox"
                aria-expanded
                aria-haspopup="listbox"
                placeholder="Patient, command or entry; > for commands only"
                spellCheck="false"
                onKeyDownCapture={onKeyDown}
              />
            </SearchField>
            <ListBox<object>
              className={styles.list ?? ''}
              aria-label="What was found"
              renderEmptyState={() => (
                <p className={styles.none}>
                  {isCurrent
                    ? 'Nothing fits. Patients are found by names, numbers and dates of birth, in any order.'
                    : 'searching…'}
                </p>
              )}
            >
              {sections.map(({ title, choices }) => (
                <ListBoxSection key={title} className={styles.section ?? ''}>
                  <Header className={styles.heading ?? ''}>{title}</Header>
                  {choices.map(choice => (
                    <ListBoxItem
                      key={choice.key}
                      id={choice.key}
                      textValue={choice.title}
                      className={styles.item ?? ''}
                      onAction={() => take(choice)}
                    >
                      <Line choice={choice} />
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              ))}
            </ListBox>
          </Autocomplete>
          <p className={styles.foot} role="status">
            {refusal ??
              (found.data?.isCut === true && wanted !== '' ? 'Many patients fit; type more.' : '')}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function toFound({ patient }: Parameters<typeof summaryOf>[0]): Found[number] {
  return summaryOf({ patient })
}

function summaryOf({ patient }: { patient: Parameters<typeof nameOf>[0] }) {
  return { id: patient.id, name: nameOf(patient), identity: identityOf(patient) }
}

function Line({ choice }: { choice: Choice }) {
  if (choice.what === 'patient')
    return (
      <>
        <span className={styles.name}>{choice.title}</span>
        <span className={styles.detail}>{choice.identity}</span>
      </>
    )
  if (choice.what === 'destination')
    return (
      <>
        <span>{choice.title}</span>
        <span className={styles.detail}>{choice.kind}</span>
      </>
    )
  const [key] = infoOf(choice.id).keys ?? []
  return (
    <>
      <span className={choice.unavailable === null ? undefined : styles.unavailable}>
        {choice.title}
      </span>
      {choice.unavailable !== null && <span className={styles.detail}>{choice.unavailable}</span>}
      {key !== undefined && (
        <span className={styles.keys}>
          <Shortcut keys={keyWords(key)} />
        </span>
      )}
    </>
  )
}
