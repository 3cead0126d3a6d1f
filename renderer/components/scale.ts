import { useSyncExternalStore } from 'react'
import { SCALES, type Scale } from '../../shared/ipc/contract.ts'

/** How much a presentation adds, so that a room can read what one person reads at a desk (VISUAL: all sizes times 1.25). */
export const PRESENTING = 1.25

/** Windows in which the tokens are tight, as seen at the scale in force. */
export const COMPACT = '(max-width: 1279px), (max-height: 899px)'

/** Windows too narrow for two panels beside each other: they stand below each other. */
export const NARROW = '(max-width: 859px)'

/** Windows too small for a board at a glance: it is a page, as long as what it says, and scrolls as a whole. */
export const FLOWING = `${NARROW}, (max-height: 639px)`

let chosen: Scale = 1
let isPresenting = false
const listeners = new Set<() => void>()

/** How much larger than designed everything is drawn now. */
export function shownScale(): number {
  return chosen * (isPresenting ? PRESENTING : 1)
}

/**
 * The scale by which a window counts as small. A presentation leaves it alone: its type grows, and must not fall back
 * to the tight sizes of a small window by that.
 */
function scaleOfLayout(): number {
  return chosen
}

/** Draws everything at the user's scale, and larger still while presenting. */
export function drawAt(scale: Scale): void {
  if (scale === chosen) return
  chosen = scale
  apply()
}

/** Begins or ends drawing for a room. */
export function drawForRoom(presenting: boolean): void {
  if (presenting === isPresenting) return
  isPresenting = presenting
  apply()
}

/** Follows the scale, for what is computed rather than styled. */
export function useScale(): number {
  return useSyncExternalStore(onScale, shownScale)
}

/** The size that is chosen now, without what a presentation adds; what is drawn may still lag behind it. */
export function chosenScale(): Scale {
  return chosen
}

export function onScale(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A media query as it has to be asked of a window whose contents are drawn larger. */
export function atScale(query: string): string {
  return query.replace(/(\d+)px/g, (_, pixels) => `${Number(pixels) * scaleOfLayout()}px`)
}

/** The next scale up or down; the same at either end. */
export function nextScale(scale: Scale, step: 1 | -1): Scale {
  return SCALES[SCALES.indexOf(scale) + step] ?? scale
}

const FLAGS = [
  ['compact', COMPACT],
  ['narrow', NARROW],
  ['flowing', FLOWING],
] as const

/** Keeps the root's attributes true: styles ask them, since a media query knows nothing of the scale. */
export function followWindow(): void {
  apply()
  window.addEventListener('resize', markRoot)
}

function apply(): void {
  document.documentElement.style.setProperty('--scale', String(shownScale()))
  markRoot()
  for (const listener of [...listeners]) listener()
}

function markRoot(): void {
  const { documentElement: root } = document
  for (const [name, query] of FLAGS)
    root.toggleAttribute(`data-${name}`, window.matchMedia(atScale(query)).matches)
}
