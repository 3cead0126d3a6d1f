import { useEffect, useLayoutEffect, useRef } from 'react'
import { isCharacter, isTyping, keyOf } from './shortcuts.ts'

/**
 * Keys that are pressed while a screen or a form is on its way are meant for it: they wait, and are pressed there in their
 * order once it is drawn. Without it, who presses F and types "15 x 9" on a busy machine would record "5 x 9", and who
 * presses D and Enter in a list would open the case instead of the causes.
 */
export function useHeldKeys(isWaiting: boolean): void {
  const held = useRef<KeyboardEvent[]>([])
  const stop = useRef(() => {})
  useLayoutEffect(() => {
    if (!isWaiting) return
    const hold = (event: KeyboardEvent) => {
      if (!event.isTrusted || isAtOnce(event)) return
      // What is typed after held keys comes after them, wherever they have led.
      if (held.current.length === 0 && isTyping(event.target)) return
      event.preventDefault()
      // Neither a command nor a button that is there gets it.
      event.stopImmediatePropagation()
      held.current.push(event)
    }
    window.addEventListener('keydown', hold, { capture: true })
    stop.current = () => window.removeEventListener('keydown', hold, { capture: true })
  }, [isWaiting])
  // After the effects of what was drawn, one of which gives its first field the focus.
  useEffect(() => {
    if (isWaiting) return
    let timer: ReturnType<typeof setTimeout> | undefined
    // One at a time: each may change what the next one means. The last one is away before another is let through.
    const press = () => {
      const [event] = held.current
      if (event === undefined) {
        stop.current()
        return
      }
      pressAgain(event)
      held.current.shift()
      timer = setTimeout(press)
    }
    press()
    return () => clearTimeout(timer)
  }, [isWaiting])
  useEffect(() => () => stop.current(), [])
}

/** What needs no screen, such as the lock and the palette; sending a form needs one. */
function isAtOnce(event: KeyboardEvent): boolean {
  return event.isComposing || /^(control\+(?!enter)|control$|f\d|tab|shift\+tab)/.test(keyOf(event))
}

function pressAgain({
  key,
  code,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
  repeat,
}: KeyboardEvent): void {
  const target = document.activeElement ?? document.body
  const again = {
    key,
    code,
    ctrlKey,
    metaKey,
    altKey,
    shiftKey,
    repeat,
    bubbles: true,
    cancelable: true,
  }
  const isFree = target.dispatchEvent(new KeyboardEvent('keydown', again))
  // A key that a script presses writes nothing by itself.
  if (isFree && target.matches('input, textarea')) write(key, ctrlKey || metaKey || altKey)
  target.dispatchEvent(new KeyboardEvent('keyup', again))
}

/** Into the field that has the focus, as the browser does it, so that the form hears of it. */
function write(key: string, isCommand: boolean): void {
  if (isCommand) return
  if (isCharacter(key)) document.execCommand('insertText', false, key)
  else if (key === 'Backspace') document.execCommand('delete')
}
