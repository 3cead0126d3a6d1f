import { type ReactNode, useId } from 'react'
import { cx } from './cx.ts'
import { MoreBelow } from './MoreBelow.tsx'
import styles from './Panel.module.css'
import { useOverflow } from './useOverflow.ts'

type Props = Readonly<{
  title: string
  /** Counts and quiet words after the title. */
  beside?: ReactNode
  /** Switches and buttons at the right. */
  actions?: ReactNode
  children?: ReactNode
  /** Says what is not recorded, with one action; stands in the place of the content. */
  empty?: ReactNode
  /** What happened, what was kept, what to do; the content stays below it. */
  error?: Readonly<{ message: string; onRetry?: () => void }> | null
  /** Newer content is on its way: what was painted last stays, and after 300 ms a thin line shows at the top. */
  busy?: boolean
  footer?: ReactNode
  className?: string | undefined
  bodyClassName?: string | undefined
  /** Without the header's words being drawn, for a panel whose tab already names it. */
  headless?: boolean
}>

/** A part of the board with its heading; scrolls inside itself when its content is longer. */
export function Panel({
  title,
  beside,
  actions,
  children,
  empty,
  error = null,
  busy = false,
  footer,
  className,
  bodyClassName,
  headless = false,
}: Props) {
  const heading = useId()
  const [body, overflows, isLonger] = useOverflow<HTMLDivElement>()
  return (
    <section
      className={cx(styles.panel, headless && styles.bare, className)}
      aria-labelledby={heading}
      aria-busy={busy}
    >
      {busy && <span className={styles.busy} />}
      <div className={headless ? 'visually-hidden' : styles.head}>
        <h2 id={heading} className={styles.title}>
          {title}
        </h2>
        {!headless && beside !== undefined && <span className={styles.beside}>{beside}</span>}
        {!headless && actions !== undefined && <span className={styles.actions}>{actions}</span>}
      </div>
      {error !== null && (
        <div className={styles.error} role="alert">
          {error.message}
          {error.onRetry !== undefined && (
            <button type="button" className={styles.retry} onClick={error.onRetry}>
              Try again
            </button>
          )}
        </div>
      )}
      <div
        ref={body}
        className={cx(styles.body, bodyClassName)}
        {...(overflows ? { tabIndex: 0, role: 'group', 'aria-labelledby': heading } : {})}
      >
        {empty === undefined ? children : <div className={styles.empty}>{empty}</div>}
      </div>
      {isLonger && <MoreBelow of={body} />}
      {footer !== undefined && <div className={styles.footer}>{footer}</div>}
    </section>
  )
}
