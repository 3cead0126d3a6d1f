import styles from './StoryArrow.module.css'

/** The arrow between two steps of a story, drawn. */
export function StoryArrow() {
  return (
    <>
      <svg className={styles.arrow} viewBox="0 0 16 10" aria-hidden="true">
        <path d="M0 5H14M10 1 14.5 5 10 9" stroke="currentColor" strokeWidth="1.3" fill="none" />
      </svg>
      <span className="visually-hidden">, then </span>
    </>
  )
}
