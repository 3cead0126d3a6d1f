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
        {withReadings(fact.text)}
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

/** The bar between two readings of one result stands out; the text stays the same letter for letter. */
function withReadings(text: string) {
  if (!text.includes(' | ')) return text
  return text.split('|').map((reading, at) => (
    // The readings of one text never change their order.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <span key={at}>
      {at > 0 && <span className={styles.or}>|</span>}
      {reading}
    </span>
  ))
}
