import { type RefObject, useEffect, useRef } from 'react'

/** What is opened by a button takes the focus, and gives it back to the button when it goes. */
export function useFocusBack<E extends HTMLElement>(): RefObject<E | null> {
  const opened = useRef<E>(null)
  useEffect(() => {
    const from = document.activeElement
    opened.current?.querySelector<HTMLElement>('[aria-checked], input, button')?.focus()
    return () => {
      if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true })
    }
  }, [])
  return opened
}
