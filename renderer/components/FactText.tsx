import type { ReactNode } from 'react'
import type { Fact } from '../../shared/board/fact.ts'
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

/** A number and its sign, such as "80 %" with its thin space, and the bar between two readings of one result. */
const KEPT = /(\S+\u2009\S+| \| )/

/** The same text letter for letter: a number stays with its sign, and the bar between two readings stands out. */
function typeset(text: string): ReactNode {
  if (!KEPT.test(text)) return text
  return text.split(KEPT).map((part, at) => {
    if (at % 2 === 0) return part
    const isBar = part === ' | '
    return (
      // The parts of one text never change their order.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <span key={at} className={isBar ? styles.or : styles.together}>
        {part}
      </span>
    )
  })
}
