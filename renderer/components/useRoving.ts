import { type KeyboardEvent, useState } from 'react'

const STEP: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: at => at + 1,
  ArrowRight: at => at + 1,
  ArrowUp: at => at - 1,
  ArrowLeft: at => at - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/**
 * One tab stop for a list of things: arrows, Home and End move within it. Spread `list` on what holds the things and
 * `item(key)` on each of them.
 */
export function useRoving(keys: readonly string[], selected: string | null) {
  const [focused, setFocused] = useState<string | null>(null)
  const stop =
    [focused, selected].find(key => key !== null && keys.includes(key)) ?? keys[0] ?? null
  return {
    list: {
      onKeyDown: (event: KeyboardEvent<Element>) => {
        const step = STEP[event.key]
        const target = event.target
        if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return
        if (!(target instanceof Element) || !target.hasAttribute('data-roving')) return
        const at = keys.indexOf(target.getAttribute('data-roving') ?? '')
        const next = keys[Math.max(0, Math.min(keys.length - 1, step(at, keys.length)))]
        if (next === undefined) return
        event.preventDefault()
        const element = event.currentTarget.querySelector(`[data-roving="${CSS.escape(next)}"]`)
        if (element instanceof HTMLElement || element instanceof SVGElement) element.focus()
      },
    },
    item: (key: string) => ({
      'data-roving': key,
      tabIndex: key === stop ? 0 : -1,
      onFocus: () => setFocused(key),
    }),
  }
}
