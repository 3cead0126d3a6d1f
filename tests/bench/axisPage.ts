/** The page that the bench of the time axis opens: the product's own axis, vis-timeline, and an empty drawing. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { type DataGroup, type DataItem, Timeline as VisTimeline } from 'vis-timeline/standalone'
import 'vis-timeline/styles/vis-timeline-graph2d.min.css'
import '../../renderer/app/base.css'
import '../../renderer/app/tokens.css'
import { Timeline } from '../../renderer/features/timeline/Timeline.tsx'
import type { Board } from '../../shared/board/board.ts'
import type { AxisPage, Frames, VisEvent } from './axisEvents.ts'
import { isInView } from './inView.ts'

/** The panel of the board at 1920 × 1080. */
const BOX = { width: 1540, height: 560 } as const
const STILL_MS = 220

const page: AxisPage = {
  ours: board => firstPaint(box => mountOurs(box, board)),
  theirs: events => firstPaint(box => mountTheirs(box, events)),
  nothing: () =>
    firstPaint(box => {
      box.append(document.createElement('div'))
      return () => undefined
    }),
  frames: async (board, gesture, count) => {
    const box = makeBox()
    const remove = mountOurs(box, board)
    await still(box)
    const frame = box.querySelector('[role=listbox]')?.parentElement?.parentElement
    if (!(frame instanceof HTMLElement)) throw new Error('there is no axis')
    const { left, top } = frame.getBoundingClientRect()
    const at = { clientX: left + 1000, clientY: top + 200 }
    if (gesture === 'pan') {
      // There is something to move only where not everything is in view.
      for (let turn = 0; turn < 12; turn += 1) hand(frame, 'zoom', turn, at)
      await still(box)
    }
    const frames = await run(count, turn => hand(frame, gesture, turn, at))
    remove()
    box.remove()
    return frames
  },
  emptyFrames: async count => {
    const box = makeBox()
    const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'g')
    drawing.append(group)
    box.append(drawing)
    const frames = await run(count, turn => {
      group.setAttribute('transform', `translate(${turn % 40} 0)`)
    })
    box.remove()
    return frames
  },
}
Object.assign(window, { axisPage: page })

function makeBox(): HTMLElement {
  const box = document.createElement('div')
  Object.assign(box.style, { position: 'fixed', inset: '0', display: 'grid' })
  Object.assign(box.style, { width: `${BOX.width}px`, height: `${BOX.height}px` })
  document.body.append(box)
  return box
}

function mountOurs(box: HTMLElement, board: Board): () => void {
  const root = createRoot(box)
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } })
  const axis = createElement(Timeline, {
    board,
    today: '2026-11-22',
    selected: null,
    onSelect: () => undefined,
    onCutoff: () => undefined,
  })
  root.render(createElement(QueryClientProvider, { client }, axis))
  return () => root.unmount()
}

function mountTheirs(box: HTMLElement, { items, groups }: VisEvent): () => void {
  const data = items.map(
    (item): DataItem => ({
      id: item.id,
      group: item.group,
      content: item.content,
      start: new Date(item.start),
      ...(item.end === null ? { type: 'point' } : { type: 'range', end: new Date(item.end) }),
    }),
  )
  const lanes = groups.map((content, id): DataGroup => ({ id, content }))
  const timeline = new VisTimeline(box, data, lanes, { width: '100%', height: `${BOX.height}px` })
  return () => timeline.destroy()
}

/** Milliseconds from the first line of the mounting to the frame after its last change of what is in view. */
async function firstPaint(mount: (box: HTMLElement) => () => void): Promise<number> {
  const box = makeBox()
  await painted()
  const start = performance.now()
  const watched = lastChange(box)
  const remove = mount(box)
  const end = await watched
  remove()
  box.remove()
  await painted()
  return end - start
}

function painted(): Promise<number> {
  return new Promise(resolve => {
    const channel = new MessageChannel()
    // The message comes when the frame in which the callback ran has been handed over for painting.
    channel.port1.onmessage = () => resolve(performance.now())
    requestAnimationFrame(() => channel.port2.postMessage(null))
  })
}

/**
 * When the frame after the last change was handed over. Once something has been painted, a change counts where it is in
 * view: what either side prepares out of sight is nothing that a person waits for.
 */
function lastChange(box: HTMLElement): Promise<number> {
  return new Promise(resolve => {
    let end = 0
    let waiting: ReturnType<typeof setTimeout> | undefined
    const observer = new MutationObserver(changes => {
      if (end > 0 && !changes.some(isInView)) return
      painted().then(
        at => {
          end = at
        },
        () => undefined,
      )
      clearTimeout(waiting)
      waiting = setTimeout(() => {
        observer.disconnect()
        resolve(end)
      }, STILL_MS)
    })
    observer.observe(box, { childList: true, attributes: true, characterData: true, subtree: true })
  })
}

async function still(box: HTMLElement): Promise<void> {
  await lastChange(box)
}

/** One turn of a wheel as a hand turns it: in and out again, or to and fro. */
function hand(
  frame: HTMLElement,
  gesture: 'zoom' | 'pan',
  turn: number,
  at: Readonly<{ clientX: number; clientY: number }>,
): void {
  const isBack = Math.floor(turn / 30) % 2 === 1
  const delta = isBack ? 30 : -30
  const how = gesture === 'zoom' ? { deltaY: delta, altKey: true } : { deltaX: delta }
  frame.dispatchEvent(
    new WheelEvent('wheel', {
      ...how,
      ...at,
      bubbles: true,
      cancelable: true,
    }),
  )
}

/** Does something in each of so many frames; gives how long each took to be handed over, and how far apart they were. */
async function run(count: number, work: (turn: number) => void): Promise<Frames> {
  const busy: number[] = []
  const apart: number[] = []
  let last = 0
  for (let turn = 0; turn < count; turn += 1) {
    await new Promise<void>(resolve => {
      requestAnimationFrame(at => {
        if (last > 0) apart.push(at - last)
        last = at
        const start = performance.now()
        work(turn)
        // The axis follows in a callback of its own, which belongs to the next frame.
        const channel = new MessageChannel()
        channel.port1.onmessage = () => {
          busy.push(performance.now() - start)
          resolve()
        }
        channel.port2.postMessage(null)
      })
    })
  }
  return { busy, apart }
}
