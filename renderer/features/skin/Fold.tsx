import { type ReactNode, useId, useState } from 'react'
import { useScope } from '../entry/FormScope.tsx'
import styles from './Fold.module.css'

type Props = Readonly<{
  title: string
  /** What is filled in, in a few words each: it shows while the part is folded. */
  said: readonly string[]
  /** The fields within: one that is wrong or asked for unfolds the part. */
  paths: readonly string[]
  /** Where what is filled in was carried over from, such as "as on 3 Oct 2026". */
  carried?: string | null
  children: ReactNode
}>

/** A part of a form that is not needed every time. Folded, it still says what is filled in. */
export function Fold({ title, said, paths, carried = null, children }: Props) {
  const { hasErrorUnder, reveal } = useScope()
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  const isWanted = paths.some(
    path => hasErrorUnder(path) || reveal === path || reveal?.startsWith(`${path}.`) === true,
  )
  const isShown = isOpen || isWanted
  return (
    <section className={styles.fold} data-open={isShown ? '' : undefined}>
      <h3 className={styles.head}>
        <button
          type="button"
          className={styles.button}
          aria-expanded={isShown}
          aria-controls={id}
          onClick={() => setIsOpen(!isShown)}
        >
          <svg className={styles.arrow} viewBox="0 0 10 10" aria-hidden="true">
            <path d="M3 1.5 7 5 3 8.5" />
          </svg>
          <span className={styles.title}>{title}</span>
          {said.length > 0 && <span className={styles.said}>{said.join(' · ')}</span>}
          {carried !== null && said.length > 0 && <span className={styles.carried}>{carried}</span>}
        </button>
      </h3>
      <div id={id} className={styles.body} hidden={!isShown}>
        {isShown && children}
      </div>
    </section>
  )
}
