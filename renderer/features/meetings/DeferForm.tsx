import { useState } from 'react'
import type { MeetingId } from '../../../shared/ids.ts'
import {
  DEFERRAL_CAUSES,
  DEFERRAL_LABEL,
  type DeferralCause,
} from '../../../shared/meeting/listItem.ts'
import type { MeetingSummary } from '../../../shared/meeting/meetingList.ts'
import { Button } from '../../components/Button.tsx'
import { focusFirstWrong } from '../../components/focusFirstWrong.ts'
import { SelectField } from '../../components/SelectField.tsx'
import { TextField } from '../../components/TextField.tsx'
import styles from './ItemPanel.module.css'
import { whenWords } from './words.ts'

type Props = Readonly<{
  later: readonly MeetingSummary[]
  autoFocus: boolean
  onDefer: (
    deferral: Readonly<{ cause: DeferralCause; words: string | null; to: MeetingId | null }>,
  ) => Promise<unknown>
}>

/** Why a case is put off, and to which meeting. */
export function DeferForm({ later, autoFocus, onDefer }: Props) {
  const [cause, setCause] = useState<DeferralCause | null>(null)
  const [words, setWords] = useState('')
  const [to, setTo] = useState<MeetingId | 'next'>('next')
  const [wasTried, setWasTried] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const text = words.trim()
  const lacksWords = cause === 'other' && text === ''
  return (
    <form
      className={styles.part}
      onSubmit={event => {
        event.preventDefault()
        setWasTried(true)
        if (cause === null || lacksWords) focusFirstWrong(event.currentTarget)
        if (cause === null || lacksWords || isBusy) return
        setIsBusy(true)
        void onDefer({
          cause,
          words: text === '' ? null : text,
          to: to === 'next' ? null : to,
        }).finally(() => setIsBusy(false))
      }}
    >
      <SelectField
        label="Why"
        value={cause}
        autoFocus={autoFocus}
        options={DEFERRAL_CAUSES.map(value => ({ value, label: DEFERRAL_LABEL[value] }))}
        onChange={setCause}
        error={wasTried && cause === null ? 'Choose why the case is deferred.' : null}
      />
      <TextField
        label={cause === 'other' ? 'The other reason, in words' : 'In words, if they help'}
        value={words}
        onChange={setWords}
        error={wasTried && lacksWords ? 'Type the other reason.' : null}
      />
      <SelectField
        label="To"
        value={to}
        options={[
          { value: 'next', label: 'the next meeting' },
          ...later.map(({ meeting }) => ({
            value: meeting.id,
            label: `${whenWords(meeting)} · ${meeting.body.title}`,
          })),
        ]}
        onChange={setTo}
      />
      {later.length === 0 && (
        <p className={styles.quiet}>
          No later meeting is planned: the case waits for the next one that is made.
        </p>
      )}
      <div className={styles.buttons}>
        <Button type="submit" look="primary" isDisabled={isBusy}>
          Defer
        </Button>
      </div>
    </form>
  )
}
