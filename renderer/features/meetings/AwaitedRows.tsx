import { useEffect, useRef, useState } from 'react'
import type { Day } from '../../../shared/dates/calendar.ts'
import { formatPartialDate } from '../../../shared/dates/formatDate.ts'
import type { Awaited } from '../../../shared/meeting/listItem.ts'
import { beforeLock } from '../../api/beforeLock.ts'
import { Button } from '../../components/Button.tsx'
import { CheckField } from '../../components/CheckField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { DayField } from '../live/DayField.tsx'
import styles from './ItemPanel.module.css'
import { awaitedWords, isOverdue } from './words.ts'

type Props = Readonly<{
  awaited: readonly Awaited[]
  today: Day
  autoFocus: boolean
  onChange: (change: (before: readonly Awaited[]) => Awaited[]) => Promise<unknown>
}>

const BLANK = { what: '', from: '', expected: null as Day | null }

/** The results for which a case waits: what, from whom, and by when; ticked when they have come. */
export function AwaitedRows({ awaited, today, autoFocus, onChange }: Props) {
  const [typed, setTyped] = useState(BLANK)
  const latest = useRef(typed)
  latest.current = typed
  const add = async () => {
    const { what, from, expected } = latest.current
    if (what.trim() === '') return
    latest.current = BLANK
    setTyped(BLANK)
    const next: Awaited = {
      id: crypto.randomUUID(),
      what: what.trim(),
      from: from.trim() === '' ? null : from.trim(),
      since: today,
      expected,
      arrived: null,
      entry: null,
    }
    await onChange(before => [...before, next])
  }
  const addNow = useRef(add)
  useEffect(() => {
    addNow.current = add
  })
  // What was typed and not added yet is added when the panel goes or the workspace is locked.
  useEffect(() => {
    const forget = beforeLock(() => addNow.current())
    return () => {
      forget()
      void addNow.current()
    }
  }, [])
  const put = (id: string, part: Partial<Awaited>) =>
    void onChange(before => before.map(each => (each.id === id ? { ...each, ...part } : each)))
  return (
    <section className={styles.part} aria-labelledby="awaited">
      <h3 id="awaited" className={styles.heading}>
        Awaited results
      </h3>
      {awaited.length > 0 && (
        <ul className={styles.awaited}>
          {awaited.map(each => (
            <li key={each.id}>
              <CheckField
                className={styles.words}
                label={awaitedWords(each)}
                value={each.arrived !== null}
                description={whenWords(each, today)}
                onChange={hasCome => put(each.id, { arrived: hasCome ? today : null })}
              />
              <Button
                look="plain"
                size="small"
                label={`Remove: ${each.what}`}
                onPress={() => void onChange(before => before.filter(({ id }) => id !== each.id))}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        className={styles.part}
        onSubmit={event => {
          event.preventDefault()
          void add()
        }}
      >
        <TextField
          label="What is awaited"
          value={typed.what}
          autoFocus={autoFocus}
          onChange={what => setTyped({ ...typed, what })}
        />
        <div className={styles.pair}>
          <TextField
            label="From whom"
            value={typed.from}
            onChange={from => setTyped({ ...typed, from })}
          />
          <DayField
            key={awaited.length}
            label="By when"
            value={typed.expected}
            today={today}
            onChange={expected => setTyped({ ...typed, expected })}
          />
        </div>
        <div className={styles.buttons}>
          <Button type="submit" isDisabled={typed.what.trim() === ''}>
            Add to what is awaited
          </Button>
        </div>
      </form>
    </section>
  )
}

function whenWords(each: Awaited, today: Day): string {
  if (each.arrived !== null) return `came ${formatPartialDate(each.arrived)}`
  if (each.expected === null) return 'no day promised'
  const day = formatPartialDate(each.expected)
  return isOverdue(each, today) ? `overdue since ${day}` : `by ${day}`
}
