import type { ReactNode } from 'react'
import { useState } from 'react'
import {
  MEETING_ROLE_LABEL,
  MEETING_ROLES,
  type MeetingRole,
  type Member,
  roleName,
} from '../../../shared/meeting/attendance.ts'
import { Button } from '../../components/Button.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { LiveField } from '../live/LiveField.tsx'
import styles from './PeopleRows.module.css'

type Props<M extends Member> = Readonly<{
  people: readonly M[]
  /** A person who is added, with whatever else the list keeps of each. */
  blank: (member: Member) => M
  onChange: (change: (before: readonly M[]) => M[]) => Promise<unknown>
  /** What else is chosen of a person, such as whether they were there. */
  children?: (person: M, put: (part: Partial<M>) => void) => ReactNode
}>

/** People by their role: names are typed in place, and further people are added at the end. */
export function PeopleRows<M extends Member>({ people, blank, onChange, children }: Props<M>) {
  const [role, setRole] = useState<MeetingRole>('oncologist')
  const [words, setWords] = useState('')
  const [name, setName] = useState('')
  const putAt = (at: number, part: Partial<M>) =>
    onChange(before => before.map((each, index) => (index === at ? { ...each, ...part } : each)))
  const add = () => {
    const roleWords = role === 'other' && words.trim() !== '' ? words.trim() : null
    const member = { role, roleWords, name: name.trim() === '' ? null : name.trim() }
    setName('')
    setWords('')
    void onChange(before => [...before, blank(member)])
  }
  return (
    <div className={styles.people}>
      {people.length > 0 && (
        <ul className={styles.list}>
          {people.map((person, at) => (
            // People have no ids of their own and keep their order.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={`${people.length} ${at}`} className={styles.person}>
              <LiveField
                label={capital(roleName(person))}
                value={person.name ?? ''}
                className={styles.name}
                onKeep={async text => {
                  const typed = text.trim()
                  await putAt(at, { name: typed === '' ? null : typed } as Partial<M>)
                }}
              />
              {children?.(person, part => void putAt(at, part))}
              <Button
                look="plain"
                size="small"
                className={styles.remove}
                label={`Remove: ${roleName(person)}${person.name === null ? '' : `, ${person.name}`}`}
                onPress={() => void onChange(before => before.filter((_, index) => index !== at))}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.add}>
        <SelectField
          label="Role"
          value={role}
          options={MEETING_ROLES.map(value => ({ value, label: MEETING_ROLE_LABEL[value] }))}
          onChange={setRole}
        />
        {role === 'other' && <TextField label="Called" value={words} onChange={setWords} />}
        <TextField label="Name, if known" value={name} onChange={setName} />
        <Button onPress={add}>Add a person</Button>
      </div>
    </div>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
