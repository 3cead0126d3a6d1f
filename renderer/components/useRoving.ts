import { type KeyboardEvent, useState } from 'react'

const STEP: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: at => at + 1,
  ArrowRight: at => at + 1,
  ArrowUp: at => at - 1,
  ArrowLeft: at => at - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
}

type Options = Readonly<{
  /** The attribute that names each thing; entries of the case have the usual one. */
  attribute?: string
  /** From the last to the first and back: for a few choices side by side. */
  wraps?: boolean
}>

/**
 * One tab stop for a list of things: arrows, Home and End move within it. Spread `list` on what holds the things and
 * `item(key)` on each of them.
 */
export function useRoving(
  keys: readonly string[],
  selected: string | null,
  { attribute = 'data-roving', wraps = false }: Options = {},
) {
  const [focused, setFocused] = useState<string | null>(null)
  const stop =
    [focused, selected].find(key => key !== null && keys.includes(key)) ?? keys[0] ?? null
  return {
    list: {
      onKeyDown: (event: KeyboardEvent<Element>) => {
        const step = STEP[event.key]
        const target = event.target
        if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return
        if (!(target instanceof Element) || !target.hasAttribute(attribute)) return
        const count = keys.length
        const to = step(keys.indexOf(target.getAttribute(attribute) ?? ''), count)
        const next = keys[wraps ? (to + count) % count : Math.max(0, Math.min(count - 1, to))]
        if (next === undefined) return
        event.preventDefault()
        const element = event.currentTarget.querySelector(`[${attribute}="${CSS.escape(next)}"]`)
        if (element instanceof HTMLElement || element instanceof SVGElement) element.focus()
      },
    },
    item: (key: string) => ({
      [attribute]: key,
      tabIndex: key === stop ? 0 : -1,
      onFocus: () => setFocused(key),
    }),
  }
}
