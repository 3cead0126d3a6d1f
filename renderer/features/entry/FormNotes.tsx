import type { FieldError } from '../../../shared/forms/codec.ts'
import { Button } from '../../components/Button.tsx'
import { cx } from '../../components/cx.ts'
import styles from './notes.module.css'
import { monthDayTime } from './when.ts'

/** What is wrong, by field; each line leads there. */
export function ErrorSummary({
  errors,
  labelOf,
  onGo,
}: Readonly<{
  errors: readonly FieldError[]
  labelOf: (path: string) => string
  onGo: (path: string) => void
}>) {
  const count = errors.length === 1 ? 'One field' : `${errors.length} fields`
  return (
    <div className={cx(styles.note, styles.problem)} role="alert">
      <strong>{count} cannot be saved as typed. Nothing was saved; what you typed is kept.</strong>
      <ul className={styles.list}>
        {errors.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <button type="button" className={styles.goTo} onClick={() => onGo(path)}>
              {labelOf(path)}: {message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What the service refused, in its own sentence. */
export function Refused({ message }: Readonly<{ message: string }>) {
  return (
    <div className={cx(styles.note, styles.problem)} role="alert">
      <span>{message}</span>
      <span>What you typed is kept in this form.</span>
    </div>
  )
}

/** Dates that may be right and are asked about once. */
export function DateQuestion({
  warnings,
  labelOf,
  onGo,
  onConfirm,
}: Readonly<{
  warnings: readonly FieldError[]
  labelOf: (path: string) => string
  onGo: (path: string) => void
  onConfirm: () => void
}>) {
  return (
    <div className={cx(styles.note, styles.question)} role="alert">
      <ul className={styles.list}>
        {warnings.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <button type="button" className={styles.goTo} onClick={() => onGo(path)}>
              {labelOf(path)}: {message}
            </button>
          </li>
        ))}
      </ul>
      <Button onPress={onConfirm}>It is right: save</Button>
    </div>
  )
}

/** What was typed before is back. */
export function DraftRestored({ at, onDiscard }: Readonly<{ at: string; onDiscard: () => void }>) {
  return (
    <div className={styles.row} role="status">
      <span>Draft of {monthDayTime(at)} restored</span>
      <Button look="plain" onPress={onDiscard}>
        Discard
      </Button>
    </div>
  )
}

/** A draft that this form cannot show is still there to be read. */
export function DraftUnreadable({
  texts,
  onDiscard,
}: Readonly<{ texts: readonly string[]; onDiscard: () => void }>) {
  return (
    <div className={styles.note} role="status">
      <strong>A draft of an earlier release does not fit this form. Its words were:</strong>
      <span className={styles.kept}>{texts.join('\n')}</span>
      <Button look="plain" onPress={onDiscard}>
        Discard the draft
      </Button>
    </div>
  )
}
