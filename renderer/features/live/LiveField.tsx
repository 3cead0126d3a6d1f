import { TextField } from '../../components/TextField.tsx'
import { useLive } from './useLive.ts'

type Props = Readonly<{
  label: string
  value: string
  /** Keeps what was typed; called after a pause, when the field is left and before a lock; false where it could not. */
  onKeep: (text: string) => Promise<unknown>
  multiline?: boolean
  rows?: number
  description?: string
  error?: string | null
  isDisabled?: boolean
  autoFocus?: boolean
  className?: string | undefined
}>

/** A text that is kept as it is typed, with no button to press. */
export function LiveField({ value, onKeep, multiline = false, ...rest }: Props) {
  const live = useLive(value, onKeep)
  return (
    <TextField
      {...rest}
      multiline={multiline}
      value={live.text}
      onChange={live.change}
      onBlur={live.leave}
      {...(multiline ? {} : { onEnter: live.leave })}
    />
  )
}
