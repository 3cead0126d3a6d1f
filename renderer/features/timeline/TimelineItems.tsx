import { memo } from 'react'
import type { EntryId } from '../../../shared/ids.ts'
import type { TimelineItem } from '../../../shared/timeline/shape.ts'
import { useRoving } from '../../components/useRoving.ts'
import styles from './Timeline.module.css'

type Props = Readonly<{
  items: readonly TimelineItem[]
  selected: EntryId | null
  onSelect: (entry: EntryId) => void
}>

/** What can be selected on the axis, over the drawing: one tab stop, arrows in reading order, Enter selects. */
export const TimelineItems = memo(function TimelineItems({ items, selected, onSelect }: Props) {
  const roving = useRoving(
    items.map(item => item.entry),
    selected,
  )
  return (
    // Its options are not found by typing, so that letters stay the board's keys: E edits, D shows the details.
    <div
      role="listbox"
      aria-label="Events on the time axis, in order"
      data-leaves-letters=""
      {...roving.list}
    >
      {items.map(item => (
        <button
          type="button"
          key={item.entry}
          role="option"
          aria-label={item.label}
          aria-selected={item.entry === selected}
          className={styles.item}
          style={{ left: item.x, top: item.top, width: item.width, height: item.height }}
          onClick={() => onSelect(item.entry)}
          {...roving.item(item.entry)}
        />
      ))}
    </div>
  )
})
