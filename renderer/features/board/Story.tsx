import type { Board } from '../../../shared/board/board.ts'
import { Button } from '../../components/Button.tsx'
import { CountText } from '../../components/CountText.tsx'
import { cx } from '../../components/cx.ts'
import { FactLine } from '../../components/FactLine.tsx'
import { FactText } from '../../components/FactText.tsx'
import { NotEqualMark } from '../../components/NotEqualMark.tsx'
import { StoryArrow } from '../../components/StoryArrow.tsx'
import { NewMark } from '../since/NewMark.tsx'
import { SinceTile } from '../since/SinceTile.tsx'
import styles from './Story.module.css'

type Props = Readonly<{
  board: Board
  /** Where there is room, the context stands under the story; else it has a tab of its own. */
  withContext: boolean
  canWrite: boolean
  onQuestion: () => void
  onContext: () => void
}>

/** What happened, in one line; what is asked; what contradicts and what is missing. */
export function Story({ board, withContext, canWrite, onQuestion, onContext }: Props) {
  const isAsked = board.question.tone !== 'missing'
  return (
    <section className={styles.story} aria-label="Story">
      <div className={styles.text}>
        <p className={styles.one}>
          <FactLine facts={board.story} separator={<StoryArrow />} />
        </p>
        <p className={styles.two}>
          <FactLine facts={board.storyMore} separator=" " />
        </p>
        <div className={styles.three}>
          <div className={styles.question}>
            <h2 className={styles.asked}>Question for the meeting</h2>
            <NewMark fact={board.question.id} />
            <FactText fact={board.question} boxed className={styles.words} />
            {canWrite && (
              <Button onPress={onQuestion} keyShortcuts="Q">
                {isAsked ? 'Change the question' : 'Write the question'}
              </Button>
            )}
          </div>
          {withContext && <Context board={board} onContext={canWrite ? onContext : null} />}
        </div>
      </div>
      <div className={styles.tiles}>
        <div className={styles.tile}>
          <div className={styles.label}>ECOG</div>
          <FactText fact={board.ecog} boxed className={styles.value} />
        </div>
        <div className={cx(styles.tile, board.conflicts.length > 0 && styles.conflicts)}>
          <CountText
            fact={board.counts.conflicts}
            mark={<NotEqualMark className={styles.mark} />}
          />
        </div>
        <div className={styles.tile}>
          <CountText fact={board.counts.missing} />
        </div>
        <SinceTile />
      </div>
    </section>
  )
}

function Context({ board, onContext }: { board: Board; onContext: (() => void) | null }) {
  return (
    <div className={styles.context}>
      <h2 className={styles.label}>Context</h2>
      <ul className={styles.list}>
        {board.context.map(({ label, fact }) => (
          <li key={fact.id}>
            <NewMark fact={fact.id} />
            <span className={styles.label}>{label} </span>
            <FactText fact={fact} />
          </li>
        ))}
      </ul>
      {onContext !== null && (
        <Button look="plain" size="small" onPress={onContext} label="Edit the context">
          Edit
        </Button>
      )}
    </div>
  )
}
