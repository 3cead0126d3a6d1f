import type { EndTyped } from '../../../shared/forms/endFields.ts'
import { WhenInput } from './DateInput.tsx'
import { at, type Field } from './field.ts'
import { RowChoice } from './inputs.tsx'

const STATUSES = [
  { value: 'notRecorded', label: 'End not recorded' },
  { value: 'ongoing', label: 'Ongoing' },
  { value: 'ended', label: 'Ended' },
] as const

/** How a course ended. A typed date makes "not recorded" into "ended", in view; "ongoing" keeps the date as its "as of". */
export function EndInput({ field, label }: Readonly<{ field: Field<EndTyped>; label: string }>) {
  const { status } = field.value
  const when = at(field, 'when')
  return (
    <>
      <RowChoice field={at(field, 'status')} label={label} options={STATUSES} />
      <WhenInput
        field={{
          ...when,
          update: change =>
            field.update(end => {
              const next = change(end.when)
              const isDated = next.some(row => row.value.text.trim() !== '')
              const isNew = end.status === 'notRecorded' && end.when.length === 0 && isDated
              return { status: isNew ? 'ended' : end.status, when: next }
            }),
        }}
        label={status === 'ongoing' ? 'Ongoing as of' : 'Ended on'}
      />
    </>
  )
}
