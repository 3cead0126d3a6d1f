import { type DragEvent, memo } from 'react'
import type { Day } from '../../../shared/dates/calendar.ts'
import { formatPartialDate } from '../../../shared/dates/formatDate.ts'
import type { MeetingId, PatientId } from '../../../shared/ids.ts'
import { DEFERRAL_LABEL } from '../../../shared/meeting/listItem.ts'
import type { MeetingRow } from '../../../shared/meeting/meetingList.ts'
import { DECISION_LABEL } from '../../../shared/meeting/outcome.ts'
import { cx } from '../../components/cx.ts'
import { GridPart } from '../../components/GridPart.tsx'
import { MissingBox } from '../../components/MissingBox.tsx'
import { IdentityText } from '../patients/IdentityText.tsx'
import { nameOf } from '../patients/patientWords.ts'
import { AwaitedCell } from './AwaitedCell.tsx'
import styles from './CaseList.module.css'
import { LackingCell } from './LackingCell.tsx'
import { QuestionEditor } from './QuestionCell.tsx'
import { minuteWords, stateWords } from './words.ts'

type GoTo = MeetingRow['readiness']['required'][number]['goTo']

/** What a row asks for; always the same object, so that a row is drawn anew only when it changes. */
export type RowDeeds = Readonly<{
  activate: (patientId: PatientId) => void
  open: (patientId: PatientId) => void
  /** Opens the board with the form in which something missing is filled in. */
  fill: (patientId: PatientId, goTo: GoTo) => void
  ask: (patientId: PatientId | null) => void
  question: (patientId: PatientId, question: string | null) => Promise<unknown>
  /** Shows what can be changed of the row. */
  edit: (patientId: PatientId) => void
  arrived: (patientId: PatientId, awaited: string, hasArrived: boolean) => void
  outcome: (patientId: PatientId) => void
  drag: (patientId: PatientId | null) => void
  over: (patientId: PatientId, where: 'before' | 'after') => void
  drop: () => void
}>

type Props = Readonly<{
  row: MeetingRow
  meetingId: MeetingId
  today: Day
  isActive: boolean
  isAsking: boolean
  /** Where a case that is dragged would be put. */
  dropAt: 'before' | 'after' | null
  isDragged: boolean
  /** Where a deferred case landed, in words; null where nowhere. */
  landed: string | null
  canEdit: boolean
  canMove: boolean
  canAsk: boolean
  deeds: RowDeeds
}>

