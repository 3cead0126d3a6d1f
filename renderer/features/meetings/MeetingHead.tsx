import type { MeetingList } from '../../../shared/meeting/meetingList.ts'
import { Button } from '../../components/Button.tsx'
import { Shortcut } from '../../components/Shortcut.tsx'
import { PrintLog } from '../papers/PrintLog.tsx'
import styles from './MeetingScreen.module.css'
import type { ListDeeds } from './useListDeeds.ts'
import { countWords, STATUS_WORDS, whenWords } from './words.ts'

type Props = Readonly<{
  list: MeetingList
  canEdit: boolean
  mayReopen: boolean
  deeds: ListDeeds
  onMeetings: () => void
  onAdd: () => void
  onDetails: () => void
  onPresent: (() => void) | null
  onPrint: (() => void) | null
}>

/** Which meeting this is, how its list stands, and what can be done with it. */
export function MeetingHead(props: Props) {
  const { list, canEdit, mayReopen, deeds } = props
  const { meeting, listSize } = list
  const { body, status } = meeting
  const present = body.attendance.filter(({ presence }) => presence === 'present').length
  const expected = body.attendance.filter(({ presence }) => presence === 'expected').length
  const facts = [
    body.place,
    body.chair === null ? null : `chair ${body.chair}`,
    present > 0 ? `${present} present` : expected > 0 ? `${expected} expected` : null,
    listSize !== null && list.rows.length > listSize
      ? `${list.rows.length - listSize} more than the usual ${listSize}`
      : null,
  ].filter(fact => fact !== null)
  const isDone = status === 'held' && list.rows.length > 0
  return (
    <div className={styles.head}>
      <div className={styles.which}>
        <h1 className={styles.title}>
          {body.title} <span className={styles.when}>{whenWords(meeting)}</span>
        </h1>
        <p className={styles.facts}>
          <span className={styles.status} data-status={status}>
            {STATUS_WORDS[status]}
          </span>
          {facts.join(' · ')}
        </p>
      </div>
      <p className={styles.facts}>{listWords(list)}</p>
      <div className={styles.actions}>
        {list.undo !== null && canEdit && (
          <Button
            look="plain"
            label={`Undo: ${list.undo.label}`}
            keyShortcuts="Control+Z"
            onPress={() => void deeds.undo()}
          >
            Undo
          </Button>
        )}
        {list.redo !== null && canEdit && (
          <Button
            look="plain"
            label={`Redo: ${list.redo.label}`}
            keyShortcuts="Control+Shift+Z"
            onPress={() => void deeds.redo()}
          >
            Redo
          </Button>
        )}
        {canEdit && (
          <>
            <Button look="plain" onPress={props.onDetails} keyShortcuts="I">
              Attendance <Shortcut keys="I" />
            </Button>
            <Button onPress={props.onAdd} keyShortcuts="A">
              Add cases <Shortcut keys="A" />
            </Button>
          </>
        )}
        {props.onPrint !== null && list.rows.length > 0 && (
          <Button onPress={props.onPrint} keyShortcuts="Control+P">
            Print… <Shortcut keys="Ctrl P" />
          </Button>
        )}
        <PrintLog
          of={{ of: 'meeting', id: meeting.id }}
          title="Log of prints of the meeting"
          button="Printed before…"
        />
        {canEdit && isDone && (
          <Button look="plain" onPress={() => void deeds.status('closed')}>
            Close the list
          </Button>
        )}
        {status === 'closed' && mayReopen && (
          <Button look="plain" onPress={() => void deeds.status('held')}>
            Open the list again
          </Button>
        )}
        {props.onPresent !== null && (
          <Button look="primary" onPress={props.onPresent} keyShortcuts="P F5">
            Present <Shortcut keys="F5" />
          </Button>
        )}
      </div>
    </div>
  )
}

function listWords({ rows }: MeetingList): string {
  const count = (state: string) => rows.filter(({ item }) => item.body.state.state === state).length
  const signed = rows.filter(({ outcome }) => outcome.state === 'signed').length
  const skipped = count('notDiscussed')
  const deferred = count('deferred')
  return [
    countWords(count('forDiscussion'), 'case for discussion', 'cases for discussion'),
    skipped === 0 ? null : `${skipped} not discussed`,
    deferred === 0 ? null : `${deferred} deferred`,
    signed === 0 ? null : `${countWords(signed, 'outcome')} signed`,
  ]
    .filter(part => part !== null)
    .join(' · ')
}
