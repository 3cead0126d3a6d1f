import { useState } from 'react'
import { TextField } from '../../components/TextField.tsx'
import { readClock } from './clockTime.ts'

type Props = Readonly<{
  label: string
  value: string | null
  onChange: (time: string | null) => void
}>

/** A time by the clock on the wall; what is typed is taken over when the field is left. */
export function ClockField({ label, value, onChange }: Props) {
  const [text, setText] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <TextField
      label={label}
      value={text ?? value ?? ''}
      error={problem}
      onChange={typed => {
        setText(typed)
        setProblem(null)
      }}
      onBlur={() => {
        if (text === null) return
        const read = readClock(text)
        setProblem(read.ok ? null : read.error)
        if (!read.ok) return
        setText(null)
        if (read.value !== value) onChange(read.value)
      }}
    />
  )
}
