import type { Page } from '@playwright/test'

/** Words of one panel that lie over other words of it, as pairs; neither is above the other in meaning, so none may be. */
export function overlappingTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** Letters reach a little out of and into the lines above and below; that is no overlap. */
    const INSET = 0.22
    type Piece = Readonly<{
      text: string
      left: number
      right: number
      top: number
      bottom: number
    }>
    const isDrawn = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.closest('.visually-hidden, [aria-hidden="true"][data-keys]') === null
    const pieces = (panel: Element): Piece[] => {
      const frame = panel.getBoundingClientRect()
      const found: Piece[] = []
      const walker = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = (node.textContent ?? '').trim()
        const element = node.parentElement
        if (text === '' || element === null || !isDrawn(element)) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const rects =
          element instanceof SVGElement ? [element.getBoundingClientRect()] : range.getClientRects()
        for (const rect of rects) {
          const cut = rect.height * INSET
          const box = {
            text,
            left: rect.left + 1,
            right: rect.right - 1,
            top: rect.top + cut,
            bottom: rect.bottom - cut,
          }
          // What a scrolling panel keeps out of view lies under nothing.
          if (rect.width < 3 || !isInView(element, box, frame)) continue
          found.push(box)
        }
      }
      return found
    }
    const isInView = (element: Element, box: Omit<Piece, 'text'>, frame: DOMRect) => {
      if (box.bottom > frame.bottom || box.top < frame.top) return false
      const x = (box.left + box.right) / 2
      const y = (box.top + box.bottom) / 2
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const { overflowY } = getComputedStyle(at)
        if (overflowY === 'visible') continue
        const view = at.getBoundingClientRect()
        if (y < view.top || y > view.bottom || x < view.left || x > view.right) return false
      }
      // Under a heading that stays while rows scroll.
      const top = document.elementsFromPoint(x, y)
      const sticky = top.find(each => getComputedStyle(each).position === 'sticky')
      return sticky === undefined || sticky.contains(element) || element instanceof SVGElement
    }
    const found: string[] = []
    for (const panel of document.querySelectorAll('main section')) {
      if (panel.querySelector('section') !== null) continue
      const all = pieces(panel).toSorted((a, b) => a.top - b.top)
      all.forEach((a, at) => {
        for (let next = at + 1; next < all.length; next += 1) {
          const b = all[next]
          if (b === undefined || b.top >= a.bottom) break
          if (a.left < b.right && b.left < a.right) found.push(`“${a.text}” and “${b.text}”`)
        }
      })
    }
    return found
  })
}

/** Panels of the board that do not stand on its grid: edges that differ by less than a gap, or panels over each other. */
export function misalignedPanels(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const NEAR = 5
    const panels = [...document.querySelectorAll('main section[aria-labelledby]')].filter(
      panel =>
        panel.parentElement?.closest('section') === null &&
        panel.closest('aside') === null &&
        // Inside tabs the frame is theirs.
        panel.closest('[role=tabpanel]') === null,
    )
    const boxes = panels.map(panel => ({
      name: panel.querySelector('h2')?.textContent ?? '',
      box: panel.getBoundingClientRect(),
    }))
    const SIDES = ['left', 'right'] as const
    const ENDS = ['top', 'bottom'] as const
    const isStacked = (name: string) => {
      const own = boxes.find(each => each.name === name)?.box
      return boxes.some(
        each =>
          each.name !== name &&
          each.box.left === own?.left &&
          each.box.right === own.right &&
          each.box.top > 500 &&
          own.top > 500,
      )
    }
    return boxes.flatMap(({ name, box }, at) =>
      boxes.slice(at + 1).flatMap(({ name: other, box: beside }) => {
        const isOver =
          box.left < beside.right - 1 &&
          beside.left < box.right - 1 &&
          box.top < beside.bottom - 1 &&
          beside.top < box.bottom - 1
        // Of two in one column each ends where its content does.
        const edges = isStacked(name) || isStacked(other) ? SIDES : [...SIDES, ...ENDS]
        const off = edges.filter(edge => {
          const distance = Math.abs(box[edge] - beside[edge])
          return distance > 0.6 && distance < NEAR
        })
        return [
          ...(isOver ? [`${name} lies over ${other}`] : []),
          ...off.map(edge => `${name} and ${other} differ at the ${edge}`),
        ]
      }),
    )
  })
}

/** Panels whose content is longer than they are, by their headings. */
export function scrollingPanels(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main section')]
      .filter(section => section.querySelector('section') === null)
      .filter(section =>
        [section, ...section.querySelectorAll('*')].some(
          box =>
            /auto|scroll/.test(getComputedStyle(box).overflowY) &&
            box.scrollHeight > box.clientHeight + 1,
        ),
      )
      .map(
        section =>
          section.querySelector('h2')?.textContent ?? section.getAttribute('aria-label') ?? '',
      ),
  )
}
