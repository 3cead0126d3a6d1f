import type { Day } from '../../../shared/dates/calendar.ts'
import type { Action } from '../../../shared/meeting/outcome.ts'
import { TextField } from '../../components/TextField.tsx'
import { DayField } from '../live/DayField.tsx'
import { TypedRows } from './TypedRows.tsx'

type Props = Readonly<{
  rows: readonly Action[]
  today: Day
  onChange: (rows: Action[]) => void
}>

function blank(): Action {
  return { id: crypto.randomUUID(), text: '', owner: '', due: null }
}

/** Who does what by when after the meeting. */
export function ActionRows({ rows, today, onChange }: Props) {
  return (
    <TypedRows
      title="Actions"
      name="Action"
      add="Add an action"
      rows={rows}
      blank={blank}
      onChange={onChange}
    >
      {(row, put) => (
        <>
          <TextField label="Owner" value={row.owner} onChange={owner => put({ owner })} />
          <DayField label="Due" value={row.due} today={today} onChange={due => put({ due })} />
        </>
      )}
    </TypedRows>
  )
}
