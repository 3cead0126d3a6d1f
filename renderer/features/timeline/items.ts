import type { EntryId } from '../../../shared/ids.ts'
import type { Drawing, TimelineItem } from '../../../shared/timeline/shape.ts'
import type { View } from '../../../shared/timeline/view.ts'
import styles from './Timeline.module.css'

type Asked = Readonly<{
  /** A press, or Enter, on an item. */
  onPress: (item: TimelineItem) => void
  onFocus: (item: TimelineItem) => void
}>

/** However busy the browser is, everything is listed by then. */
const LATEST_MS = 300

/** How far time is moved, in which drawing, and where an entry lies in it. */
type Placing = readonly [
  view: View,
  drawing: Drawing,
  rangeOf: (entry: EntryId) => Readonly<{ from: number; to: number }> | null,
]

/**
 * What can be selected on the axis, over the drawing: one tab stop, arrows in reading order, Enter selects. Kept as plain
 * elements, those in view first and the others as soon as the browser has nothing else to do, so that a drawing with
 * hundreds of them is there at once.
 */
export class Items {
  private readonly list: HTMLElement
  private readonly asked: Asked
  private readonly buttons = new Map<EntryId, HTMLButtonElement>()
  /** Where each stands now. */
  private readonly placed = new WeakMap<HTMLButtonElement, string>()
  private items: readonly TimelineItem[] = []
  private selected: EntryId | null = null
  private readonly listening = new AbortController()
  private stop: EntryId | null = null
  private waiting: number | null = null
  private lastPlaced: Placing | null = null

  constructor(list: HTMLElement, asked: Asked) {
    this.list = list
    this.asked = asked
    list.replaceChildren()
    const { signal } = this.listening
    const press = (event: Event) => {
      const item = this.itemAt(event.target)
      if (item !== null) this.asked.onPress(item)
    }
    const focus = (event: Event) => {
      const item = this.itemAt(event.target)
      if (item === null) return
      this.setStop(item.entry)
      this.asked.onFocus(item)
    }
    list.addEventListener('click', press, { signal })
    list.addEventListener('focusin', focus, { signal })
  }

  /** Listens no more. */
  dispose(): void {
    this.listening.abort()
    this.rest()
  }

  /** Lists what the drawing has; what lies below `bottom` comes when the browser is idle. */
  show({ rows }: Drawing, selected: EntryId | null, bottom: number): void {
    const had = this.focused()
    this.items = rows
    this.selected = selected
    this.rest()
    const wanted = new Set(rows.map(item => item.entry))
    for (const [entry, button] of this.buttons) {
      if (wanted.has(entry)) continue
      button.remove()
      this.buttons.delete(entry)
    }
    this.listTo(bottom)
    const kept = [this.stop, selected].find(entry => entry !== null && wanted.has(entry))
    this.setStop(kept ?? rows[0]?.entry ?? null)
    // A mark of several is listed under the one of them that is selected: the next of them keeps the keyboard there.
    if (had === null || wanted.has(had.entry)) return
    const next = rows.find(item => isInStack(item, had.entry))
    if (next !== undefined) this.focus(next.entry)
  }

  /** Brings into the list, in reading order, what is not in it yet and lies above a height. */
  private listTo(bottom: number): void {
    const { items, selected } = this
    const listed = items.filter(({ entry, top }) => top < bottom || this.buttons.has(entry))
    let cursor = this.list.firstElementChild
    for (const item of listed) {
      const button = this.buttonOf(item.entry)
      if (button === cursor) cursor = cursor.nextElementSibling
      else this.list.insertBefore(button, cursor)
      setAttribute(button, 'aria-label', item.label)
      setAttribute(
        button,
        'aria-selected',
        String(selected !== null && (item.entry === selected || isInStack(item, selected))),
      )
    }
    const isWhole = listed.length === items.length
    this.list.ariaBusy = isWhole ? null : 'true'
    if (!isWhole) this.waiting = requestIdleCallback(() => this.complete(), { timeout: LATEST_MS })
  }

