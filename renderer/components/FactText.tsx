import type { ReactNode } from 'react'
import type { Fact } from '../../shared/board/fact.ts'
import { splitValues } from '../../shared/values/keptTogether.ts'
import { ConflictTag } from './ConflictTag.tsx'
import { cx } from './cx.ts'
import styles from './FactText.module.css'

type Props = Readonly<{
  fact: Fact
  className?: string | undefined
  /** False where the conflict's label already stands beside it. */
  tags?: boolean
  /** What is missing stands in a dashed box instead of over a dashed line. */
  boxed?: boolean
}>

/**
 * One fact of the board, in its own words and tone, with the conflicts that touch it. The element with `data-fact` holds
 * the fact's text and nothing else.
 */
export function FactText({ fact, className, tags = true, boxed = false }: Props) {
  return (
    <>
      <span
        className={cx(styles[toneClass(fact.tone, boxed)], className)}
        data-fact={fact.id}
        data-tone={fact.tone}
      >
        {typeset(fact.text)}
      </span>
      {tags &&
        fact.conflicts.map(label => (
          <ConflictTag key={label} label={label} className={styles.after} />
        ))}
    </>
  )
}

function toneClass(tone: Fact['tone'], boxed: boolean): string {
  return tone === 'missing' && boxed ? 'box' : tone
}

const BAR = /( \| )/

/** The same text letter for letter: a number stays with its sign, and the bar between two readings stands out. */
function typeset(text: string): ReactNode {
  const parts = text
    .split(BAR)
    .flatMap((part, at) => (at % 2 === 1 ? [{ part, look: styles.or }] : values(part)))
  if (parts.length === 1) return text
  return parts.map(({ part, look }, at) =>
    look === null ? (
      part
    ) : (
      // The parts of one text never change their order.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <span key={at} className={look}>
        {part}
      </span>
    ),
  )
}

/** A number with its unit, such as "80 %" or "10.9 × 5.4 mm", and the words around it. */
function values(text: string) {
  return splitValues(text).map((part, at) => ({
    part,
    look: at % 2 === 1 ? styles.together : null,
  }))
}
