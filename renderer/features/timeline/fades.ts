import type { Fade, RectShape } from '../../../shared/timeline/shape.ts'

/** Shares of a bar's length over which it fades, rounded so that many bars share one mask. */
export type FadeShares = Readonly<{ left: number; right: number }>

export function isFaded(fade: Fade): boolean {
  return fade.left > 0 || fade.right > 0
}

export function sharesOf({ fade, width }: RectShape): FadeShares {
  const share = (length: number) => Math.round((100 * length) / Math.max(1, width))
  return { left: share(fade.left), right: share(fade.right) }
}

export function fadeId(base: string, { left, right }: FadeShares): string {
  return `${base}-fade-${left}-${right}`
}
