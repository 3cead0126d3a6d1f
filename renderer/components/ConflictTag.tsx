import styles from './ConflictTag.module.css'
import { cx } from './cx.ts'
import { NotEqualMark } from './NotEqualMark.tsx'

/** The label of a conflict beside what it touches: a drawn ≠ and the label. */
export function ConflictTag({
  label,
  className,
}: {
  label: string
  className?: string | undefined
}) {
  return (
    <span className={cx(styles.tag, className)} data-conflict={label}>
      <NotEqualMark className={styles.mark} />
      <span className="visually-hidden">conflict </span>
      {label}
    </span>
  )
}
