import type { ReactNode, Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components'
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
  slot?: 'close'
}>

/** What can be pressed, always with a word on it. */
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
  slot,
}: Props) {
  return (
    <AriaButton
      type={type}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      className={cx(styles.button, styles[look], size === 'small' && styles.small, className)}
      {...(onPress === undefined ? {} : { onPress })}
      {...(keyShortcuts === undefined ? {} : { 'aria-keyshortcuts': keyShortcuts })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(ref === undefined ? {} : { ref })}
      {...(slot === undefined ? {} : { slot })}
    >
      {children}
    </AriaButton>
  )
}
