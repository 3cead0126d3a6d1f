import type { BoardResult } from '../../../shared/board/board.ts'
import type { Fact } from '../../../shared/board/fact.ts'
import { ChangeMark } from '../../components/ChangeMark.tsx'
import { FactText } from '../../components/FactText.tsx'
import styles from './tables.module.css'

/**
 * One result: the reported value, then the call under the rule in force, bold with its mark where it changed. In brief the
 * axis alone says what it changed from.
 */
export function ResultCell({
  result,
  isBrief = false,
}: {
  result: BoardResult
  isBrief?: boolean
}) {
  const { value, call, flag, change, notEvaluable } = result
  // The call that changed already says in which direction.
  const isMarked = flag !== null && call !== null
  return (
    <>
      <FactText
        fact={value}
        boxed
        className={value.tone === 'missing' ? undefined : styles.value}
      />{' '}
      <span className={styles.second}>
        {call !== null && (flag === null ? <FactText fact={call} /> : <Changed result={result} />)}
        {call !== null && change !== null && !isBrief && ' '}
        {change !== null && !isBrief && (
          <>
            {!isMarked && <ChangeMark direction={change.direction} />}
            <FactText fact={change.fact} />
          </>
        )}
        {notEvaluable !== null && !isBrief && (
          <>
            {' '}
            <FactText fact={notEvaluable} />
          </>
        )}
      </span>
    </>
  )
}

/** The call that differs from the specimen before, bold with its direction. */
function Changed({ result: { call, flag } }: { result: BoardResult }) {
  if (call === null || flag === null) return null
  return (
    <strong>
      <ChangeMark direction={flag.direction} />
      <FactText fact={call} />
    </strong>
  )
}

/** Method, intensity, the report's own interpretation. That a method is not recorded is said once of all, below the table. */
export function detailsInTable({ details }: BoardResult): Fact[] {
  return details.filter(fact => fact.tone !== 'missing')
}
