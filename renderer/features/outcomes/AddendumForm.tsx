import { useState } from 'react'
import { z } from 'zod'
import type { Outcome } from '../../../shared/meeting/outcome.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useHeldKeys } from '../../components/useHeldKeys.ts'
import { useDraftKeeper, useKeptDraft } from '../entry/useDraft.ts'
import { sentenceOf } from '../session/session.ts'
import styles from './Outcome.module.css'
import { useOutcomeDeed } from './useOutcomeDeed.ts'

const Typed = z.string()

/** What is to be added to a signed outcome; the old text stays as it is, before it. */
export function AddendumForm({ outcome }: { outcome: Outcome }) {
  const key = `addendum:${outcome.id}`
  const kept = useKeptDraft(key, outcome.patientId)
  useHeldKeys(kept.state === 'loading')
  if (kept.state === 'loading') return null
  const draft = Typed.safeParse(kept.draft?.body)
  return (
    <Form
      key={outcome.addenda.length}
      outcome={outcome}
      draftKey={key}
      begin={draft.success ? draft.data : ''}
    />
  )
}

function Form({
  outcome,
  draftKey,
  begin,
}: Readonly<{ outcome: Outcome; draftKey: string; begin: string }>) {
  // After an addendum the next one begins empty.
  const [text, setText] = useState(outcome.addenda.some(each => each.text === begin) ? '' : begin)
  const { keep, drop } = useDraftKeeper(draftKey, outcome.patientId)
  const add = useOutcomeDeed(
    () =>
      api.invoke('outcome:addend', {
        outcomeId: outcome.id,
        id: crypto.randomUUID(),
        text: text.trim(),
      }),
    () => {
      drop()
      setText('')
    },
  )
  return (
    <form
      className={styles.rows}
      onSubmit={event => {
        event.preventDefault()
        if (text.trim() !== '' && !add.isPending) add.mutate(undefined)
      }}
    >
      <TextField
        label="Addendum"
        description="Dated and signed as it is added; what was signed before stays."
        className={styles.prose}
        multiline
        rows={1}
        spellCheck
        value={text}
        onChange={typed => {
          setText(typed)
          keep(() => typed)
        }}
      />
      {add.error !== null && (
        <p className={styles.problem} role="alert">
          {sentenceOf(add.error)}
        </p>
      )}
      <Button type="submit" isDisabled={text.trim() === '' || add.isPending}>
        Sign the addendum
      </Button>
    </form>
  )
}
