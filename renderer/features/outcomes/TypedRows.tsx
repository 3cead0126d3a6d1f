import { type ReactNode, useState } from 'react'
import { Button } from '../../components/Button.tsx'
import { TextField } from '../../components/TextField.tsx'
import styles from './Outcome.module.css'

type Row = Readonly<{ id: string; text: string }>

type Props<R extends Row> = Readonly<{
  title: string
  /** What one of them is called: "Action". */
  name: string
  add: string
  rows: readonly R[]
  blank: () => R
  /** Whether the first is typed in as soon as it is there. */
  autoFocus?: boolean
  /** A row that is always there is emptied, not removed. */
  keepsOne?: boolean
  onChange: (rows: R[]) => void
  /** What is chosen or typed of a row beside its text. */
  children: (row: R, put: (part: Partial<R>) => void) => ReactNode
}>

/** Texts of an outcome one below the other, each with its own fields; further ones are added at the end. */
export function TypedRows<R extends Row>(props: Props<R>) {
  const { title, name, rows, blank, autoFocus = false, keepsOne = false, onChange } = props
  const [added, setAdded] = useState<string | null>(null)
  const id = name.toLowerCase()
  const put = (row: R, part: Partial<R>) =>
    onChange(rows.map(each => (each.id === row.id ? { ...each, ...part } : each)))
  return (
    <section className={styles.rows} aria-labelledby={`${id}-rows`}>
      <h3 id={`${id}-rows`} className={styles.heading}>
        {title}
      </h3>
      {rows.map((row, at) => (
        <div key={row.id} className={styles.row}>
          <TextField
            label={`${name} ${at + 1}`}
            className={styles.prose}
            multiline
            rows={1}
            spellCheck
            value={row.text}
            autoFocus={(autoFocus && at === 0) || row.id === added}
            onChange={text => put(row, { text } as Partial<R>)}
          />
          <div className={styles.pair}>{props.children(row, part => put(row, part))}</div>
          {(!keepsOne || rows.length > 1) && (
            <Button
              look="plain"
              size="small"
              label={`Remove ${id} ${at + 1}`}
              onPress={() => onChange(rows.filter(each => each.id !== row.id))}
            >
              Remove
            </Button>
          )}
        </div>
      ))}
      <Button
        onPress={() => {
          const row = blank()
          setAdded(row.id)
          onChange([...rows, row])
        }}
      >
        {props.add}
      </Button>
    </section>
  )
}
