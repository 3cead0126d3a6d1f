import type { Board } from '../../../shared/board/board.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { FactLine } from '../../components/FactLine.tsx'
import { FactText } from '../../components/FactText.tsx'
import { useRoving } from '../../components/useRoving.ts'
import styles from './DocumentList.module.css'
import { RowButton } from './RowButton.tsx'

type Props = Readonly<{
  board: Board
  selected: EntryId | null
  onSelect: (entry: EntryId) => void
  onOpen: (entry: EntryId) => void
}>

/** The sources that values were read from by their titles; the selected one with what is recorded of it. */
export function DocumentList({ board, selected, onSelect, onOpen }: Props) {
  const roving = useRoving(
    board.documents.map(document => document.entry),
    selected,
  )
  return (
    <ul className={styles.list} {...roving.list}>
      {board.documents.map(document => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the row's button takes the keys
        <li
          key={document.entry}
          className={styles.document}
          data-selected={document.entry === selected ? '' : undefined}
          data-entry={document.entry}
          onClick={() => onSelect(document.entry)}
          onDoubleClick={() => onOpen(document.entry)}
        >
          <RowButton
            entry={document.entry}
            selected={document.entry === selected}
            roving={roving.item(document.entry)}
            onSelect={onSelect}
            onOpen={onOpen}
          >
            <strong>
              <FactText fact={document.title} />
            </strong>
          </RowButton>
          {document.entry === selected && document.details.length > 0 && (
            <span className={styles.details}>
              <FactLine facts={document.details} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
