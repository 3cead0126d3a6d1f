import { useEffect, useRef } from 'react'
import type { EntryId } from '../../../shared/ids.ts'
import type { NewsChange, NewsItem } from '../../../shared/since/news.ts'
import { FactText } from '../../components/FactText.tsx'
import { SidePanel } from '../board/SidePanel.tsx'
import { sentenceOf } from '../session/session.ts'
import { RingedDot } from './NewMark.tsx'
import { SinceForm } from './SinceForm.tsx'
import styles from './SincePanel.module.css'
import { useSince } from './sinceContext.ts'

type Props = Readonly<{
  today: string
  /** What is selected on the board, marked here as well. */
  selected: EntryId | null
  onSelect: (entry: EntryId) => void
  onClose: () => void
}>

/** Everything that is new, changed or removed since the chosen moment, with what was there before; and the choice of it. */
export function SincePanel({ today, selected, onSelect, onClose }: Props) {
  const { choice, news, isFirstLook, error } = useSince()
  return (
    <SidePanel title="What is new" onClose={onClose}>
      <SinceForm today={today} />
      {error !== null && (
        <p className={styles.problem} role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {isFirstLook && (
        <p>
          {choice.from === 'lastMeeting'
            ? 'No meeting before today has discussed this patient: nothing to compare with.'
            : 'You have not opened this patient before: nothing to compare with.'}
        </p>
      )}
      {news !== null && (
        <>
          <p role="status">
            <strong>
              <FactText fact={news.title} />
            </strong>
            : <FactText fact={news.counts} />
          </p>
          {news.whole !== null && (
            <p>
              <FactText fact={news.whole} />
            </p>
          )}
          <ul className={styles.list} aria-label="What is new">
            {news.items.map(item => (
              <Item
                key={item.name.id}
                item={item}
                isSelected={item.entry !== null && item.entry === selected}
                onSelect={onSelect}
              />
            ))}
          </ul>
        </>
      )}
    </SidePanel>
  )
}

function Item({
  item,
  isSelected,
  onSelect,
}: {
  item: NewsItem
  isSelected: boolean
  onSelect: (entry: EntryId) => void
}) {
  const { entry, what, kind, word, name, changes, remark, who } = item
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isSelected) place.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  // What was removed is nowhere on the board, and patient and context are no rows of it.
  const goes = entry !== null && kind !== 'removed' && what !== 'context'
  const words = (
    <>
      <span className={styles.dot}>
        <RingedDot />
      </span>
      <FactText fact={word} /> <FactText fact={name} className={styles.name} />
    </>
  )
  return (
    <li ref={place} className={styles.item} data-selected={isSelected ? '' : undefined}>
      {goes ? (
        <button
          type="button"
          className={styles.go}
          aria-pressed={isSelected}
          onClick={() => onSelect(entry)}
        >
          {words}
        </button>
      ) : (
        <p>{words}</p>
      )}
      {changes.length > 0 && (
        <dl className={styles.changes}>
          {changes.map(change => (
            <div key={change.of}>
              <dt>{change.label}</dt>
              <dd>
                <Change change={change} kind={kind} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {remark !== null && (
        <p>
          <FactText fact={remark} />
        </p>
      )}
      <p className={styles.who}>
        <FactText fact={who} />
      </p>
    </li>
  )
}

function Change({ change: { now, was }, kind }: { change: NewsChange; kind: NewsItem['kind'] }) {
  if (kind === 'new') return now === null ? null : <FactText fact={now} />
  if (kind === 'removed') return was === null ? null : <FactText fact={was} />
  return (
    <>
      {now === null ? 'nothing' : <FactText fact={now} />} <span className={styles.who}>was</span>{' '}
      {was === null ? 'nothing' : <FactText fact={was} />}
    </>
  )
}
