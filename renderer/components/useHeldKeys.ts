import { useEffect, useLayoutEffect, useRef } from 'react'
import { isCharacter, isTyping, keyOf } from './shortcuts.ts'

/** So long a finger stays on a key. A list that opens under it has the focus by then, and gets what follows. */
const FINGER_MS = 60

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
      // A finger that still lies on the key that asked for the form says nothing to it.
      if (!event.repeat || held.current.some(({ key }) => key === event.key))
        held.current.push(event)
    }
    stop.current()
    window.addEventListener('keydown', hold, { capture: true })
    stop.current = () => window.removeEventListener('keydown', hold, { capture: true })
  }, [isWaiting])
  // After the effects of what was drawn, one of which gives its first field the focus.
  useEffect(() => {
    if (isWaiting) return
    let timer: ReturnType<typeof setTimeout> | undefined
    // One at a time: each may change what the next one means, and is released where it has led.
    const press = () => {
      const [event] = held.current
      if (event === undefined) stop.current()
      else {
        const isWritten = pressAgain(event)
        timer = setTimeout(release, isWritten ? 0 : FINGER_MS, event)
      }
    }
    // Only then is it away, so that whatever is pressed meanwhile comes after it.
    const release = (event: KeyboardEvent) => {
      focused().dispatchEvent(new KeyboardEvent('keyup', initOf(event)))
      held.current.shift()
      press()
    }
    // Lists have their lines only after the first drawing.
    timer = setTimeout(press)
    return () => clearTimeout(timer)
  }, [isWaiting])
  useEffect(() => () => stop.current(), [])
}

/** What needs no screen, such as the lock and the palette; sending a form needs one. */
function isAtOnce(event: KeyboardEvent): boolean {
  return event.isComposing || /^(control\+(?!enter)|control$|f\d|tab|shift\+tab)/.test(keyOf(event))
}

function focused(): Element {
  return document.activeElement ?? document.body
}

function initOf(event: KeyboardEvent): KeyboardEventInit {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, repeat } = event
  return { key, code, ctrlKey, metaKey, altKey, shiftKey, repeat, bubbles: true, cancelable: true }
}

/** Whether it wrote into a field, which leads nowhere else. */
function pressAgain(event: KeyboardEvent): boolean {
  const target = focused()
  const isFree = target.dispatchEvent(new KeyboardEvent('keydown', initOf(event)))
  const { key, ctrlKey, metaKey, altKey } = event
  // A key that a script presses writes nothing by itself.
  return (
    isFree && !ctrlKey && !metaKey && !altKey && target.matches('input, textarea') && write(key)
  )
}

/** Into the field that has the focus, as the browser does it, so that the form hears of it. */
function write(key: string): boolean {
  if (isCharacter(key)) return document.execCommand('insertText', false, key)
  return key === 'Backspace' && document.execCommand('delete')
}
