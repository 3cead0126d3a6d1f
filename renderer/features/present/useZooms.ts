import { useSyncExternalStore } from 'react'
import { type Reading, zoomFor } from './legibility.ts'

/** The smallest words of each part, in the design's pixels, before it is drawn larger for a room. */
const SMALLEST = { head: 13, course: 11, evidence: 12 } as const
const STORY = { screen: 22, compact: 16 } as const

/** How much larger than the rest each part of a presentation is drawn, so that it is legible from five metres. */
export function useZooms(
  compact: boolean,
  scale: number,
): Readonly<{ head: number; course: number; evidence: number }> {
  const pixelsHigh = useSyncExternalStore(onResize, () => window.innerHeight)
  const zoom = (reading: Reading, smallest: number) =>
    zoomFor(reading, { smallest, scale, pixelsHigh })
  return {
    head: Math.max(
      1,
      zoom('found', SMALLEST.head),
      zoom('read', compact ? STORY.compact : STORY.screen),
    ),
    // May stay below the rest: on a small projector its words are legible at less, and time needs the room.
    course: Math.max(0.85, zoom('found', SMALLEST.course)),
    evidence: Math.max(1, zoom('read', SMALLEST.evidence)),
  }
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}
