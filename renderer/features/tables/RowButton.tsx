import type { ReactNode } from 'react'
import type { EntryId } from '../../../shared/ids.ts'
import { NewMark } from '../since/NewMark.tsx'
import styles from './tables.module.css'

type Props = Readonly<{
  entry: EntryId
  selected: boolean
  /** From the panel's roving tab stop. */
  roving: object
  onSelect: (entry: EntryId) => void
  onOpen: (entry: EntryId) => void
  children: ReactNode
}>

/** What a row is called, as the button that selects it, with the mark of what is new; pressed again by Enter, it opens the form. */
export function RowButton({ entry, selected, roving, onSelect, onOpen, children }: Props) {
  return (
    <>
      <NewMark entry={entry} />
      <button
        type="button"
        className={styles.name}
        aria-pressed={selected}
        {...roving}
        onClick={event => {
          // A click of the mouse is the row's own.
          if (event.detail > 0) return
          if (selected) onOpen(entry)
          else onSelect(entry)
        }}
      >
        {children}
      </button>
    </>
  )
}
