import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Day } from '../../../shared/dates/calendar.ts'
import type { OutcomeId } from '../../../shared/ids.ts'
import type { Action, ActionDone, ActionProgress } from '../../../shared/meeting/outcome.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useFocusBack } from '../../components/useFocusBack.ts'
import { today } from '../board/today.ts'
import { DayField } from '../live/DayField.tsx'
import { outcomeKey, useOutcomeChanged } from '../outcomes/useOutcome.ts'
import { sentenceOf, useSession } from '../session/session.ts'
import styles from './ActionsScreen.module.css'

type Props = Readonly<{
  outcomeId: OutcomeId
  action: Action
  progress: ActionProgress | null
  onClose: () => void
}>

/** Notes an action as done, when and by whom; today and this user stand ready. */
export function ActionDoneForm({ outcomeId, action, progress, onClose }: Props) {
  const client = useQueryClient()
  const changed = useOutcomeChanged()
  const session = useSession()
  const user = session.data?.state === 'open' ? session.data.user.name : ''
  const done = progress?.done ?? null
  const [on, setOn] = useState<Day | null>(done?.on ?? today())
  const [by, setBy] = useState(done?.by ?? user)
  const [note, setNote] = useState(done?.note ?? '')
  const save = useMutation({
    mutationFn: (next: ActionDone | null) =>
      api.invoke('action:done', {
        outcomeId,
        actionId: action.id,
        revision: progress?.revision ?? null,
        done: next,
      }),
    onSuccess: outcome => {
      client.setQueryData(outcomeKey(outcome.meetingId, outcome.patientId), outcome)
      changed(outcome.meetingId, outcome.patientId)
      onClose()
    },
  })
  const form = useFocusBack<HTMLFormElement>()
  return (
    <form
      ref={form}
      className={styles.form}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
      onSubmit={event => {
        event.preventDefault()
        if (on === null || by.trim() === '' || save.isPending) return
        save.mutate({ on, by: by.trim(), note: note.trim() === '' ? null : note.trim() })
      }}
    >
      <DayField
        label="Done on"
        value={on}
        today={today()}
        onChange={setOn}
        error={on === null ? 'Type the day.' : null}
      />
      <TextField
        label="By"
        value={by}
        onChange={setBy}
        error={by.trim() === '' ? 'Type who did it.' : null}
      />
      <TextField label="Note" value={note} onChange={setNote} />
      {save.error !== null && (
        <p className={styles.problem} role="alert">
          {sentenceOf(save.error)}
        </p>
      )}
      <span className={styles.buttons}>
        <Button type="submit" look="primary" isDisabled={save.isPending}>
          Done
        </Button>
        {done !== null && <Button onPress={() => save.mutate(null)}>Open again</Button>}
        <Button look="plain" onPress={onClose}>
          Cancel
        </Button>
      </span>
    </form>
  )
}
