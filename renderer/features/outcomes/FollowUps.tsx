import { Fragment, useState } from 'react'
import type { FollowUp, Outcome, Recommendation } from '../../../shared/meeting/outcome.ts'
import { AGREEMENT_LABEL, DELIVERY_LABEL } from '../../../shared/meeting/outcome.ts'
import { Button } from '../../components/Button.tsx'
import { FollowUpForm } from './FollowUpForm.tsx'
import styles from './Outcome.module.css'

type Kind = FollowUp['body']['kind']

type Writing = Readonly<{ kind: Kind; recommendation: string | null }> | null

const KIND_WORDS = {
  agreed: { none: 'Agreed with the patient: not recorded', add: 'Record what was agreed' },
  delivered: { none: 'Delivered: not recorded', add: 'Record what was delivered' },
} as const satisfies Record<Kind, { none: string; add: string }>

const KINDS = ['agreed', 'delivered'] as const satisfies readonly Kind[]

/** Recommended, agreed with the patient and delivered are three records; none of them changes another. */
export function FollowUps({ outcome }: { outcome: Outcome }) {
  const [writing, setWriting] = useState<Writing>(null)
  const { recommendations } = outcome.body
  const subjects: readonly (Recommendation | null)[] =
    recommendations.length === 0 ? [null] : recommendations
  return (
    <section className={styles.rows} aria-labelledby="follow-ups">
      <h3 id="follow-ups" className={styles.heading}>
        Agreed and delivered
      </h3>
      {subjects.map(subject => (
        <div key={subject?.id ?? 'whole'} className={styles.row}>
          {subject !== null && <span>{subject.text}</span>}
          {KINDS.map(kind => {
            const id = subject?.id ?? null
            const last = outcome.followUps.findLast(
              ({ body }) => body.kind === kind && body.recommendation === id,
            )
            const isWriting = writing?.kind === kind && writing.recommendation === id
            return (
              <Fragment key={kind}>
                <span className={styles.line}>
                  {last === undefined ? KIND_WORDS[kind].none : stateWords(last)}
                  <Button
                    size="small"
                    look={last === undefined ? 'normal' : 'plain'}
                    label={`${last === undefined ? KIND_WORDS[kind].add : `Change what was ${kind}`}${subject === null ? '' : `: ${subject.text}`}`}
                    onPress={() => setWriting(isWriting ? null : { kind, recommendation: id })}
                  >
                    {last === undefined ? 'Record…' : 'Change'}
                  </Button>
                </span>
                {isWriting && (
                  <FollowUpForm
                    outcome={outcome}
                    kind={kind}
                    recommendation={id}
                    last={last ?? null}
                    onClose={() => setWriting(null)}
                  />
                )}
              </Fragment>
            )
          })}
        </div>
      ))}
    </section>
  )
}

function stateWords({ body }: FollowUp): string {
  return body.kind === 'agreed' ? AGREEMENT_LABEL[body.state] : DELIVERY_LABEL[body.state]
}
