import { type ReactNode, useId } from 'react'
import styles from './Gallery.module.css'

type GroupProps = Readonly<{
  title: string
  /** As wide as the page, and each state below its name. */
  isWide?: boolean
  children: ReactNode
}>

/** One kind of thing with its states. */
export function Group({ title, isWide = false, children }: GroupProps) {
  const heading = useId()
  return (
    <section className={styles.group} data-wide={isWide ? '' : undefined} aria-labelledby={heading}>
      <h2 id={heading} className={styles.heading}>
        {title}
      </h2>
      <div className={styles.states}>{children}</div>
    </section>
  )
}

/** One state, named. */
export function State({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.state} data-state={name}>
      <span className={styles.name}>{name}</span>
      <div className={styles.shown}>{children}</div>
    </div>
  )
}
