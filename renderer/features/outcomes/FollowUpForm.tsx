import { useState } from 'react'
import type { Day } from '../../../shared/dates/calendar.ts'
import {
  AGREEMENT_LABEL,
  AGREEMENTS,
  DELIVERIES,
  DELIVERY_LABEL,
  type FollowUp,
  type FollowUpBody,
  type Outcome,
} from '../../../shared/meeting/outcome.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useFocusBack } from '../../components/useFocusBack.ts'
import { today } from '../board/today.ts'
import { DayField } from '../live/DayField.tsx'
import { sentenceOf } from '../session/session.ts'
import styles from './Outcome.module.css'
import { useOutcomeDeed } from './useOutcomeDeed.ts'

type Kind = FollowUpBody['kind']
type State = FollowUpBody['state']

type Props = Readonly<{
  outcome: Outcome
  kind: Kind
  recommendation: string | null
  /** The record that is changed; null for a new one. */
  last: FollowUp | null
  onClose: () => void
}>

/** What was agreed with the patient or delivered, when, and why where it deviates. */
export function FollowUpForm({ outcome, kind, recommendation, last, onClose }: Props) {
  const [state, setState] = useState<State | ''>(last?.body.state ?? '')
  const [on, setOn] = useState<Day | null>(last === null ? today() : last.body.on)
  const [reason, setReason] = useState(last?.body.reason ?? '')
  const [wasTried, setWasTried] = useState(false)
  const options =
    kind === 'agreed'
      ? AGREEMENTS.map(value => ({ value: value as State, label: AGREEMENT_LABEL[value] }))
      : DELIVERIES.map(value => ({ value: value as State, label: DELIVERY_LABEL[value] }))
  const needsReason = state !== '' && state !== 'agreed' && state !== 'asRecommended'
  const save = useOutcomeDeed(
    (body: FollowUpBody) =>
      api.invoke('outcome:followUp', {
        outcomeId: outcome.id,
        id: last?.id ?? crypto.randomUUID(),
        revision: last?.revision ?? null,
        body,
      }),
    onClose,
  )
  const form = useFocusBack<HTMLFormElement>()
  return (
    <form
      ref={form}
      className={styles.rows}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
      onSubmit={event => {
        event.preventDefault()
        setWasTried(true)
        const body = bodyOf({
          kind,
          state,
          recommendation,
          on,
          reason,
          note: last?.body.note ?? null,
        })
        if (body === null || (needsReason && body.reason === null) || save.isPending) return
        save.mutate(body)
      }}
    >
      <SegmentedControl<State | ''>
        label={kind === 'agreed' ? 'Agreed with the patient' : 'Delivered'}
        value={state}
        segments={options}
        onChange={setState}
      />
      {wasTried && state === '' && (
        <p className={styles.problem} role="alert">
          Choose one of these.
        </p>
      )}
      <DayField label="On" value={on} today={today()} onChange={setOn} />
      {needsReason && (
        <TextField
          label="Why"
          className={styles.prose}
          multiline
          rows={1}
          value={reason}
          onChange={setReason}
          error={wasTried && reason.trim() === '' ? 'Type the reason.' : null}
        />
      )}
      {save.error !== null && (
        <p className={styles.problem} role="alert">
          {sentenceOf(save.error)}
        </p>
      )}
      <span className={styles.line}>
        <Button type="submit" look="primary" isDisabled={save.isPending}>
          Record
        </Button>
        <Button look="plain" onPress={onClose}>
          Cancel
        </Button>
      </span>
    </form>
  )
}

type Parts = Readonly<{
  kind: Kind
  state: State | ''
  recommendation: string | null
  on: Day | null
  reason: string
  note: string | null
}>

/** The record; null while no state is chosen. */
function bodyOf({ kind, state, recommendation, on, reason, note }: Parts): FollowUpBody | null {
  const rest = { recommendation, on, note, reason: reason.trim() === '' ? null : reason.trim() }
  if (kind === 'agreed') {
    const agreement = AGREEMENTS.find(each => each === state)
    return agreement === undefined ? null : { kind, state: agreement, ...rest }
  }
  const delivery = DELIVERIES.find(each => each === state)
  return delivery === undefined ? null : { kind, state: delivery, ...rest }
}
