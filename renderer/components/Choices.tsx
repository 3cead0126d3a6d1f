import type { KeyboardEvent } from 'react'
import { keepPress } from './Button.tsx'
import { useRoving } from './useRoving.ts'

export type Choice<V extends string> = Readonly<{
  value: V
  label: string
  /** Why it cannot be chosen. */
  unavailable?: string | null
}>

type Props<V extends string> = Readonly<{
  /** One of them is chosen, or none yet; or any number of them. */
  mode: 'one' | 'several'
  chosen: readonly V[]
  choices: readonly Choice<V>[]
  /** A press on one, chosen or not. */
  onPress: (value: V) => void
  className?: string | undefined
  choiceClassName?: string | undefined
  autoFocus?: boolean
  'aria-label'?: string
  'aria-labelledby'?: string
  'aria-describedby'?: string
}>

/** A few choices, all in view, with one tab stop: arrows, Home and End move, round and round, Enter, Space or a click presses one. */
export function Choices<V extends string>(props: Props<V>) {
  const { mode, chosen, choices, onPress, className, choiceClassName, autoFocus = false } = props
  const open = choices.filter(({ unavailable = null }) => unavailable === null)
  const { list, item } = useRoving(
    open.map(({ value }) => value),
    chosen[0] ?? null,
    { attribute: 'data-value', wraps: true },
  )
  const move = (event: KeyboardEvent<HTMLElement>) => {
    list.onKeyDown(event)
    // What moved the keyboard here moves nothing around it.
    if (event.defaultPrevented) event.stopPropagation()
    keepPress(event)
  }
  const group = {
    role: mode === 'one' ? 'radiogroup' : 'group',
    'aria-label': props['aria-label'],
    'aria-labelledby': props['aria-labelledby'],
    'aria-describedby': props['aria-describedby'],
    onKeyDown: move,
  }
  return (
    <div {...group} className={className}>
      {choices.map(({ value, label, unavailable = null }) => {
        const isChosen = chosen.includes(value)
        const roving = unavailable === null ? item(value) : {}
        return (
          <button
            key={value}
            type="button"
            className={choiceClassName}
            data-value={value}
            data-selected={isChosen || undefined}
            disabled={unavailable !== null}
            {...roving}
            {...(mode === 'one'
              ? { role: 'radio', 'aria-checked': isChosen }
              : { 'aria-pressed': isChosen })}
            {...(unavailable === null ? {} : { 'aria-label': `${label}: ${unavailable}` })}
            // biome-ignore lint/a11y/noAutofocus: where a form begins
            autoFocus={autoFocus && 'tabIndex' in roving && roving.tabIndex === 0}
            onClick={event => {
              event.stopPropagation()
              onPress(value)
            }}
          >
            {label}
          </button>
        )
      })}
    </div>
  )
}
