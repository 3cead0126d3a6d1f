import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './SegmentedControl.module.css'

export type Segment<V extends string> = Readonly<{
  value: V
  label: string
  /** Why it cannot be chosen. */
  unavailable?: string | null
}>

type Props<V extends string> = Readonly<{
  /** What is chosen here, read out before the choices. */
  label: string
  value: V
  segments: readonly Segment<V>[]
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
    <ToggleButtonGroup
      aria-label={label}
      className={cx(styles.group, className)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={keys => {
        const next = segments.find(segment => keys.has(segment.value))
        if (next !== undefined && next.value !== value) onChange(next.value)
      }}
    >
      {segments.map(segment => {
        const why = segment.unavailable ?? null
        return (
          <ToggleButton
            key={segment.value}
            id={segment.value}
            className={cx(styles.segment)}
            isDisabled={why !== null}
            {...(why === null ? {} : { 'aria-label': `${segment.label}: ${why}` })}
          >
            {segment.label}
          </ToggleButton>
        )
      })}
    </ToggleButtonGroup>
  )
}
