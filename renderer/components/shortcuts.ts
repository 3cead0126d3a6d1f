import { useEffect, useRef } from 'react'

/** A key with its modifiers in small letters, as "control+k", "?", "delete". On a Mac, Command counts as Control. */
export function keyOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase()
  const isLetter = /^[a-z]$/.test(key)
  return [
    (event.ctrlKey || event.metaKey) && 'control',
    event.altKey && 'alt',
    // Signs such as "?" already are what Shift made of the key.
    event.shiftKey && (isLetter || key.length > 1) && 'shift',
    key,
  ]
    .filter(part => part !== false)
    .join('+')
}

const KEY_NAME: Readonly<Record<string, string>> = {
  control: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  escape: 'Esc',
  delete: 'Del',
  insert: 'Ins',
  pagedown: 'PgDn',
  pageup: 'PgUp',
  arrowdown: '↓',
  arrowup: '↑',
  arrowleft: '←',
  arrowright: '→',
}

/** A key of `keyOf` as printed on a keyboard: "Ctrl Shift Z". */
export function keyWords(key: string): string {
  return partsOf(key)
    .map(part => KEY_NAME[part] ?? capitalised(part))
    .join(' ')
}

/** A key of `keyOf` as `aria-keyshortcuts` wants it: "Control+Shift+Z". */
export function ariaKey(key: string): string {
  return partsOf(key).map(capitalised).join('+')
}

/** The last part may itself be a plus. */
function partsOf(key: string): string[] {
  return key.endsWith('+')
    ? [
        ...key
          .slice(0, -1)
          .split('+')
          .filter(part => part !== ''),
        '+',
      ]
    : key.split('+')
}

function capitalised(part: string): string {
  return part.charAt(0).toUpperCase() + part.slice(1)
}

/** Whether a key of `keyOf` writes a character, which voice control and an unsteady hand may press unawares. */
export function isCharacter(key: string): boolean {
  return [...key].length === 1
}

/** Whether keys go into a text at this place, where plain letters must stay letters. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], [role=menu], [role=listbox]:not([data-leaves-letters]), [role=dialog], [data-keeps-keys]',
    ) !== null
  )
}

/** What each key does; a plain letter is left alone while a text is typed or a menu or dialog is open. */
export type KeyMap = Readonly<Partial<Record<string, (event: KeyboardEvent) => void>>>

/** Listens to keys anywhere in the window. Keys with Control or a function key work while typing as well. */
export function useKeys(keys: KeyMap, isActive = true): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!isActive) return
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const key = keyOf(event)
      const action = latest.current[key]
      if (action === undefined) return
      const isCommand = /^(control|f\d)/.test(key)
      if (isTyping(event.target) && (!isCommand || isEditKey(key))) return
      event.preventDefault()
      action(event)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [isActive])
}

/** Undo and redo belong to the text while one is typed. */
function isEditKey(key: string): boolean {
  return /^control\+(shift\+)?[zy]$/.test(key)
}
