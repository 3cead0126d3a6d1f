import { type KeyboardEvent, useCallback, useState } from 'react'
import type { EntryId } from '../../../shared/ids.ts'
import { useLetterKeys } from '../../components/letterKeys.ts'

/** Which items show their details: the one that was pressed or focused last, and those that are pinned. */
export function useCards() {
  const hasLetterKeys = useLetterKeys()
  const [shown, setShown] = useState<EntryId | null>(null)
  const [pinned, setPinned] = useState<readonly EntryId[]>([])
  const show = useCallback((entry: EntryId) => setShown(entry), [])
  const hide = useCallback(() => setShown(null), [])
  const pin = (entry: EntryId) => {
    setPinned(pinned.includes(entry) ? pinned : [...pinned, entry])
  }
  const close = (entry: EntryId) => {
    setPinned(pinned.filter(one => one !== entry))
    if (shown === entry) setShown(null)
  }
  /** P, where letters are keys, pins and unpins what has focus; Escape closes the card of what has focus, then the card that was pinned last. */
  const onKey = (event: KeyboardEvent, focused: EntryId | null) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
    if (event.key === 'p' && hasLetterKeys && focused !== null) {
      event.preventDefault()
      if (pinned.includes(focused)) close(focused)
      else pin(focused)
    }
    if (event.key !== 'Escape') return
    const last = shown ?? pinned.at(-1) ?? null
    if (last === null) return
    event.preventDefault()
    close(last)
  }
  const entries = shown === null || pinned.includes(shown) ? pinned : [...pinned, shown]
  return { entries, pinned, show, hide, pin, close, onKey }
}
