import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import type { MeetingId, PatientId } from '../../../shared/ids.ts'
import { beforeLock } from '../../api/beforeLock.ts'
import { useHeldKeys } from '../../components/useHeldKeys.ts'
import { useDraftKeeper, useKeptDraft } from '../entry/useDraft.ts'
import styles from './CaseList.module.css'

type Props = Readonly<{
  meetingId: MeetingId
  patientId: PatientId
  name: string
  question: string | null
  /** Keeps the question; null takes it away. */
  onQuestion: (question: string | null) => Promise<unknown>
  onDone: () => void
}>

const Typed = z.string()

/** The question, typed in its place: Enter keeps it, Shift Enter begins a line, Escape leaves it as it was. */
export function QuestionEditor(props: Props) {
  const key = `list-question:${props.meetingId}:${props.patientId}`
  const kept = useKeptDraft(key, props.patientId)
  useHeldKeys(kept.state === 'loading')
  if (kept.state === 'loading') return <span className={styles.question}>{props.question}</span>
  const draft = Typed.safeParse(kept.draft?.body)
  return <Field {...props} draftKey={key} begin={draft.success ? draft.data : null} />
}

function Field({
  patientId,
  name,
  question,
  onQuestion,
  onDone,
  draftKey,
  begin,
}: Props & Readonly<{ draftKey: string; begin: string | null }>) {
  const [text, setText] = useState(begin ?? question ?? '')
  const { keep, drop } = useDraftKeeper(draftKey, patientId)
  const field = useRef<HTMLTextAreaElement>(null)
  const isOver = useRef(false)
  const save = async () => {
    if (isOver.current) return
    isOver.current = true
    const asked = text.trim() === '' ? null : text.trim()
    if (asked !== question) await onQuestion(asked)
    drop()
    onDone()
  }
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
    return beforeLock(() => latest.current())
  }, [])
  return (
    <textarea
      ref={field}
      className={styles.typed}
      aria-label={`Question for the meeting, ${name}`}
      value={text}
      rows={2}
      spellCheck={false}
      onChange={event => {
        const { value } = event.target
        setText(value)
        keep(() => value)
      }}
      onBlur={() => void save()}
      onKeyDown={event => {
        if (event.key === 'Escape') {
          event.preventDefault()
          event.stopPropagation()
          isOver.current = true
          drop()
          onDone()
        } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
          event.preventDefault()
          void save()
        }
        event.stopPropagation()
      }}
    />
  )
}
