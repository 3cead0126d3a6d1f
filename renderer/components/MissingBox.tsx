import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './MissingBox.module.css'

/** What there is not, in words inside a dashed box: never blank, zero or a dash. */
export function MissingBox({
  children,
  className,
}: {
  children: ReactNode
  className?: string | undefined
}) {
  return <span className={cx(styles.box, className)}>{children}</span>
}
