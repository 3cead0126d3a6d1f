/**
 * Whether a change of the document is one that a person sees: not hidden, and within every part around it that cuts what
 * is longer than itself. Needs nothing but the page: its text is run inside pages, too.
 */
export function isInView({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
  type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>
  const clips = new Map<Element, Box>()
  const within = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  })
  const clipOf = (element: Element | null): Box => {
    if (element === null) return { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
    const known = clips.get(element)
    if (known !== undefined) return known
    const around = clipOf(element.parentElement)
    const isOpen = getComputedStyle(element).overflowY === 'visible'
    const clip = isOpen ? around : within(around, element.getBoundingClientRect())
    clips.set(element, clip)
    return clip
  }
  const isSeen = (node: Node): boolean => {
    const element = node instanceof Element ? node : node.parentElement
    if (element?.checkVisibility() !== true) return false
    const box = within(element.getBoundingClientRect(), clipOf(element.parentElement))
    return box.left < box.right && box.top < box.bottom
  }
  // What is gone can no longer be asked where it was; what was hidden by itself was not seen.
  const wasSeen = (node: Node) => !(node instanceof HTMLElement && node.style.display === 'none')
  const changed = type === 'childList' ? [...addedNodes] : [target]
  return (isSeen(target) && [...removedNodes].some(wasSeen)) || changed.some(isSeen)
}
