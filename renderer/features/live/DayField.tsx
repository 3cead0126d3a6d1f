import { useState } from 'react'
import type { Day } from '../../../shared/dates/calendar.ts'
import { formatPartialDate } from '../../../shared/dates/formatDate.ts'
import { readDay } from '../../components/readDay.ts'
import { TextField } from '../../components/TextField.tsx'
import { useLive } from './useLive.ts'

type Props = Readonly<{
  label: string
  value: Day | null
  /** Told of a whole day once the typing pauses or the field is left, never of half of one. */
  onChange: (day: Day | null) => void
  today: Day
  description?: string
  autoFocus?: boolean
  isDisabled?: boolean
  className?: string | undefined
  error?: string | null
}>

/** One whole day, typed in any common form or as "+2w" from today; empty is no day. */
export function DayField(props: Props) {
  const { label, value, onChange, today, description } = props
  const [isLeft, setIsLeft] = useState(true)
  const live = useLive(value === null ? '' : formatPartialDate(value), text => {
    const read = readDay(text, today)
    if (read.ok && read.value !== value) onChange(read.value)
    return Promise.resolve(read.ok)
  })
  const read = readDay(live.text, today)
  return (
    <TextField
      label={label}
      value={live.text}
      error={(isLeft && !read.ok ? read.error : null) ?? props.error ?? null}
      {...(description === undefined ? {} : { description })}
      autoFocus={props.autoFocus ?? false}
      isDisabled={props.isDisabled ?? false}
      className={props.className}
      onChange={text => {
        setIsLeft(false)
        live.change(text)
      }}
      onEnter={live.leave}
      onBlur={() => {
        setIsLeft(true)
        live.leave()
      }}
    />
  )
}
