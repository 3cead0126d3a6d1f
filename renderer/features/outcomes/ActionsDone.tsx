import { useState } from 'react'
import { formatPartialDate } from '../../../shared/dates/formatDate.ts'
import type { Outcome } from '../../../shared/meeting/outcome.ts'
import { Button } from '../../components/Button.tsx'
import { ActionDoneForm } from '../actions/ActionDoneForm.tsx'
import styles from './Outcome.module.css'

/** What became of the actions: each is noted as done, when and by whom. */
export function ActionsDone({ outcome }: { outcome: Outcome }) {
  const [noting, setNoting] = useState<string | null>(null)
  const { actions } = outcome.body
  if (actions.length === 0) return null
  return (
    <section className={styles.rows} aria-labelledby="actions-done">
      <h3 id="actions-done" className={styles.heading}>
        Following up the actions
      </h3>
      {actions.map(action => {
        const progress = outcome.progress.find(({ actionId }) => actionId === action.id) ?? null
        const done = progress?.done ?? null
        return (
          <div key={action.id} className={styles.row}>
            <span>{action.text}</span>
            <span className={styles.line}>
              {done === null ? 'open' : `done ${formatPartialDate(done.on)}, ${done.by}`}
              <Button
                size="small"
                look={done === null ? 'normal' : 'plain'}
                label={`${done === null ? 'Done' : 'Change'}: ${action.text}`}
                onPress={() => setNoting(noting === action.id ? null : action.id)}
              >
                {done === null ? 'Done…' : 'Change'}
              </Button>
            </span>
            {noting === action.id && (
              <ActionDoneForm
                outcomeId={outcome.id}
                action={action}
                progress={progress}
                onClose={() => setNoting(null)}
              />
            )}
          </div>
        )
      })}
    </section>
  )
}
