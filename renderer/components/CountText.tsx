import type { ReactNode } from 'react'
import type { Fact } from '../../shared/board/fact.ts'
import styles from './CountText.module.css'

/** A fact that begins with a number, such as "24 conflicts, none settled": the number large, its words below it. */
export function CountText({ fact, mark }: { fact: Fact; mark?: ReactNode }) {
  const [, number, words] = /^(\d+) (.*)$/s.exec(fact.text) ?? [null, null, fact.text]
  return (
    <span className={styles.count} data-fact={fact.id} data-tone={fact.tone}>
      <span className={styles.number}>
        {mark}
        {number}
      </span>{' '}
      <span className={styles.words}>{words}</span>
    </span>
  )
}
