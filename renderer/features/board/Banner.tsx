import type { Banner as BannerFacts } from '../../../shared/board/board.ts'
import type { Fact } from '../../../shared/board/fact.ts'
import { Button } from '../../components/Button.tsx'
import { cx } from '../../components/cx.ts'
import { FactText } from '../../components/FactText.tsx'
import { NewMark } from '../since/NewMark.tsx'
import styles from './Banner.module.css'

/**
 * Who the patient is, on every screen of one patient, in the order name, born (age), sex, hospital number, NHS number.
 * CLINICAL: CUI PAB-0009…0023; deceased by pattern and words, PAB-0055.
 */
export function Banner({ banner, onEdit }: { banner: BannerFacts; onEdit: (() => void) | null }) {
  const isDeceased = banner.deceased !== null
  return (
    <section className={cx(styles.banner, isDeceased && styles.deceased)} aria-label="Patient">
      <h1 className={styles.name}>
        <NewMark fact={banner.name.id} />
        <FactText fact={banner.name} />
      </h1>
      <dl className={styles.items}>
        <Item label="Born" fact={banner.born} beside={banner.age} />
        {banner.deceased !== null && <Item label="Deceased" fact={banner.deceased} />}
        <Item label={banner.gender === null ? 'Sex' : 'Sex at birth'} fact={banner.sex} />
        {banner.gender !== null && <Item label="Gender" fact={banner.gender} />}
        {banner.identifiers.map(({ label, fact }) => (
          <Item key={fact.id} label={label} fact={fact} />
        ))}
      </dl>
      {banner.archived && <span className={styles.archived}>Archived</span>}
      {onEdit !== null && (
        <Button
          look="plain"
          size="small"
          label="Edit the patient’s details"
          className={styles.edit}
          onPress={onEdit}
        >
          Edit
        </Button>
      )}
      <dl className={styles.alerts}>
        <Item label="Allergies" fact={banner.allergies} />
      </dl>
    </section>
  )
}

function Item({ label, fact, beside = null }: { label: string; fact: Fact; beside?: Fact | null }) {
  return (
    <div className={styles.item}>
      <dt>{label}</dt>
      <dd>
        <NewMark fact={fact.id} />
        <FactText fact={fact} />
        {beside !== null && (
          <span className={styles.beside}>
            (<FactText fact={beside} />)
          </span>
        )}
      </dd>
    </div>
  )
}
