import type { PatientId } from '../../../shared/ids.ts'
import type { MeetingRow } from '../../../shared/meeting/meetingList.ts'
import { useRoving } from '../../components/useRoving.ts'
import { nameOf } from '../patients/patientWords.ts'
import styles from './ReadinessStrip.module.css'
import { countWords, stateWords } from './words.ts'

/** How a case stands, as the strip draws it. */
type Standing = 'ready' | 'lacking' | 'awaited' | 'notDiscussed' | 'deferred'

const KEY = [
  { standing: 'ready', words: 'ready' },
  { standing: 'lacking', words: 'something missing' },
  { standing: 'awaited', words: 'result awaited' },
  { standing: 'notDiscussed', words: 'not discussed' },
  { standing: 'deferred', words: 'deferred' },
] as const satisfies readonly { standing: Standing; words: string }[]

function standingOf({ item, readiness }: MeetingRow): Standing {
  const { state } = item.body.state
  if (state !== 'forDiscussion') return state
  if (readiness.awaited.length > 0) return 'awaited'
  return readiness.ready ? 'ready' : 'lacking'
}

function wordsOf(row: MeetingRow): string {
  const { required, awaited } = row.readiness
  const { state } = row.item.body
  const parts = [
    `${row.item.position}, ${nameOf(row.patient)}`,
    state.state === 'forDiscussion' ? null : stateWords(state),
    required.length === 0 ? null : `missing: ${required.map(({ label }) => label).join(', ')}`,
    awaited.length === 0 ? null : `${countWords(awaited.length, 'result')} awaited`,
    row.readiness.ready && state.state === 'forDiscussion' ? 'ready' : null,
  ]
  return parts.filter(part => part !== null).join('; ')
}

type Props = Readonly<{
  rows: readonly MeetingRow[]
  active: PatientId | null
  onGo: (patientId: PatientId) => void
}>

/** The readiness of the whole list at a glance: one small field a case, by its number; pressing one goes there. */
export function ReadinessStrip({ rows, active, onGo }: Props) {
  const { list, item } = useRoving(
    rows.map(({ item: { patientId } }) => patientId),
    active,
  )
  const counts = new Map<Standing, number>()
  for (const row of rows) {
    const standing = standingOf(row)
    counts.set(standing, (counts.get(standing) ?? 0) + 1)
  }
  return (
    <div className={styles.strip}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset has a border of its own */}
      <div
        role="group"
        aria-label="Readiness of every case"
        className={styles.cases}
        data-roving-list=""
        {...list}
      >
        {rows.map(row => (
          <button
            key={row.item.patientId}
            type="button"
            className={styles.case}
            data-standing={standingOf(row)}
            aria-current={row.item.patientId === active ? 'true' : undefined}
            aria-label={wordsOf(row)}
            title={wordsOf(row)}
            onClick={() => onGo(row.item.patientId)}
            {...item(row.item.patientId)}
          >
            {row.item.position}
          </button>
        ))}
      </div>
      <p className={styles.key}>
        {KEY.filter(({ standing }) => counts.has(standing)).map(({ standing, words }) => (
          <span key={standing} className={styles.part}>
            <span className={styles.sample} data-standing={standing} aria-hidden="true" />
            {counts.get(standing)} {words}
          </span>
        ))}
      </p>
    </div>
  )
}
