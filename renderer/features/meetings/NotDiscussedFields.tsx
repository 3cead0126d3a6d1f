import { useState } from 'react'
import type { ItemEdit, ItemState } from '../../../shared/meeting/listItem.ts'
import { LiveField } from '../live/LiveField.tsx'
import styles from './ItemPanel.module.css'

type Part = 'protocol' | 'reason'

type Props = Readonly<{
  state: ItemState
  autoFocus: boolean
  /** Changes the case of the list, unless the change answers null; null where nothing was changed. */
  onChange: (change: (before: ItemEdit) => ItemEdit | null) => Promise<unknown>
}>

/** Under which protocol, or why, a case is listed and not discussed; one of them has to stand. */
export function NotDiscussedFields({ state, autoFocus, onChange }: Props) {
  const stored = state.state === 'notDiscussed' ? state : null
  /** The field that was emptied although the other one says nothing; what is stored stays until one does. */
  const [emptied, setEmptied] = useState<Part | null>(null)
  const keep = (part: Part) => async (text: string) => {
    const words = text.trim() === '' ? null : text.trim()
    let isBare = false
    const after = await onChange(before => {
      const kept =
        before.state.state === 'notDiscussed'
          ? before.state
          : { state: 'notDiscussed' as const, protocol: null, reason: null }
      const next = { ...kept, ...(emptied === null ? {} : { [emptied]: null }), [part]: words }
      isBare = next.protocol === null && next.reason === null
      return isBare ? null : { ...before, state: next }
    })
    setEmptied(isBare ? part : null)
    return after !== null
  }
  const errorOf = (part: Part) =>
    emptied === part
      ? stored === null
        ? 'Name the protocol or type a reason.'
        : 'Name the protocol or type a reason; until then the list says what it said.'
      : null
  return (
    <>
      <LiveField
        label="Protocol or standard of care that is followed"
        value={stored?.protocol ?? ''}
        onKeep={keep('protocol')}
        autoFocus={autoFocus}
        error={errorOf('protocol')}
      />
      <LiveField
        label="Reason"
        multiline
        rows={2}
        value={stored?.reason ?? ''}
        onKeep={keep('reason')}
        error={errorOf('reason')}
      />
      {stored === null && (
        <p className={styles.quiet}>
          The case is listed and not discussed once a protocol or a reason stands here.
        </p>
      )}
    </>
  )
}
