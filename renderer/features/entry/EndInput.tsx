import type { EndTyped } from '../../../shared/forms/endFields.ts'
import { WhenInput } from './DateInput.tsx'
import { at, type Field } from './field.ts'
import { RowChoice } from './inputs.tsx'
import { memoInput } from './memoInput.ts'

const STATUSES = [
  { value: 'notRecorded', label: 'Not recorded' },
  { value: 'ongoing', label: 'Ongoing' },
  { value: 'ended', label: 'Ended' },
] as const

/** How a course ended; its date is asked for once something is said of the end. */
export const EndInput = memoInput(function EndInput({
  field,
  label,
}: Readonly<{ field: Field<EndTyped>; label: string }>) {
  const { status, when } = field.value
  return (
    <>
      <RowChoice field={at(field, 'status')} label={label} options={STATUSES} />
      {(status !== 'notRecorded' || when.length > 0) && (
        <WhenInput
          field={at(field, 'when')}
          label={status === 'ongoing' ? 'Ongoing as of' : 'Ended on'}
        />
      )}
    </>
  )
})
