import type { Page } from '@playwright/test'

export type Typed = Readonly<{ text: string; size: number; where: 'head' | 'course' | 'evidence' }>

/** Every fact that a presentation shows, with the size in which it is really drawn, in pixels of the window. */
export function typeSizes(page: Page): Promise<Typed[]> {
  return page.evaluate(() => {
    const found: Typed[] = []
    const panel = document.querySelector('[data-panel]')
    const isCourse = panel?.getAttribute('data-panel') === 'course'
    const add = (element: Element, where: Typed['where']) => {
      const text = (element.textContent ?? '').trim()
      if (text === '' || !element.checkVisibility({ visibilityProperty: true })) return
      const css = Number.parseFloat(getComputedStyle(element).fontSize)
      found.push({ text, size: css * element.currentCSSZoom, where })
    }
    for (const fact of document.querySelectorAll('main [data-fact]'))
      add(fact, panel?.contains(fact) === true ? (isCourse ? 'course' : 'evidence') : 'head')
    // What is drawn: names, values and dates of the axis; the names of its lanes, set upright, are no facts.
    for (const text of panel?.querySelectorAll('svg text') ?? [])
      if (isCourse && text.closest('[data-panel] section:last-of-type') !== null)
        if (!/^[A-Z0-9]{1,3}$/.test((text.textContent ?? '').trim()))
          // A letter or a count inside a mark stands for a word of the legend.
          add(text, 'course')
    return found
  })
}
