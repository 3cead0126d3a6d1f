import type { KeyboardEvent, ReactNode, Ref } from 'react'
import styles from './Button.module.css'
import { cx } from './cx.ts'

type Props = Readonly<{
  children: ReactNode
  onPress?: () => void
  /** `primary` for the one action of a form, `plain` for quiet ones, `chrome` on the app bar. */
  look?: 'normal' | 'primary' | 'plain' | 'chrome'
  /** `small` inside a panel's heading. */
  size?: 'normal' | 'small'
  type?: 'button' | 'submit'
  isDisabled?: boolean
  autoFocus?: boolean
  className?: string | undefined
  /** As `aria-keyshortcuts` wants it: "Control+L". */
  keyShortcuts?: string
  label?: string
  ref?: Ref<HTMLButtonElement>
}>

/** What can be pressed, always with a word on it. A press is its alone: the row or frame that it stands on is not pressed with it. */
export function Button({
  children,
  onPress,
  look = 'normal',
  size = 'normal',
  type = 'button',
  isDisabled = false,
  autoFocus = false,
  className,
  keyShortcuts,
  label,
  ref,
}: Props) {
  return (
    <button
      type={type}
      disabled={isDisabled}
      // biome-ignore lint/a11y/noAutofocus: where a dialog or a screen begins
      autoFocus={autoFocus}
      className={cx(styles.button, styles[look], size === 'small' && styles.small, className)}
      aria-keyshortcuts={keyShortcuts}
      aria-label={label}
      ref={ref}
      onClick={event => {
        event.stopPropagation()
        onPress?.()
      }}
      onKeyDown={keepPress}
    >
      {children}
    </button>
  )
}

/** Enter and Space press what has the keyboard, and mean nothing to what it stands on. */
export function keepPress(event: KeyboardEvent): void {
  const { key, ctrlKey, altKey, metaKey } = event
  const isPress = (key === 'Enter' || key === ' ') && !ctrlKey && !altKey && !metaKey
  if (isPress) event.stopPropagation()
}
