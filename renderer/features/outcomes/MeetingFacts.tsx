import type { Board, BoardMeeting } from '../../../shared/board/board.ts'
import type { Fact } from '../../../shared/board/fact.ts'
import type { MeetingId } from '../../../shared/ids.ts'
import { FactText } from '../../components/FactText.tsx'
import { NewMark } from '../since/NewMark.tsx'
import styles from './MeetingFacts.module.css'

const PARTS = [
  { label: 'Asked', of: ({ question }) => [question] },
  { label: 'Presenter', of: ({ presenter }) => one(presenter) },
  { label: 'Deferred', of: ({ cameFrom }) => one(cameFrom) },
  { label: 'Awaited', of: ({ awaited }) => awaited },
  { label: 'Decision', of: ({ outcome }) => one(outcome?.decision) },
  { label: 'Recommended', of: ({ outcome }) => outcome?.recommendations ?? [] },
  { label: 'Options considered', of: ({ outcome }) => one(outcome?.options) },
  { label: 'Rationale', of: ({ outcome }) => one(outcome?.rationale) },
  { label: 'Actions', of: ({ outcome }) => outcome?.actions ?? [] },
  { label: 'Dissent', of: ({ outcome }) => one(outcome?.dissent) },
  { label: 'Trial', of: ({ outcome }) => one(outcome?.trial) },
  { label: 'Review', of: ({ outcome }) => one(outcome?.review) },
  { label: 'Discussed again', of: ({ outcome }) => one(outcome?.rediscussion) },
  { label: 'Signed', of: ({ outcome }) => one(outcome?.signed) },
  { label: 'Attendance', of: ({ outcome }) => one(outcome?.attendance) },
  { label: 'Addenda', of: ({ outcome }) => outcome?.addenda ?? [] },
  { label: 'Agreed', of: ({ outcome }) => outcome?.agreed ?? [] },
  { label: 'Delivered', of: ({ outcome }) => outcome?.delivered ?? [] },
] as const satisfies readonly { label: string; of: (meeting: BoardMeeting) => readonly Fact[] }[]
export type FactPart = (typeof PARTS)[number]['label']

const ALL: readonly FactPart[] = PARTS.map(({ label }) => label)

function one(fact: Fact | null | undefined): readonly Fact[] {
  return fact === null || fact === undefined ? [] : [fact]
}

/** What one meeting was asked and decided, and what followed: each fact in the board's words. */
export function MeetingFacts({
  of,
  parts = ALL,
}: Readonly<{ of: BoardMeeting; parts?: readonly FactPart[] }>) {
  return (
    <dl className={styles.facts}>
      {PARTS.filter(({ label }) => parts.includes(label)).map(({ label, of: read }) => {
        const facts = read(of)
        if (facts.length === 0) return null
        return (
          <div key={label} className={styles.part}>
            <dt>{label}</dt>
            {facts.map(fact => (
              <dd key={fact.id}>
                <NewMark fact={fact.id} />
                <FactText fact={fact} />
              </dd>
            ))}
          </div>
        )
      })}
    </dl>
  )
}

/** The heading of a meeting: when it was, and how it listed the case. */
export function MeetingLine({ of }: { of: BoardMeeting }) {
  return (
    <span className={styles.line}>
      <FactText fact={of.when} className={styles.when} />
      <FactText fact={of.state} />
    </span>
  )
}

/** Every meeting of the case with its facts, newest first. */
export function MeetingFactsList({ meetings }: { meetings: readonly BoardMeeting[] }) {
  return (
    <ol className={styles.meetings}>
      {meetings.map(meeting => (
        <li key={meeting.meeting} className={styles.meeting}>
          <MeetingLine of={meeting} />
          <MeetingFacts of={meeting} />
        </li>
      ))}
    </ol>
  )
}

const BRIEFLY: readonly FactPart[] = [
  'Decision',
  'Recommended',
  'Actions',
  'Review',
  'Addenda',
  'Agreed',
  'Delivered',
]

/** What was decided last before this meeting, with what became of it. */
export function LastOutcome({ board, now }: Readonly<{ board: Board; now: MeetingId }>) {
  const current = board.meetings.find(({ meeting }) => meeting === now)
  const last = board.meetings.find(
    each =>
      each.meeting !== now &&
      each.outcome !== null &&
      (current === undefined || each.day <= current.day),
  )
  return (
    <section className={styles.last} aria-labelledby="last-outcome">
      <h2 id="last-outcome" className={styles.title}>
        Outcome before
      </h2>
      {last === undefined ? (
        <p className={styles.quiet}>No earlier outcome is recorded.</p>
      ) : (
        <>
          <MeetingLine of={last} />
          <MeetingFacts of={last} parts={BRIEFLY} />
        </>
      )}
    </section>
  )
}
