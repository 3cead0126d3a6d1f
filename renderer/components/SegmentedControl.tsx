import { type Choice, Choices } from './Choices.tsx'
import { cx } from './cx.ts'
import styles from './SegmentedControl.module.css'

type Props<V extends string> = Readonly<{
  /** What is chosen here, read out before the choices. */
  label: string
  value: V
  segments: readonly Choice<V>[]
  onChange: (value: V) => void
  className?: string | undefined
}>

/** A choice of one among a few, all of them in view. */
export function SegmentedControl<V extends string>({
  label,
  value,
  segments,
  onChange,
  className,
}: Props<V>) {
  return (
    <Choices
      mode="one"
      aria-label={label}
      className={cx(styles.group, className)}
      choiceClassName={cx(styles.segment)}
      chosen={[value]}
      choices={segments}
      onPress={next => {
        if (next !== value) onChange(next)
      }}
    />
  )
}