  /** Lists everything that still waits to be. */
  private complete(): void {
    if (this.waiting === null) return
    this.rest()
    this.listTo(Number.POSITIVE_INFINITY)
    if (this.lastPlaced !== null) this.place(...this.lastPlaced)
  }

  private rest(): void {
    if (this.waiting !== null) cancelIdleCallback(this.waiting)
    this.waiting = null
  }

  /** Puts what lies in time where it is seen; what lies outside the window waits at its edge, out of reach of the pointer. */
  place(...placing: Placing): void {
    const [{ offset }, { labelWidth, width }, rangeOf] = placing
    this.lastPlaced = placing
    for (const item of this.items) {
      const button = this.buttons.get(item.entry)
      if (button === undefined) continue
      const x = item.moves ? item.x - offset : item.x
      const isAway = item.moves && (x + item.width < labelWidth + 4 || x > width - 4)
      const left = item.moves ? Math.max(labelWidth - 2, Math.min(width - 8, x)) : x
      const right = Math.min(width, x + item.width)
      let edge = ''
      if (!item.moves) {
        const range = rangeOf(item.entry)
        const away =
          range === null || (range.to - offset > labelWidth && range.from - offset < width)
            ? ''
            : range.to - offset <= labelWidth
              ? 'earlier'
              : 'later'
        if (away === '') button.removeAttribute('data-away')
        else {
          button.dataset.away = away
          edge = `;--edge:${(away === 'later' ? width - 12 : labelWidth + 4) - x}px`
        }
      }
      const wide = item.moves ? Math.max(8, right - left) : item.width
      const box = `margin:${item.top}px 0 0 ${left}px;width:${wide}px;height:${item.height}px`
      const hidden = isAway ? ';opacity:0;pointer-events:none' : ''
      const style = `${box}${edge}${hidden}`
      if (this.placed.get(button) === style) continue
      this.placed.set(button, style)
      // All at once: each property by itself would be written and read back as text.
      button.style.cssText = style
    }
  }

  focus(entry: EntryId): void {
    this.complete()
    this.buttons.get(entry)?.focus({ preventScroll: true })
  }

  /** The item that has focus, if one has. */
  focused(): TimelineItem | null {
    return this.itemAt(document.activeElement)
  }

  /** Moves focus by steps in reading order, or to the first or last item. */
  step(by: number | 'first' | 'last'): void {
    const at = this.items.findIndex(item => item.entry === this.stop)
    const last = this.items.length - 1
    const next = by === 'first' ? 0 : by === 'last' ? last : Math.max(0, Math.min(last, at + by))
    const item = this.items[next]
    if (item !== undefined) this.focus(item.entry)
  }

  private buttonOf(entry: EntryId): HTMLButtonElement {
    const known = this.buttons.get(entry)
    if (known !== undefined) return known
    const button = document.createElement('button')
    button.type = 'button'
    button.setAttribute('role', 'option')
    button.dataset.roving = entry
    button.className = styles.item ?? ''
    button.tabIndex = entry === this.stop ? 0 : -1
    this.buttons.set(entry, button)
    return button
  }

  private setStop(entry: EntryId | null): void {
    if (this.stop !== null) {
      const before = this.buttons.get(this.stop)
      if (before !== undefined) before.tabIndex = -1
    }
    this.stop = entry
    if (entry !== null) {
      const button = this.buttons.get(entry)
      if (button !== undefined) button.tabIndex = 0
    }
  }

  private itemAt(target: EventTarget | null): TimelineItem | null {
    if (!(target instanceof HTMLElement) || !this.list.contains(target)) return null
    const entry = target.dataset.roving
    return this.items.find(item => item.entry === entry) ?? null
  }
}

export function isInStack({ stack }: TimelineItem, entry: EntryId): boolean {
  return stack.some(one => one.entry === entry)
}

function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}
