import { useRef, useState } from 'react'
import type { Day } from '../../../shared/dates/calendar.ts'
import { formatPartialDate } from '../../../shared/dates/formatDate.ts'
import type { PatientId } from '../../../shared/ids.ts'
import type { ItemEdit } from '../../../shared/meeting/listItem.ts'
import type {
  MeetingList,
  MeetingRow,
  MeetingSummary,
} from '../../../shared/meeting/meetingList.ts'
import { Button } from '../../components/Button.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { SidePanel } from '../board/SidePanel.tsx'
import { LiveField } from '../live/LiveField.tsx'
import { nameOf } from '../patients/patientWords.ts'
import { AwaitedRows } from './AwaitedRows.tsx'
import { DeferForm } from './DeferForm.tsx'
import styles from './ItemPanel.module.css'
import { NotDiscussedFields } from './NotDiscussedFields.tsx'
import { PresenterField } from './PresenterField.tsx'
import type { ListDeeds } from './useListDeeds.ts'
import { stateWords } from './words.ts'

/** What the panel is opened at. */
export type ItemFocus = 'state' | 'notDiscussed' | 'deferred' | 'awaited'

type Props = Readonly<{
  list: MeetingList
  row: MeetingRow
  focus: ItemFocus
  today: Day
  /** Later meetings on which a deferred case may land. */
  later: readonly MeetingSummary[]
  landed: string | null
  deeds: ListDeeds
  onFill: (patientId: PatientId, goTo: MeetingRow['readiness']['required'][number]['goTo']) => void
  onClose: () => void
}>

type State = ItemEdit['state']['state'] | 'deferred'

/** What can be changed of one case of the list; everything is kept as it is chosen or typed. */
export function ItemPanel(props: Props) {
  const { list, row, focus, today, deeds, onFill, onClose } = props
  const { item, patient } = row
  const { patientId, body } = item
  const stored = body.state.state
  const name = nameOf(patient)
  const [shown, setShown] = useState<State>(
    focus === 'notDiscussed' || focus === 'deferred' ? focus : stored,
  )
  const change = (part: (before: ItemEdit) => ItemEdit | null) => deeds.item(patientId, part)
  const chosen = useRef(shown)
  const choose = (state: State) => {
    chosen.current = state
    setShown(state)
    if (state === 'forDiscussion')
      void change(before =>
        before.state.state === state && stored !== 'deferred'
          ? null
          : { ...before, state: { state } },
      )
  }
  const { others } = row.readiness
  return (
    <SidePanel title={`${item.position} · ${name}`} onClose={onClose}>
      <section className={styles.part} aria-label="On the list">
        <SegmentedControl<State>
          label="On the list"
          value={shown}
          segments={[
            { value: 'forDiscussion', label: 'For discussion' },
            { value: 'notDiscussed', label: 'Not discussed' },
            { value: 'deferred', label: 'Deferred' },
          ]}
          onChange={choose}
        />
        {shown === 'notDiscussed' && (
          <NotDiscussedFields
            state={body.state}
            autoFocus={focus === 'notDiscussed'}
            // What is still to be kept when another state is chosen belongs to the one before.
            onChange={async part => (chosen.current === 'notDiscussed' ? await change(part) : null)}
          />
        )}
        {shown === 'deferred' &&
          (stored === 'deferred' ? (
            <p>
              {capital(stateWords(body.state))}, {props.landed ?? 'on no later list yet'}. What is
              awaited and noted went along.
            </p>
          ) : (
            <DeferForm
              meetingId={list.meeting.id}
              patientId={patientId}
              later={props.later}
              autoFocus={focus === 'deferred'}
              onDefer={async deferral => (await deeds.defer(patientId, name, deferral)) !== null}
            />
          ))}
        {body.cameFrom !== null && (
          <p className={styles.quiet}>
            Deferred on {formatPartialDate(body.cameFrom.day)} and listed here again.
          </p>
        )}
      </section>
      {stored !== 'deferred' && (
        <>
          <AwaitedRows
            awaited={body.awaited}
            today={today}
            autoFocus={focus === 'awaited'}
            onChange={awaited =>
              change(before => ({ ...before, awaited: awaited(before.awaited) }))
            }
          />
          <PresenterField
            presenter={body.presenter}
            people={list.meeting.body.attendance}
            onPresenter={presenter => change(before => ({ ...before, presenter }))}
          />
          <LiveField
            label="Note for the agenda"
            multiline
            rows={2}
            value={body.note ?? ''}
            onKeep={async text => {
              await change(before => ({ ...before, note: text.trim() === '' ? null : text.trim() }))
            }}
          />
        </>
      )}
      {others.length > 0 && (
        <section className={styles.part} aria-labelledby="not-required">
          <h3 id="not-required" className={styles.heading}>
            Missing, not required for the meeting
          </h3>
          <ul className={styles.names}>
            {others.map(missing => (
              <li key={missing.id}>
                <button
                  type="button"
                  className={styles.missing}
                  onClick={() => onFill(patientId, missing.goTo)}
                >
                  {missing.label}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className={styles.buttons}>
        <Button
          look="plain"
          onPress={() => {
            onClose()
            void deeds.drop(patientId, name)
          }}
        >
          Take off the list
        </Button>
      </div>
    </SidePanel>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
