import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'
import type { EntryId } from '../../../shared/ids.ts'
import type { NewsChange, NewsItem } from '../../../shared/since/news.ts'
import styles from './NewMark.module.css'
import { useSince } from './sinceContext.ts'

type Props = Readonly<{
  entry?: EntryId
  fact?: string
  /** Inside what can be pressed itself: with its words, and not to be pressed on its own. */
  isPicture?: boolean
}>

/** As many earlier values as stand beside a mark; the list has all of them. */
const MOST_SHOWN = 6

/**
 * The green ringed dot before an entry, or before one fact of the patient, that is new or changed; nothing where it is not.
 * Its name says what was there before; pressed, it leads to the list of all that is new.
 */
export function NewMark({ entry, fact, isPicture = false }: Props) {
  const { news, byEntry, byFact, onShow } = useSince()
  const found = fact === undefined ? undefined : byFact.get(fact)
  const item = entry === undefined ? found?.item : byEntry.get(entry)
  if (news === null || item === undefined) return null
  const changes = found === undefined ? item.changes : [found.change]
  const words = `${item.word.text} since ${news.since}`
  const label = `${words}${spoken(item, changes)}`
  if (isPicture || onShow === null)
    return (
      <span className={styles.mark} role="img" aria-label={label} title={label}>
        <RingedDot />
      </span>
    )
  return (
    <TooltipTrigger delay={150} closeDelay={100}>
      <Button
        className={styles.mark ?? ''}
        // The keys go from row to row; what a mark says is in the list, on a key of its own.
        excludeFromTabOrder
        aria-label={label}
        onPress={() => onShow(item.entry)}
      >
        <RingedDot />
      </Button>
      <Tooltip className={styles.tip ?? ''} placement="bottom start">
        <strong>{words}</strong>
        {item.kind !== 'new' && (
          <ul>
            {changes.slice(0, MOST_SHOWN).map(change => (
              <li key={change.of}>
                {change.label}: {change.now?.text ?? 'nothing'}, was {change.was?.text ?? 'nothing'}
              </li>
            ))}
            {changes.length > MOST_SHOWN && (
              <li>and {changes.length - MOST_SHOWN} more in the list</li>
            )}
          </ul>
        )}
        {item.remark !== null && <p>{item.remark.text}</p>}
        <p className={styles.who}>{item.who.text}</p>
      </Tooltip>
    </TooltipTrigger>
  )
}

function spoken({ kind, remark, who }: NewsItem, changes: readonly NewsChange[]): string {
  const was =
    kind === 'new' ? [] : changes.map(({ label, was }) => `${label} was ${was?.text ?? 'nothing'}`)
  const said = [...was, ...(remark === null ? [] : [remark.text])]
  return `${said.length === 0 ? '' : `: ${said.join('; ')}`}; ${who.text}`
}

/** The mark itself, drawn: the same on screen, axis and paper. */
export function RingedDot() {
  return (
    <svg className={styles.dot} viewBox="0 0 10 10" aria-hidden="true">
      <circle cx="5" cy="5" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.25" />
      <circle cx="5" cy="5" r="2.1" fill="currentColor" />
    </svg>
  )
}
