import { useState } from 'react'
import { z } from 'zod'
import { MeetingId, type PatientId } from '../../../shared/ids.ts'
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
import { useHeldKeys } from '../../components/useHeldKeys.ts'
import { useDraftKeeper, useKeptDraft } from '../entry/useDraft.ts'
import styles from './ItemPanel.module.css'
import { whenWords } from './words.ts'

type Props = Readonly<{
  meetingId: MeetingId
  patientId: PatientId
  later: readonly MeetingSummary[]
  autoFocus: boolean
  /** Whether it was deferred. */
  onDefer: (
    deferral: Readonly<{ cause: DeferralCause; words: string | null; to: MeetingId | null }>,
  ) => Promise<boolean>
}>

const Typed = z.object({
  cause: z.enum(DEFERRAL_CAUSES).nullable(),
  words: z.string(),
  to: z.union([z.literal('next'), MeetingId]),
})
type Typed = z.infer<typeof Typed>

const NOTHING: Typed = { cause: null, words: '', to: 'next' }

/** Why a case is put off, and to which meeting; what was typed and not sent is there again. */
export function DeferForm(props: Props) {
  const key = `list-deferral:${props.meetingId}:${props.patientId}`
  const kept = useKeptDraft(key, props.patientId)
  useHeldKeys(kept.state === 'loading')
  if (kept.state === 'loading') return null
  const draft = Typed.safeParse(kept.draft?.body)
  return <Form key={key} {...props} draftKey={key} begin={draft.success ? draft.data : NOTHING} />
}

function Form({
  patientId,
  later,
  autoFocus,
  onDefer,
  draftKey,
  begin,
}: Props & Readonly<{ draftKey: string; begin: Typed }>) {
  const [typed, setTyped] = useState(begin)
  const { keep, drop } = useDraftKeeper(draftKey, patientId)
  const change = (part: Partial<Typed>) => {
    const next = { ...typed, ...part }
    setTyped(next)
    keep(() => next)
  }
  const { cause, words } = typed
  // The meeting that was chosen may be gone by now.
  const to = later.some(({ meeting }) => meeting.id === typed.to) ? typed.to : 'next'
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
        }).then(isDeferred => {
          if (isDeferred) drop()
          setIsBusy(false)
        })
      }}
    >
      <SelectField
        label="Why"
        value={cause}
        autoFocus={autoFocus}
        options={DEFERRAL_CAUSES.map(value => ({ value, label: DEFERRAL_LABEL[value] }))}
        onChange={next => change({ cause: next })}
        error={wasTried && cause === null ? 'Choose why the case is deferred.' : null}
      />
      <TextField
        label={cause === 'other' ? 'The other reason, in words' : 'In words, if they help'}
        value={words}
        onChange={next => change({ words: next })}
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
        onChange={next => change({ to: next })}
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
