import type { Page } from '@playwright/test'

/** Texts of the page, or of a part of it, that are cut: drawn outside a box that hides what is outside, or wider than their own box. */
export function cutTexts(page: Page, within = 'body'): Promise<string[]> {
  return page.evaluate(part => {
    const SLACK = 1.5
    type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>
    const isScrolling = (overflow: string) => overflow === 'auto' || overflow === 'scroll'
    const isHidden = (element: Element) => {
      // What only a screen reader is told is one pixel large.
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const { width, height } = at.getBoundingClientRect()
        const { position, visibility, opacity } = getComputedStyle(at)
        const pixel = 1.01 * at.currentCSSZoom
        if (position === 'absolute' && width <= pixel && height <= pixel) return true
        if (visibility === 'hidden' || opacity === '0') return true
      }
      return false
    }
    /** The edge at which a text is cut; null where all of it is in view or can be scrolled to. */
    const edgeOf = (element: Element, text: Box): string | null => {
      let box = text
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const style = getComputedStyle(at)
        if (style.display === 'contents' || style.display === 'inline') continue
        const own = at.getBoundingClientRect()
        const [x, y] = [style.overflowX, style.overflowY]
        const isOutX = box.left < own.left - SLACK || box.right > own.right + SLACK
        const isOutY = box.top < own.top - SLACK || box.bottom > own.bottom + SLACK
        if (isScrolling(x) || isScrolling(y)) {
          if (isOutX && !isScrolling(x)) return `beside ${at.tagName}.${at.className}`
          box = own
          continue
        }
        if (x !== 'visible' && isOutX) return `beside ${at.tagName}.${at.getAttribute('class')}`
        if (y !== 'visible' && isOutY) return `below ${at.tagName}.${at.getAttribute('class')}`
      }
      const { clientWidth, clientHeight } = document.documentElement
      if (box.left < -SLACK || box.right > clientWidth + SLACK) return 'beside the window'
      if (box.top < -SLACK || box.bottom > clientHeight + SLACK) return 'below the window'
      return null
    }
    const found: string[] = []
    const root = document.querySelector(part)
    if (root === null) throw new Error('there is no such part')
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { parentElement: element, textContent } = node
      if (element === null || (textContent ?? '').trim() === '' || isHidden(element)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const box =
        element instanceof SVGElement
          ? element.getBoundingClientRect()
          : range.getBoundingClientRect()
      if (box.width === 0 || box.height === 0) continue
      const edge = edgeOf(element, box)
      if (edge !== null) found.push(`“${(textContent ?? '').trim()}” ends ${edge}`)
      if (element instanceof SVGElement) continue
      const { display, overflowX } = getComputedStyle(element)
      if (display === 'inline' || isScrolling(overflowX)) continue
      if (element.scrollWidth > element.clientWidth + SLACK)
        found.push(`“${(textContent ?? '').trim()}” is wider than its box`)
    }
    return found
  }, within)
}

/** How many pixels the page itself can be scrolled by. */
export function pageScroll(page: Page): Promise<{ across: number; down: number }> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } =
      document.scrollingElement ?? document.documentElement
    return { across: scrollWidth - clientWidth, down: scrollHeight - clientHeight }
  })
}
