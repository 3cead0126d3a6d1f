import type { Board, BoardConflict } from '../../../shared/board/board.ts'
import { detailGroups, patientGroups } from '../../../shared/board/details.ts'
import { linksOf } from '../../../shared/board/links.ts'
import type { Case } from '../../../shared/case/entry.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { Button } from '../../components/Button.tsx'
import { ConflictTag } from '../../components/ConflictTag.tsx'
import { FactText } from '../../components/FactText.tsx'
import { Shortcut } from '../../components/Shortcut.tsx'
import styles from './DetailsPanel.module.css'
import { HistoryList } from './HistoryList.tsx'
import { SidePanel } from './SidePanel.tsx'

type Props = Readonly<{
  board: Board
  of: Case
  today: string
  /** Null for the patient and the whole case. */
  entry: EntryId | null
  onClose: () => void
  onEdit: (() => void) | null
  onRemove: (() => void) | null
  /** Goes to another entry that this one is linked with. */
  onGo: (entry: EntryId) => void
}>

/** Everything recorded of what is selected, the conflicts that touch it, and its history. */
export function DetailsPanel(props: Props) {
  const { board, of, today, entry, onClose, onEdit, onRemove, onGo } = props
  const links = entry === null ? [] : linksOf(board, entry)
  const groups = entry === null ? patientGroups(board) : detailGroups(board, entry)
  const conflicts = entry === null ? [] : conflictsAbout(board, entry)
  return (
    <SidePanel title={entry === null ? 'The case' : 'Details'} onClose={onClose}>
      <dl className={styles.groups}>
        {groups.map(({ label, facts }) => (
          <div key={`${label} ${facts[0]?.id ?? ''}`}>
            <dt>{label}</dt>
            <dd>
              <ul>
                {facts.map(fact => (
                  <li key={fact.id}>
                    <FactText fact={fact} />
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
      {links.length > 0 && (
        <ul className={styles.links} aria-label="Linked with">
          {links.map(link => (
            <li key={link.entry}>
              <Button look="plain" size="small" onPress={() => onGo(link.entry)}>
                {link.label}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {(onEdit !== null || onRemove !== null) && (
        <div className={styles.buttons}>
          {onEdit !== null && (
            <Button onPress={onEdit}>
              Edit <Shortcut keys="E" />
            </Button>
          )}
          {onRemove !== null && (
            <Button look="plain" onPress={onRemove}>
              Remove <Shortcut keys="Delete" />
            </Button>
          )}
        </div>
      )}
      {conflicts.length > 0 && (
        <section>
          <h3 className={styles.heading}>Conflicts</h3>
          {conflicts.map(conflict => (
            <Conflict key={conflict.label} conflict={conflict} />
          ))}
        </section>
      )}
      <section>
        <h3 className={styles.heading}>History</h3>
        <HistoryList of={of} entry={entry} cutoff={board.rule.cutoff} today={today} />
      </section>
    </SidePanel>
  )
}

function Conflict({ conflict }: { conflict: BoardConflict }) {
  return (
    <div className={styles.conflict}>
      <p>
        <ConflictTag label={conflict.label} />{' '}
        <strong>
          <FactText fact={conflict.title} tags={false} />
        </strong>
      </p>
      <ul>
        {conflict.statements.map(({ short, text, source }) => (
          <li key={text.id}>
            <strong>
              <FactText fact={short} tags={false} />
            </strong>{' '}
            <FactText fact={text} tags={false} />{' '}
            <span className={styles.quiet}>
              (<FactText fact={source} tags={false} />)
            </span>
          </li>
        ))}
      </ul>
      {conflict.settled !== null && (
        <p>
          <FactText fact={conflict.settled} tags={false} />
        </p>
      )}
    </div>
  )
}

function conflictsAbout(board: Board, entry: EntryId): BoardConflict[] {
  return board.conflicts.filter(conflict => conflict.about.some(about => about.entry === entry))
}
