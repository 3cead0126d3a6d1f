import { cx } from './cx.ts'
import styles from './SpecimenLetter.module.css'

/** A specimen's label in its box; filled while the specimen is selected. */
export function SpecimenLetter({
  label,
  selected = false,
  className,
}: {
  label: string
  selected?: boolean
  className?: string | undefined
}) {
  return (
    <span className={cx(styles.letter, selected && styles.selected, className)}>
      <span className="visually-hidden">specimen </span>
      {label}
    </span>
  )
}
