import { useEffect, useRef } from 'react'
import { isCharacter, isTyping, keyOf } from './shortcuts.ts'

/**
 * Keys that are pressed while the code of the next screen is still being read are meant for that screen: they wait, and
 * are pressed there in their order once it is drawn.
 */
export function useHeldKeys(isWaiting: boolean): void {
  const held = useRef<KeyboardEvent[]>([])
  useEffect(() => {
    const { current: keys } = held
    if (!isWaiting && keys.length === 0) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const hold = (event: KeyboardEvent) => {
      if (!event.isTrusted || isAtOnce(event)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      keys.push(event)
    }
    const stop = () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', hold, { capture: true })
    }
    // One at a time: each may change what the next one means. What is pressed meanwhile comes after them.
    const press = () => {
      const event = keys.shift()
      if (event === undefined) stop()
      else {
        pressAgain(event)
        timer = setTimeout(press)
      }
    }
    window.addEventListener('keydown', hold, { capture: true })
    if (!isWaiting) press()
    return stop
  }, [isWaiting])
}

/** What needs no screen, such as the lock and the palette, and what is typed into a field that is there. */
function isAtOnce(event: KeyboardEvent): boolean {
  return event.isComposing || /^(control|f\d|tab)/.test(keyOf(event)) || isTyping(event.target)
}

function pressAgain({ key, code, altKey, shiftKey, repeat }: KeyboardEvent): void {
  const target = document.activeElement ?? document.body
  const again = { key, code, altKey, shiftKey, repeat, bubbles: true, cancelable: true }
  const isFree = target.dispatchEvent(new KeyboardEvent('keydown', again))
  // A key that a script presses types nothing by itself.
  if (isFree && !altKey && isCharacter(key) && target.matches('input, textarea'))
    document.execCommand('insertText', false, key)
}
