import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MeetingId, PatientId } from '../../../shared/ids.ts'
import type { MeetingRow } from '../../../shared/meeting/meetingList.ts'
import {
  DECISION_LABEL,
  DECISIONS,
  type Decision,
  type Outcome,
  type OutcomeBody,
} from '../../../shared/meeting/outcome.ts'
import { signingProblems } from '../../../shared/meeting/signing.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { TextField } from '../../components/TextField.tsx'
import { today } from '../board/today.ts'
import { DayField } from '../live/DayField.tsx'
import { MEETINGS_KEY, meetingKey } from '../meetings/meetings.ts'
import { sentenceOf } from '../session/session.ts'
import { ActionRows } from './ActionRows.tsx'
import { KeepingLine } from './KeepingLine.tsx'
import styles from './Outcome.module.css'
import { RecommendationRows } from './RecommendationRows.tsx'
import { RediscussionFields } from './RediscussionFields.tsx'
import { isConflict, useOutcomeKeeper } from './useOutcome.ts'

type Props = Readonly<{
  meetingId: MeetingId
  patientId: PatientId
  row: MeetingRow | null
  stored: Outcome | null
  canSign: boolean
  autoFocus?: boolean
}>

/** What is decided, typed live: every letter is kept within a second, and signing locks it. */
export function OutcomeEditor({ meetingId, patientId, row, stored, canSign, autoFocus }: Props) {
  const { keeping, keeper, changed } = useOutcomeKeeper(meetingId, patientId, stored)
  const client = useQueryClient()
  const [wasTried, setWasTried] = useState(false)
  const { body } = keeping
  const day = today()
  const put = (part: Partial<OutcomeBody>) => keeper.change({ ...keeper.get().body, ...part })
  const sign = useMutation({
    mutationFn: async () => {
      await keeper.flush()
      const { stored: kept, state } = keeper.get()
      if (kept === null || state !== 'kept') return null
      return api.invoke('outcome:sign', { outcomeId: kept.id, revision: kept.revision })
    },
    onSuccess: signed => {
      if (signed === null) return
      keeper.take(signed)
      changed()
      const again = signed.body.rediscussion?.meetingId ?? null
      if (again !== null) void client.invalidateQueries({ queryKey: meetingKey(again) })
      void client.invalidateQueries({ queryKey: [MEETINGS_KEY] })
    },
  })
  const overwrite = useMutation({
    mutationFn: async () => {
      const { outcome } = await api.invoke('outcome:get', { meetingId, patientId })
      await keeper.rebase(outcome)
    },
  })
  const problems = signingProblems(body)
  const needsReason = body.decision === 'noDecision' || body.decision === 'notDiscussed'
  const state = row?.item.body.state
  return (
    <section
      className={styles.editor}
      aria-label="Outcome, as typed"
      data-keeps-keys=""
      onBlur={() => void keeper.flush()}
    >
      <KeepingLine
        keeping={keeping}
        onAgain={() => void keeper.flush()}
        onOverwrite={isConflict(keeping.error) ? () => overwrite.mutate() : null}
      />
      <SegmentedControl<Decision | ''>
        label="Decision"
        value={body.decision ?? ''}
        segments={DECISIONS.map(value => ({ value, label: capital(DECISION_LABEL[value]) }))}
        onChange={decision => {
          if (decision === '') return
          const isSkipped = decision === 'notDiscussed' && state?.state === 'notDiscussed'
          const known = isSkipped
            ? [state.protocol, state.reason].filter(text => text !== null).join('. ')
            : ''
          // What the list already says is not typed again.
          put({ decision, ...(body.reason === '' && known !== '' ? { reason: known } : {}) })
        }}
      />
      {needsReason && (
        <Prose
          label={
            body.decision === 'noDecision'
              ? 'Why there is no decision'
              : 'Protocol, or why it was not discussed'
          }
          value={body.reason}
          onChange={reason => put({ reason })}
        />
      )}
      <RecommendationRows
        rows={body.recommendations}
        autoFocus={autoFocus ?? false}
        onChange={recommendations =>
          put({
            recommendations,
            // Whoever types a recommendation has decided on one.
            ...(body.decision === null && recommendations.some(({ text }) => text !== '')
              ? { decision: 'recommended' as const }
              : {}),
          })
        }
      />
      <Prose
        label="Options considered"
        value={body.options}
        onChange={options => put({ options })}
      />
      <Prose label="Rationale" value={body.rationale} onChange={rationale => put({ rationale })} />
      <ActionRows rows={body.actions} today={day} onChange={actions => put({ actions })} />
      <div className={styles.pair}>
        <Prose label="Dissent" value={body.dissent} onChange={dissent => put({ dissent })} />
        <Prose label="Trial" value={body.trial} onChange={trial => put({ trial })} />
      </div>
      <div className={styles.pair}>
        <DayField
          label="Review on"
          value={body.reviewOn}
          today={day}
          onChange={reviewOn => put({ reviewOn })}
        />
      </div>
      <RediscussionFields
        meetingId={meetingId}
        value={body.rediscussion}
        today={day}
        onChange={rediscussion => put({ rediscussion })}
      />
      <div className={styles.signing}>
        {wasTried && problems.length > 0 && (
          <div className={styles.problems} role="alert">
            <ul>
              {problems.map(({ path, message }) => (
                <li key={`${path} ${message}`}>{message}</li>
              ))}
            </ul>
          </div>
        )}
        {sign.error !== null && (
          <p className={styles.problem} role="alert">
            {sentenceOf(sign.error)}
          </p>
        )}
        {canSign ? (
          <Button
            look="primary"
            isDisabled={sign.isPending}
            onPress={() => {
              setWasTried(true)
              if (problems.length === 0) sign.mutate()
            }}
          >
            {sign.isPending ? 'Signing…' : 'Sign'}
          </Button>
        ) : (
          <span className={styles.quiet}>An oncologist signs.</span>
        )}
        <span className={styles.quiet}>
          Signing locks the outcome; later changes are dated addenda.
        </span>
      </div>
    </section>
  )
}

/** A text of any length in a field that grows with it. */
export function Prose(
  props: Readonly<{
    label: string
    value: string
    onChange: (text: string) => void
    autoFocus?: boolean
  }>,
) {
  return <TextField {...props} multiline rows={1} className={styles.prose} spellCheck />
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
