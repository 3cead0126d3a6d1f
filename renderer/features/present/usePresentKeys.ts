import { useEffect, useRef } from 'react'
import { type KeyMap, keyOf } from '../../components/shortcuts.ts'

/**
 * The keys of a presentation come before those of any list or button in it: arrows go from case to case and from panel to
 * panel wherever focus is. While a dialog is open the keys are its own.
 */
export function usePresentKeys(keys: KeyMap, isActive: boolean): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!isActive) return
    const onKey = (event: KeyboardEvent) => {
      const action = latest.current[keyOf(event)]
      if (action === undefined || event.isComposing) return
      event.preventDefault()
      event.stopPropagation()
      action(event)
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [isActive])
}
