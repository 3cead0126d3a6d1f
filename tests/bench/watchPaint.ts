import type { Page } from '@playwright/test'

/** What has to be on the page after a key, by what the page had before it; runs in the page. */
export type Wanted = 'letter' | 'focus' | 'form' | 'saved'

declare global {
  interface Window {
    painting?: Promise<number>
  }
}

const LONGEST_MS = 15_000

/** Milliseconds from a key to the frame in which what it does is painted. Throws where that never comes. */
export async function watchPaint(
  page: Page,
  { wanted, key }: Readonly<{ wanted: Wanted; key: string }>,
): Promise<number> {
  // The page listens before anything is done: a key may overtake a question to the page.
  await page.evaluate(watch, { wanted, longest: LONGEST_MS })
  await page.keyboard.press(key)
  return page.evaluate(async () => {
    if (window.painting === undefined) throw new Error('the page was loaded anew')
    return window.painting
  })
}

function watch({ wanted, longest }: Readonly<{ wanted: Wanted; longest: number }>): void {
  const focused = document.activeElement
  const textOf = (element: Element | null) =>
    element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      ? element.value
      : ''
  const rows = () => document.querySelectorAll('main:not([hidden]) tr[data-entry]').length
  const before = { text: textOf(focused), rows: rows() }
  const panel = () => document.querySelector('aside')
  const isThere = () => {
    if (wanted === 'letter') return textOf(document.activeElement) !== before.text
    if (wanted === 'focus') return document.activeElement !== focused
    // A form is open once it can be typed in.
    if (wanted === 'form') return panel()?.contains(document.activeElement) === true
    return panel() === null && rows() > before.rows
  }
  const painting = new Promise<number>((resolve, reject) => {
    let start = 0
    const channel = new MessageChannel()
    channel.port1.onmessage = () => resolve(performance.now() - start)
    const look = () => {
      if (start === 0 || !isThere()) return
      stop()
      // The message comes when the frame in which the callback ran has been handed over for painting.
      requestAnimationFrame(() => channel.port2.postMessage(null))
    }
    const observer = new MutationObserver(look)
    const late = setTimeout(() => {
      stop()
      reject(new Error(`waited ${longest} ms for: ${wanted}`))
    }, longest)
    const stop = () => {
      clearTimeout(late)
      observer.disconnect()
      for (const event of ['input', 'focusin']) removeEventListener(event, look)
    }
    addEventListener(
      'keydown',
      event => {
        start = event.timeStamp
      },
      { capture: true, once: true },
    )
    for (const event of ['input', 'focusin']) addEventListener(event, look)
    observer.observe(document.body, { childList: true, subtree: true })
  })
  // Whoever asks for it is told of a failure.
  painting.catch(() => {})
  window.painting = painting
}
