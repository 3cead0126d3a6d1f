import type { KeyboardEvent } from 'react'
import type { MeetingId } from '../../../shared/ids.ts'
import type { MeetingSummary } from '../../../shared/meeting/meetingList.ts'
import { MissingBox } from '../../components/MissingBox.tsx'
import { useRoving } from '../../components/useRoving.ts'
import styles from './MeetingsScreen.module.css'
import { dayWords, STATUS_WORDS } from './words.ts'

type Props = Readonly<{
  title: string
  meetings: readonly MeetingSummary[]
  /** Whether the first of them has the focus when the screen opens. */
  isFirst: boolean
  empty: string
  onOpen: (meetingId: MeetingId) => void
}>

/** Meetings with how their lists stand; arrows go from one to the next, Enter opens it. */
export function MeetingTable({ title, meetings, isFirst, empty, onOpen }: Props) {
  const { list, item } = useRoving(
    meetings.map(({ meeting }) => meeting.id),
    null,
  )
  return (
    <section className={styles.part} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      {meetings.length === 0 ? (
        <p className={styles.quiet}>{empty}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col" className={styles.day}>
                  Day
                </th>
                <th scope="col" className={styles.time}>
                  Time
                </th>
                <th scope="col" className={styles.wide}>
                  Meeting
                </th>
                <th scope="col">Place</th>
                <th scope="col">Chair</th>
                <th scope="col">State</th>
                <th scope="col" className={styles.number}>
                  For discussion
                </th>
                <th scope="col" className={styles.number}>
                  Not discussed
                </th>
                <th scope="col" className={styles.number}>
                  Deferred
                </th>
                <th scope="col" className={styles.number}>
                  Signed
                </th>
              </tr>
            </thead>
            <tbody data-roving-list="" {...list}>
              {meetings.map((each, at) => {
                const { meeting, forDiscussion, notDiscussed, deferred, signed } = each
                const { body } = meeting
                return (
                  <tr key={meeting.id} onDoubleClick={() => onOpen(meeting.id)}>
                    <th scope="row" className={styles.day}>
                      <button
                        type="button"
                        className={styles.open}
                        ref={isFirst && at === 0 ? focusOnce : undefined}
                        onClick={() => onOpen(meeting.id)}
                        onKeyDown={stopRepeat}
                        {...item(meeting.id)}
                      >
                        {dayWords(body.day)}
                      </button>
                    </th>
                    <td>{body.start ?? <MissingBox>not set</MissingBox>}</td>
                    <td>{body.title}</td>
                    <td>{body.place ?? <MissingBox>not set</MissingBox>}</td>
                    <td>{body.chair ?? <MissingBox>not set</MissingBox>}</td>
                    <td>{STATUS_WORDS[meeting.status]}</td>
                    <td className={styles.number}>{forDiscussion}</td>
                    <td className={styles.number}>{notDiscussed}</td>
                    <td className={styles.number}>{deferred}</td>
                    <td className={styles.number}>{signed}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

/** The next meeting has the focus when the screen opens, and takes it from nobody who is typing. */
function focusOnce(element: HTMLElement | null): void {
  if (element !== null && document.activeElement === document.body)
    element.focus({ preventScroll: true })
}

/** A key that is held down opens one meeting, not what stands where it was. */
function stopRepeat(event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter') event.preventDefault()
}
