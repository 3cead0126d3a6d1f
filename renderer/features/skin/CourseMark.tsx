import { COURSE_LABEL, type Course } from '../../../shared/codes/skin/assessment.ts'
import styles from './CourseMark.module.css'

const SHAPE = {
  larger: 'M1 9 5 2 9 9Z',
  smaller: 'M1 2 5 9 9 2Z',
  stable: 'M1 3.5h8M1 7h8',
  resolved: 'M1.5 5.5 4 8.5 9 1.5',
} as const satisfies Record<Course, string>

/** The course as a person stated it: a drawn shape with its word, and no colour for good or bad. */
export function CourseMark({ course }: Readonly<{ course: Course }>) {
  const isFilled = course === 'larger' || course === 'smaller'
  return (
    <span className={styles.mark}>
      <svg
        className={isFilled ? styles.filled : styles.drawn}
        viewBox="0 0 10 11"
        aria-hidden="true"
      >
        <path d={SHAPE[course]} />
      </svg>
      {COURSE_LABEL[course].toLowerCase()}
    </span>
  )
}
