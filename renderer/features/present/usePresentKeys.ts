import { useEffect, useRef } from 'react'
import { useLetterKeys } from '../../components/letterKeys.ts'
import { isCharacter, type KeyMap, keyOf } from '../../components/shortcuts.ts'

/**
 * The keys of a presentation come before those of any list or button in it: arrows go from case to case and from panel to
 * panel wherever focus is, but where something is typed. While a dialog is open the keys are its own. Who has switched single
 * letters off presses none here either.
 */
export function usePresentKeys(keys: KeyMap, isActive: boolean): void {
  const hasLetterKeys = useLetterKeys()
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!isActive) return
    const onKey = (event: KeyboardEvent) => {
      const key = keyOf(event)
      const action = latest.current[key]
      if (action === undefined || event.isComposing) return
      if (isTyped(event.target, key) || (isCharacter(key) && !hasLetterKeys)) return
      event.preventDefault()
      event.stopPropagation()
      action(event)
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [isActive, hasLetterKeys])
}

/** Whether a key belongs to what is typed beside the board: all but commands with Control and the function keys. */
function isTyped(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element) || /^(control|alt|f\d)/.test(key)) return false
  // A list that is open over the screen stands outside of what opened it.
  return target.closest('[data-keeps-keys], [role=listbox], [role=dialog]') !== null
}
