import { useLayoutEffect, useRef } from 'react'
import type { Board } from '../../../shared/board/board.ts'
import { detailGroups } from '../../../shared/board/details.ts'
import type { EntryId } from '../../../shared/ids.ts'
import type { TimelineItem } from '../../../shared/timeline/shape.ts'
import { FactText } from '../../components/FactText.tsx'
import { useOverflow } from '../../components/useOverflow.ts'
import styles from './AxisCards.module.css'

/** An item and where it stands in the window, so that its card can stand beside it. */
export type CardPlace = Readonly<{
  entry: EntryId
  item: TimelineItem
  x: number
  top: number
  bottom: number
}>

type Props = Readonly<{
  board: Board
  places: readonly CardPlace[]
  pinned: readonly EntryId[]
  width: number
  height: number
  onPin: (entry: EntryId) => void
  onClose: (entry: EntryId) => void
  onSelect: (entry: EntryId) => void
}>

/** Details of what is pressed or focused on the axis, below or above it; a pinned one stays until it is closed. */
export function AxisCards({ places, ...props }: Props) {
  return places.map(place => <Card key={place.entry} place={place} {...props} />)
}

const WIDTH = 344
const GAP = 6

function Card({
  board,
  place,
  pinned,
  width,
  height,
  onPin,
  onClose,
  onSelect,
}: Omit<Props, 'places'> & { place: CardPlace }) {
  const { entry, item, x, top, bottom } = place
  const card = useRef<HTMLElement>(null)
  const [body, overflows] = useOverflow<HTMLDivElement>()
  const isPinned = pinned.includes(entry)
  const [above, below] = [Math.max(0, top - GAP), Math.max(0, height - bottom - GAP)]
  const isBelow = below >= 150 || below >= above
  const room = Math.max(60, isBelow ? below : above)
  const cardWidth = Math.min(WIDTH, width - 8)
  // Cards that are pinned stand side by side.
  const at = pinned.indexOf(entry)
  const wanted = x + (at > 0 ? at * (cardWidth + GAP) : 0)
  const left = Math.max(4, Math.min(width - cardWidth - 4, wanted))
  useLayoutEffect(() => {
    const { style } = card.current ?? {}
    if (style === undefined) return
    style.left = `${left}px`
    style.top = isBelow ? `${bottom + GAP}px` : ''
    style.bottom = isBelow ? '' : `${height - top + GAP}px`
    style.maxHeight = `${Math.min(room, 260)}px`
    style.width = `${cardWidth}px`
  })
  const { stack } = item
  const number = stack.findIndex(one => one.entry === entry)
  const groups = detailGroups(board, entry)
  const title = groups[0]?.facts[0]?.text ?? item.label
  return (
    <section
      ref={card}
      className={styles.card}
      data-pinned={isPinned ? '' : undefined}
      data-keeps-pointer=""
      aria-label={`Details: ${title}`}
    >
      <div className={styles.head}>
        <span className={styles.count}>
          {stack.length > 1 ? `${number + 1} of ${stack.length} at this mark` : ''}
        </span>
        <button
          type="button"
          className={styles.button}
          aria-pressed={isPinned}
          onClick={() => (isPinned ? onClose(entry) : onPin(entry))}
        >
          {isPinned ? 'Unpin' : 'Pin'}
        </button>
        <button
          type="button"
          className={styles.button}
          aria-label={`Close the details: ${title}`}
          onClick={() => onClose(entry)}
        >
          ×
        </button>
      </div>
      <div
        ref={body}
        className={styles.facts}
        {...(overflows ? { tabIndex: 0, role: 'group', 'aria-label': title } : {})}
      >
        <dl>
          {groups.map(({ label, facts }) => (
            <div key={label} className={styles.group}>
              <dt>{label}</dt>
              <dd>
                {facts.map(fact => (
                  <span key={fact.id} className={styles.fact}>
                    <FactText fact={fact} />
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {stack.length > 1 && (
        <ol className={styles.stack} aria-label="All at this mark">
          {stack.map(one => (
            <li key={one.entry}>
              <button
                type="button"
                className={styles.other}
                aria-current={one.entry === entry}
                onClick={() => onSelect(one.entry)}
              >
                {one.label}
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
