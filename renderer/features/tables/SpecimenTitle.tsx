import type { BoardSpecimen } from '../../../shared/board/board.ts'
import { FactText } from '../../components/FactText.tsx'
import { SpecimenLetter } from '../../components/SpecimenLetter.tsx'
import styles from './tables.module.css'

/** A specimen's letter, and where it came from. */
export function SpecimenTitle({
  specimen,
  selected,
}: {
  specimen: BoardSpecimen
  selected: boolean
}) {
  return (
    <>
      <SpecimenLetter label={specimen.label} selected={selected} className={styles.letter} />
      <strong>
        <FactText fact={specimen.from} />
      </strong>
    </>
  )
}
