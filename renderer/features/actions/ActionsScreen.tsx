import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatPartialDate } from '../../../shared/dates/formatDate.ts'
import type { MeetingId, PatientId } from '../../../shared/ids.ts'
import type { ActionFilter } from '../../../shared/meeting/openActions.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { MenuButton } from '../../components/MenuButton.tsx'
import { MissingBox } from '../../components/MissingBox.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { ToggleField } from '../../components/ToggleField.tsx'
import { today } from '../board/today.ts'
import { ACTIONS_KEY } from '../outcomes/useOutcome.ts'
import { IdentityText } from '../patients/IdentityText.tsx'
import { nameOf } from '../patients/patientWords.ts'
import { sentenceOf } from '../session/session.ts'
import { ActionDoneForm } from './ActionDoneForm.tsx'
import styles from './ActionsScreen.module.css'

const PAGE = 100
const ANYBODY = ''

const FIRST: ActionFilter = { state: 'open', owner: null, mine: false, overdue: false }

type Props = Readonly<{
  canWrite: boolean
  onPatient: (patientId: PatientId) => void
  onMeeting: (meetingId: MeetingId, patientId: PatientId) => void
}>

/** What was agreed to be done, for all patients: who does it, by when, and whether it is done. */
export function ActionsScreen({ canWrite, onPatient, onMeeting }: Props) {
  const [filter, setFilter] = useState(FIRST)
  const [page, setPage] = useState(0)
  const [noting, setNoting] = useState<string | null>(null)
  const { data, error } = useQuery({
    queryKey: [ACTIONS_KEY, filter, page],
    queryFn: () => api.invoke('action:list', { filter, limit: PAGE, offset: page * PAGE }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  const wish = (part: Partial<ActionFilter>) => {
    setPage(0)
    setNoting(null)
    setFilter(before => ({ ...before, ...part }))
  }
  const day = today()
  const total = data?.total ?? 0
  const owners = data?.owners ?? []
  return (
    <main className={styles.screen}>
      <div className={styles.main}>
        <div className={styles.head}>
          <h1 className={styles.title}>Actions</h1>
          <span className={styles.count} role="status">
            {data === undefined ? '' : `${total} ${total === 1 ? 'action' : 'actions'}`}
          </span>
        </div>
        <div className={styles.filters} role="toolbar" aria-label="Filters">
          <SegmentedControl
            label="Which actions"
            value={filter.state}
            segments={[
              { value: 'open', label: 'Open' },
              { value: 'done', label: 'Done' },
              { value: 'all', label: 'All' },
            ]}
            onChange={state => wish({ state })}
          />
          <ToggleField label="Mine" value={filter.mine} onChange={mine => wish({ mine })} />
          <ToggleField
            label="Overdue"
            value={filter.overdue}
            onChange={overdue => wish({ overdue })}
          />
          <MenuButton
            look="plain"
            label={`Owner: ${filter.owner ?? 'anybody'}`}
            placement="bottom start"
            selected={filter.owner ?? ANYBODY}
            choices={[
              { key: ANYBODY, label: 'anybody' },
              ...owners.map(owner => ({ key: owner, label: owner })),
            ]}
            onChoose={owner => wish({ owner: owner === ANYBODY ? null : owner })}
          />
        </div>
        {error !== null && (
          <p className={styles.problem} role="alert">
            {sentenceOf(error)}
          </p>
        )}
        {data !== undefined && total === 0 && (
          <div className={styles.empty}>
            <p>
              {JSON.stringify(filter) === JSON.stringify(FIRST)
                ? 'No action is open.'
                : 'No action passes these filters.'}
            </p>
            <Button onPress={() => wish({ ...FIRST, state: 'all' })}>Show all actions</Button>
          </div>
        )}
        {data !== undefined && total > 0 && (
          <div className={styles.box}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">Due</th>
                  <th scope="col">Action</th>
                  <th scope="col">Owner</th>
                  <th scope="col">Patient</th>
                  <th scope="col">Meeting</th>
                  <th scope="col">Done</th>
                </tr>
              </thead>
              <tbody>
                {data.actions.map(row => {
                  const { action, progress, patient, signed } = row
                  const done = progress?.done ?? null
                  const isLate = done === null && action.due !== null && action.due < day
                  return (
                    <tr
                      key={`${row.outcomeId} ${action.id}`}
                      data-done={done !== null || undefined}
                    >
                      <td className={styles.day}>
                        {action.due === null ? (
                          <MissingBox>no date</MissingBox>
                        ) : (
                          <span className={isLate ? styles.late : undefined}>
                            {formatPartialDate(action.due)}
                            {isLate && <span className={styles.more}> overdue</span>}
                          </span>
                        )}
                      </td>
                      <th scope="row" className={styles.text}>
                        {action.text}
                        {!signed && <span className={styles.draft}>DRAFT</span>}
                      </th>
                      <td>
                        {action.owner.trim() === '' ? (
                          <MissingBox>not named</MissingBox>
                        ) : (
                          action.owner
                        )}
                      </td>
                      <td>
                        <button
                          type="button"
                          className={styles.link}
                          onClick={() => onPatient(patient.id)}
                        >
                          {nameOf(patient)}
                        </button>
                        <span className={styles.more}>
                          <IdentityText patient={patient} />
                        </span>
                      </td>
                      <td className={styles.day}>
                        <button
                          type="button"
                          className={styles.link}
                          aria-label={`Outcome of ${nameOf(patient)}, meeting of ${formatPartialDate(row.meetingDay)}`}
                          onClick={() => onMeeting(row.meetingId, patient.id)}
                        >
                          {formatPartialDate(row.meetingDay)}
                        </button>
                      </td>
                      <td className={styles.done}>
                        {done !== null && (
                          <span>
                            {formatPartialDate(done.on)}, {done.by}
                            {done.note !== null && <span className={styles.more}>{done.note}</span>}
                          </span>
                        )}
                        {canWrite && (
                          <Button
                            size="small"
                            look={done === null ? 'normal' : 'plain'}
                            label={`${done === null ? 'Done' : 'Change'}: ${action.text}, ${nameOf(patient)}`}
                            onPress={() => setNoting(noting === action.id ? null : action.id)}
                          >
                            {done === null ? 'Done…' : 'Change'}
                          </Button>
                        )}
                        {noting === action.id && (
                          <ActionDoneForm
                            outcomeId={row.outcomeId}
                            action={action}
                            progress={progress}
                            onClose={() => setNoting(null)}
                          />
                        )}
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
            {total > PAGE && (
              <div className={styles.pages}>
                <Button isDisabled={page === 0} onPress={() => setPage(page - 1)}>
                  Earlier
                </Button>
                <span>
                  {page * PAGE + 1}–{Math.min(total, (page + 1) * PAGE)} of {total}
                </span>
                <Button isDisabled={(page + 1) * PAGE >= total} onPress={() => setPage(page + 1)}>
                  Later
                </Button>
              </div>
            )}
          </div>
        )}
      </div>
    </main>
  )
}
