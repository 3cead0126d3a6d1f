import { useEffect, useLayoutEffect, useRef } from 'react'

/**
 * Keeps what is typed while a form is on its way, and gives it to the field that the form begins with. Without it, who
 * presses F and types "15 x 9" on a busy machine would record "5 x 9".
 */
export function useTypedAhead(isWaiting: boolean): void {
  const typed = useRef('')
  const stop = useRef(() => {})
  useLayoutEffect(() => {
    if (!isWaiting) return
    const keep = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, isComposing } = event
      if (ctrlKey || metaKey || altKey || isComposing) return
      if (key === 'Backspace') typed.current = typed.current.slice(0, -1)
      else if ([...key].length === 1) typed.current += key
      else return
      event.preventDefault()
      // Neither a command of the board nor a button there gets it.
      event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', keep, { capture: true })
    stop.current = () => window.removeEventListener('keydown', keep, { capture: true })
  }, [isWaiting])
  // After the effects of the form, one of which gives its first field the focus.
  useEffect(() => {
    if (isWaiting) return
    stop.current()
    const words = typed.current
    typed.current = ''
    if (words !== '') typeInto(document.activeElement, words)
  }, [isWaiting])
  useEffect(() => () => stop.current(), [])
}

/** Types into a field as the browser does, so that the form hears of it. */
function typeInto(field: Element | null, words: string): void {
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
  if (!isText) return
  const { selectionStart, selectionEnd, value } = field
  const [from, to] = [selectionStart ?? value.length, selectionEnd ?? value.length]
  const prototype: object = Object.getPrototypeOf(field)
  const set = Object.getOwnPropertyDescriptor(prototype, 'value')?.set
  set?.call(field, value.slice(0, from) + words + value.slice(to))
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.setSelectionRange(from + words.length, from + words.length)
}
