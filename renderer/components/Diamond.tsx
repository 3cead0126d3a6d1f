import type { Certainty } from '../../shared/case/site.ts'
import { cx } from './cx.ts'
import styles from './Diamond.module.css'

/** Filled for confirmed, hollow for suspected, struck through for excluded. */
export function Diamond({
  certainty,
  className,
}: {
  certainty: Certainty
  className?: string | undefined
}) {
  return (
    <svg className={cx(styles.diamond, className)} viewBox="-8 -8 16 16" aria-hidden="true">
      <path
        className={certainty === 'confirmed' ? styles.filled : styles.hollow}
        d="M0-7 7 0 0 7-7 0Z"
      />
      {certainty === 'excluded' && <path className={styles.strike} d="M-7.5 6 7.5-6" />}
    </svg>
  )
}