/** One case of a list: who, what is asked, whether it is discussed, what is awaited and what is missing. */
export const CaseRow = memo(function CaseRow(props: Props) {
  const { row, meetingId, today, isActive, isAsking, canEdit, canMove, canAsk, deeds } = props
  const { item, patient, question, outcome } = row
  const { patientId } = item
  const { state, presenter, cameFrom, note } = item.body
  const name = nameOf(patient)
  const tab = isActive ? 0 : -1
  const isHere = state.state === 'forDiscussion'
  const minutes = minuteWords(row.seconds)
  const onDragOver = (event: DragEvent<HTMLElement>) => {
    event.preventDefault()
    const { top, height } = event.currentTarget.getBoundingClientRect()
    deeds.over(patientId, event.clientY < top + height / 2 ? 'before' : 'after')
  }
  return (
    <GridPart
      role="row"
      className={styles.row}
      aria-rowindex={item.position + 1}
      aria-selected={isActive}
      data-patient={patientId}
      data-state={state.state}
      data-drop={props.dropAt ?? undefined}
      data-dragged={props.isDragged || undefined}
      tabIndex={tab}
      onFocus={() => deeds.activate(patientId)}
      onClick={() => deeds.activate(patientId)}
      onDoubleClick={() => deeds.open(patientId)}
      onDragOver={onDragOver}
      onDrop={event => {
        event.preventDefault()
        deeds.drop()
      }}
    >
      <GridPart
        role="gridcell"
        className={cx(styles.position, canMove && styles.handle)}
        draggable={canMove}
        title={canMove ? 'Drag to move; Alt ↑ and Alt ↓ move by keyboard' : undefined}
        onDragStart={event => {
          event.dataTransfer.effectAllowed = 'move'
          // SECURITY: nothing of the patient leaves the window with the drag.
          event.dataTransfer.setData('text/plain', String(item.position))
          deeds.drag(patientId)
        }}
        onDragEnd={() => deeds.drag(null)}
      >
        {item.position}
      </GridPart>
      <GridPart role="rowheader" className={styles.who}>
        <span className={styles.name}>
          {name}
          {patient.details.deceased !== null && <span className={styles.deceased}>deceased</span>}
          {patient.archived && <span className={styles.deceased}>archived</span>}
        </span>
        <span className={styles.identity}>
          <IdentityText patient={patient} />
        </span>
      </GridPart>
      <GridPart role="gridcell" className={styles.asked}>
        {isAsking ? (
          <QuestionEditor
            meetingId={meetingId}
            patientId={patientId}
            name={name}
            question={question}
            onQuestion={asked => deeds.question(patientId, asked)}
            onDone={() => deeds.ask(null)}
          />
        ) : canAsk ? (
          <button
            type="button"
            className={styles.question}
            tabIndex={tab}
            aria-label={question === null ? `Write the question, ${name}` : undefined}
            onClick={() => deeds.ask(patientId)}
          >
            {question ?? <MissingBox>not recorded</MissingBox>}
          </button>
        ) : (
          <span className={styles.question}>
            {question ?? <MissingBox>not recorded</MissingBox>}
          </span>
        )}
      </GridPart>
      <GridPart role="gridcell" className={styles.state}>
        <Maybe
          canPress={canEdit}
          tab={tab}
          className={styles.stateWords}
          onPress={() => deeds.edit(patientId)}
        >
          {stateWords(state)}
        </Maybe>
        {state.state === 'notDiscussed' && (
          <span className={styles.more}>
            {[state.protocol, state.reason].filter(text => text !== null).join(' · ') ||
              'protocol or reason not recorded'}
          </span>
        )}
        {state.state === 'deferred' && (
          <span className={styles.more}>
            {[state.words, props.landed ?? 'on no later list yet']
              .filter(text => text !== null)
              .join(' · ')}
          </span>
        )}
        {cameFrom !== null && (
          <span className={styles.more}>
            deferred on {formatPartialDate(cameFrom.day)}: {DEFERRAL_LABEL[cameFrom.cause]}
          </span>
        )}
        {presenter !== null && <span className={styles.more}>presents: {presenter}</span>}
        {note !== null && <span className={styles.more}>{note}</span>}
      </GridPart>
      <GridPart role="gridcell" className={styles.awaited}>
        <AwaitedCell row={row} today={today} tab={tab} canEdit={canEdit} deeds={deeds} />
      </GridPart>
      <GridPart role="gridcell" className={styles.lacking}>
        <LackingCell row={row} tab={tab} deeds={deeds} />
      </GridPart>
      <GridPart role="gridcell" className={styles.outcome}>
        {(isHere || outcome.state !== 'none') && (
          <button
            type="button"
            tabIndex={tab}
            className={styles.link}
            data-state={outcome.state}
            aria-label={`Outcome, ${name}: ${OUTCOME_WORDS[outcome.state]}`}
            onClick={() => deeds.outcome(patientId)}
          >
            {OUTCOME_WORDS[outcome.state]}
          </button>
        )}
        {outcome.decision !== null && (
          <span className={styles.more}>{DECISION_LABEL[outcome.decision]}</span>
        )}
        {minutes !== null && <span className={styles.more}>{minutes}</span>}
      </GridPart>
    </GridPart>
  )
})

const OUTCOME_WORDS = { none: 'none yet', draft: 'DRAFT', signed: 'signed' } as const

type MaybeProps = Readonly<{
  canPress: boolean
  tab: number
  className: string | undefined
  onPress: () => void
  children: string
}>

/** Words that can be pressed where something can be changed. */
function Maybe({ canPress, tab, className, onPress, children }: MaybeProps) {
  if (!canPress) return <span className={className}>{children}</span>
  return (
    <button type="button" tabIndex={tab} className={className} onClick={onPress}>
      {children}
    </button>
  )
}
