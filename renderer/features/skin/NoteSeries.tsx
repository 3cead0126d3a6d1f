import type { Board, BoardLesion, BoardSkinNote } from '../../../shared/board/board.ts'
import type { DetailGroup } from '../../../shared/board/details.ts'
import { SIGN_LABEL } from '../../../shared/codes/skin/assessment.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { Button } from '../../components/Button.tsx'
import { FactText } from '../../components/FactText.tsx'
import { NewMark } from '../since/NewMark.tsx'
import { CourseMark } from './CourseMark.tsx'
import styles from './NoteSeries.module.css'

type Props = Readonly<{
  board: Board
  lesion: BoardLesion
  onEdit: ((note: EntryId) => void) | null
  /** What stands beside a note, such as its photographs. */
  beside: (note: EntryId) => React.ReactNode
}>

/** The notes on a lesion, newest first, each with everything that was recorded in it. */
export function NoteSeries({ board, lesion, onEdit, beside }: Props) {
  const notes = board.skinNotes.filter(note => note.lesion === lesion.entry).toReversed()
  if (notes.length === 0) return <p className={styles.none}>No note is recorded.</p>
  return (
    <ol className={styles.notes}>
      {notes.map(note => (
        <li key={note.entry} className={styles.note}>
          <div className={styles.head}>
            <NewMark entry={note.entry} />
            <h4 className={styles.when}>
              <FactText fact={note.when} />
            </h4>
            {note.course !== null && <CourseMark course={note.course} />}
            <span className={styles.author}>
              <FactText fact={note.author} />
            </span>
            {onEdit !== null && (
              <Button
                look="plain"
                size="small"
                label={`Edit the note of ${note.when.text}`}
                onPress={() => onEdit(note.entry)}
              >
                Edit
              </Button>
            )}
          </div>
          <Signs note={note} />
          {beside(note.entry)}
          <dl className={styles.groups}>
            {groupsOf(note).map(({ label, facts }) => (
              <div key={label}>
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
        </li>
      ))}
    </ol>
  )
}

/** All that was recorded, and where it was read. */
function groupsOf({ groups, source }: BoardSkinNote): readonly DetailGroup[] {
  return source === null ? groups : [...groups, { label: 'Source', facts: [source] }]
}

function Signs({ note }: Readonly<{ note: BoardSkinNote }>) {
  return note.signs.length === 0 ? null : (
    <p className={styles.signs}>
      <b>{note.signs.length === 1 ? 'One sign' : `${note.signs.length} signs`} for reassessment</b>{' '}
      {note.signs.map(sign => SIGN_LABEL[sign]).join('; ')}
    </p>
  )
}
